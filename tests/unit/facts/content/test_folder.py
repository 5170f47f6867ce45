"""A folder of pages is read as strictly as the data, and what it may not hold is named."""

from __future__ import annotations

import os

import pytest

from ita_site.facts.content.folder import ContentFile, read_content
from ita_site.facts.content.hidden import Hidden
from ita_site.facts.problems import as_text
from ita_site.site.pages.hand_written import inner_link_problems

ID = "1-1017-00230-70-8"


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "content"
    (folder / "files").mkdir(parents=True)
    (folder / "about.md").write_text("# ก\n", "utf-8")
    return folder


def problem_places(folder):
    """Code and file of each problem; every message can be printed."""
    problems = read_content(folder).problems
    as_text(problems).encode("utf-8")
    root = folder.as_posix()
    return sorted((one.code, one.file.removeprefix(root).lstrip("/")) for one in problems)


def test_files_are_known_by_their_path_within_and_dotted_ones_are_left_out(content):
    for name in ("files/ภาพ 1.txt", ".git/config.txt", "files/.DS_Store", ".well-known/a.txt"):
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_text("ก", "utf-8")
    read = read_content(content)
    assert set(read.files) == {"about.md", "files/ภาพ 1.txt", ".well-known/a.txt"}
    about = read.files["about.md"]
    assert (about.name, about.size, about.text) == (f"{content}/about.md", 6, "# ก\n")
    assert read.problems == ()


@pytest.mark.parametrize(
    "target", ["/proc/self/environ", "/etc", "../about.md", "nothing", "loop.pdf", ".", "../.."]
)
def test_every_link_is_named_and_none_is_followed(content, target):
    (content / "files/loop.pdf").symlink_to(target)
    assert problem_places(content) == [("ITA128", "files/loop.pdf")]
    assert set(read_content(content).files) == {"about.md"}


def test_a_folder_that_is_a_link_itself_is_not_read(content):
    link = content.with_name("pages")
    link.symlink_to(content)
    assert problem_places(link) == [("ITA128", "")]
    assert read_content(link).files == {}


def test_a_pipe_is_named_and_not_waited_for(content):
    os.mkfifo(content / "files/minutes.pdf")
    assert problem_places(content) == [("ITA129", "files/minutes.pdf")]


def test_another_repository_within_is_named(content):
    (content / "files/.git").write_text("gitdir: ../../.git/modules/files", "utf-8")
    (content / "files/a.txt").write_text("ก", "utf-8")
    assert problem_places(content) == [("ITA537", "files")]


@pytest.mark.parametrize(
    ("names", "places"),
    [
        (["About.md"], [("ITA521", "about.md")]),
        (["A.pdf.txt", "a.PDF.txt"], [("ITA521", "a.PDF.txt")]),
        (["caf\u00e9.txt", "cafe\u0301.txt"], [("ITA521", "caf\u00e9.txt")]),
        (["Files.x/a", "files.x/b"], [("ITA521", "files.x")]),
        (["a?b.txt"], [("ITA524", "a?b.txt")]),
        (["aux.txt"], [("ITA524", "aux.txt")]),
        (["end. "], [("ITA524", "end. ")]),
        (["ก\u202efdp.txt"], [("ITA524", "กU+202Efdp.txt")]),
        (["a\n::error::x.txt"], [("ITA524", "aU+000A::error::x.txt")]),
        (["ก" * 70 + ".txt"], [("ITA524", "ก" * 70 + ".txt")]),
        (["ประกาศ (1).txt", "report_2.final.txt"], []),
    ],
)
def test_names_that_not_every_computer_holds_or_tells_apart(content, names, places):
    for name in names:
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_text("ก", "utf-8")
    assert problem_places(content) == places


def test_a_name_that_is_no_utf8_is_shown_as_it_was_meant(content):
    raw = os.fsencode(content) + b"/" + "ประกาศ.txt".encode("tis-620")
    with open(raw, "wb") as file:  # noqa: PTH123 - a path is text
        file.write(b"x")
    (problem,) = read_content(content).problems
    assert problem.code == "ITA520"
    assert "“ประกาศ.txt”" in problem.mend()
    assert set(read_content(content).files) == {"about.md"}


@pytest.mark.parametrize("coding", ["utf-8", "tis-620", "utf-16", "utf-16-le"])
def test_a_number_is_found_in_a_file_of_any_size_at_its_line(content, coding):
    """The first stands across the border between two of the pieces that are read."""
    before = "ก,1\n" * 174_762
    text = f"{before}{ID}\n{before}{before}ผู้ร้อง,{ID}\n{before}"
    (content / "files/big.csv").write_bytes(text.encode(coding))
    numbers = read_content(content).files["files/big.csv"].numbers
    assert [(number.line, number.column) for number in numbers] == [(174_763, 1), (524_288, 9)]


@pytest.mark.parametrize("shift", range(0, 18, 3))
def test_a_number_at_any_border_is_found_once(content, shift):
    start = (1 << 20) - shift
    (content / "a.txt").write_text("x" * start + f" {ID} " + "y" * 3_000_000, "ascii")
    (number,) = read_content(content).files["a.txt"].numbers
    assert (number.line, number.column) == (1, start + 2)


@pytest.mark.parametrize(
    "written",
    [
        "1-1017-00\u200b230-70-8",
        "1\u2060-1017-00230-70\u00ad-8",
        "1-1017-00230-70" + "\u200b" * 3000 + "-8",
        "1&shy;-1017-00230-70-8",
        "1-1017-&#x30;0230-70-8",
        "1-1017-<b>00230</b>-70-8",
        "1-1017-<!-- x -->00230-70-8",
        "1-1017-**00230**-70-8",
        "１-１０１７-００２３０-７０-８",
        "๑\u200b๑๐๑๗๐๐๒๓๐๗๐๘",
    ],
)
def test_what_a_reader_does_not_see_hides_no_number(content, written):
    (content / "about.md").write_text(f"# ก\n\nผู้ร้อง {written} ได้รับคำตอบ\n", "utf-8")
    (number,) = read_content(content).files["about.md"].numbers
    assert (number.line, number.masked) == (3, "1-xxxx-xxxxx-xx-x")


def test_a_folder_nested_a_thousand_times_is_no_crash(content):
    folder = content
    for _ in range(300):
        folder /= "a"
    folder.mkdir(parents=True)
    assert [code for code, _ in problem_places(content)] == ["ITA522"]


def test_a_page_longer_than_anybody_reads_is_named_and_not_parsed(content):
    (content / "long.md").write_bytes(b"# x\n" + b"a" * 500_000)
    assert problem_places(content) == [("ITA539", "long.md")]
    assert read_content(content).files["long.md"].text == ""


def test_a_page_of_one_long_word_is_read_in_no_time():
    page = ContentFile("a.md", 499_000, Hidden(), "a" * 499_000)
    assert list(inner_link_problems(page)) == []
