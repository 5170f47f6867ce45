"""The command line as an officer and a code host meet it.

Where the program's start, its encoding or its name is the point, the real command is run; else
the same function, within this process.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ita_site import __version__
from tests.commands import ita_site
from tests.site.project import contents

COMMAND = (str(Path(sys.executable).with_name("ita-site")),)
MODULE = (sys.executable, "-m", "ita_site")
WHOLE = "title: ก, steps: ข, units: ค, timeframe: ตลอดปีงบประมาณ, monitoring: ง"
CLEAN = {"2566/measures.yml": f"measures:\n  - {{id: a, {WHOLE}}}"}
WARNED = {**CLEAN, "2566/progress.yml": "progress:\n  - measure: a\n    status: done"}
FAULTY = {
    "2566/measures.yml": "measures:\n  - id: a\n    titel: ก",
    "2566/progress.yml": "progress:\n  - measure: a\n    updated_on: 2566-02-29",
}


@pytest.fixture
def run(tmp_path):
    """Calls the command in an empty folder, where `data` writes its `data/`."""

    def run(*arguments: str, **environment: str):
        return ita_site(tmp_path, *arguments, **{"SOURCE_DATE_EPOCH": "0", **environment})

    return run


@pytest.fixture
def run_alone(tmp_path):
    """Runs the real command there."""

    def run(*arguments: str, command=COMMAND, **environment: str):
        return subprocess.run(
            [*command, *arguments],
            cwd=tmp_path,
            env={**os.environ, "PYTHONWARNINGS": "error", "SOURCE_DATE_EPOCH": "0", **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=120,
            check=False,
        )

    return run


@pytest.mark.parametrize(
    ("files", "arguments", "code"),
    [
        (CLEAN, [], 0),
        (CLEAN, ["--strict"], 0),
        (WARNED, [], 0),
        (WARNED, ["--strict"], 1),
        (FAULTY, [], 1),
        (FAULTY, ["--format", "github"], 1),
        ({"agency.yml": None, "readme.txt": ""}, [], 1),
        (CLEAN, ["--data", "nowhere"], 1),
        (CLEAN, ["--format", "xml"], 2),
        (CLEAN, ["--lang", "fr"], 2),
        (CLEAN, ["--unknown"], 2),
        (CLEAN, ["surplus"], 2),
    ],
)
def test_check_exits_0_when_clean_1_on_problems_2_on_wrong_usage(data, run, files, arguments, code):
    data(files)
    result = run("check", *arguments)
    assert result.returncode == code
    assert "Traceback" not in result.stderr
    assert result.stdout == "" or code != 2


@pytest.mark.parametrize("arguments", [["unknown"], ["stage"], ["--unknown"]])
def test_wrong_usage_is_told_on_the_error_stream(run, arguments):
    result = run(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert "วิธีใช้: ita-site" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chek"], "ไม่มีคำสั่ง chek"),
        (["check", "--formt", "json"], "ไม่มีตัวเลือก --formt หมายถึง --format หรือไม่"),
        (["check", "-q"], "ไม่มีตัวเลือก -q"),
        (["check", "--data"], "ต้องใส่ค่าหลัง --data"),
        (
            ["check", "--format", "xml"],
            "ค่าของ --format ใช้ไม่ได้: “xml” ไม่อยู่ในค่าที่เลือกได้: text, github,",
        ),
        (["check", "เกิน", "มา"], "มีคำเกินมา: เกิน มา"),
        (["import", "--merge=ใช่", "--year", "2568"], "--merge ไม่มีค่าต่อท้าย"),
        (["import", "ไม่มี.docx", "--year", "2568"], "ใช้ไม่ได้: ไม่พบไฟล์ ไม่มี.docx"),
        (["import", ".", "--year", "2568"], "ใช้ไม่ได้: . เป็นโฟลเดอร์ ต้องเป็นไฟล์"),
        (["import"], "ต้องใส่ตัวเลือก --year"),
        (["explain"], "ต้องบอก WORD..."),
        (["build", "--jobs", "มาก"], "ค่าของ --jobs / -j ใช้ไม่ได้: “มาก” ไม่ใช่ตัวเลข"),
        (["build", "--jobs", "0"], "ค่าของ --jobs / -j ใช้ไม่ได้: 0 อยู่นอกช่วง x>=1"),
        (["build", "--shard", "9"], "ค่าของ --shard ใช้ไม่ได้: ต้องเป็นเช่น 3/16"),
        (["--lnag"], "ไม่มีตัวเลือก --lnag"),
    ],
)
def test_wrong_usage_is_told_in_thai(run, arguments, told):
    result = run(*arguments)
    assert result.returncode == 2
    last = result.stderr.splitlines()[-1]
    assert last.startswith("สั่งไม่ถูก: ")
    assert told in last
    assert not re.search(r"\b(?:Usage|Error|Try|option|Invalid|value|No such)\b", result.stderr)


@pytest.mark.parametrize("asked", [["--lang", "en"], ["--lang=en"]])
def test_wrong_usage_is_told_in_english_where_that_is_asked_for(run, asked):
    result = run("check", "--formt", "json", *asked)
    assert result.returncode == 2
    assert "Error: No such option" in result.stderr


@pytest.mark.parametrize(("form", "nothing"), [("text", ""), ("github", ""), ("json", "[]\n")])
def test_of_clean_data_stdout_holds_the_empty_result_alone(data, run, form, nothing):
    data(CLEAN)
    result = run("check", "--format", form)
    assert result.stdout == nothing
    assert result.stderr.endswith("\nไม่พบปัญหา ข้อมูลพร้อมเผยแพร่\n")
    assert ("  ครบ o42-units → /2566/o42/#measure-a" in result.stderr) is (form == "text")
    assert "O42" in result.stderr


def test_text_has_a_line_a_problem_and_the_count_on_the_error_stream(data, run):
    data(FAULTY)
    result = run("check")
    assert [line.partition(": ")[0] for line in result.stdout.splitlines()] == [
        "data/2566/measures.yml:3:5",
        "data/2566/progress.yml:3:17",
    ]
    assert "ไม่รู้จักช่อง “titel” — หมายถึง “title” ใช่หรือไม่" in result.stdout
    assert result.stderr == "ต้องแก้ 2 จุด เตือน 0 จุด\n"


def test_json_is_a_list_of_problems(data, run):
    data({**FAULTY, "2566/year.yml": "eit: {url: https://itas.nacc.go.th/x}"})
    entries = json.loads(run("check", "--format", "json").stdout)
    assert [(entry["file"], entry["level"], entry["code"]) for entry in entries] == [
        ("data/2566/measures.yml", "error", "ITA202"),
        ("data/2566/progress.yml", "error", "ITA206"),
        ("data/2566/year.yml", "warning", "ITA403"),
    ]


def test_annotations_name_level_file_line_and_column(data, run):
    data({"2566/year.yml": "eit: {url: https://itas.nacc.go.th/x}"})
    (line,) = run("check", "--format", "github", "--lang", "en").stdout.splitlines()
    assert line.startswith(
        "::warning file=data/2566/year.yml,line=1,col=12,title=ITA403 eit.url::“https://"
    )


def test_english_says_the_same_in_english(data, run):
    data(FAULTY)
    result = run("check", "--lang", "en")
    assert "“titel” is not a known field — did you mean “title”?" in result.stdout
    assert result.stderr == "2 errors, 0 warnings\n"


def test_hand_written_pages_are_checked_too(data, run, tmp_path):
    data(CLEAN)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/about.md").write_text("<!-- ita:sumary -->\n", "utf-8")
    result = run("check")
    assert result.returncode == 1
    assert result.stdout.startswith("content/about.md:1:1: error ITA501: ")


def test_a_hand_written_page_in_another_encoding_is_a_problem_and_no_crash(data, run, tmp_path):
    data(CLEAN)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/about.md").write_bytes("เกี่ยวกับ\n".encode("tis-620"))
    result = run("check")
    assert result.returncode == 1
    assert result.stdout.startswith("content/about.md:1:1: error ITA523: ")


@pytest.mark.parametrize(
    ("arguments", "environment", "read"),
    [
        ([], {}, "data"),
        ([], {"ITA_DATA": "other"}, "other"),
        (["--data", "third"], {"ITA_DATA": "other"}, "third"),
        ([], {"ITA_DATA": ""}, "data"),
    ],
)
def test_the_data_folder_is_the_option_else_ita_data_else_data(
    data, run, arguments, environment, read
):
    for folder in ("data", "other", "third"):
        data(FAULTY, folder)
    lines = run("check", *arguments, **environment).stdout.splitlines()
    assert {line.partition("/")[0] for line in lines} == {read}


@pytest.mark.parametrize("encoding", ["ascii", "cp874", "utf-8"])
def test_an_old_windows_terminal_costs_characters_but_no_message(data, run_alone, encoding):
    data(FAULTY)
    result = run_alone("check", PYTHONIOENCODING=encoding)
    assert "Traceback" not in result.stderr
    assert result.stdout.count("ITA20") == 2


@pytest.mark.parametrize("command", [COMMAND, MODULE])
def test_the_command_and_the_module_are_the_same(run, run_alone, command):
    assert run_alone("--version", command=command).stdout == f"ita-site, version {__version__}\n"
    assert (
        run_alone("-h", command=command).stdout.splitlines()[-2:]
        == run("--help").stdout.splitlines()[-2:]
    )


def test_the_real_command_answers_as_it_does_within_this_process(data, run, run_alone):
    data(FAULTY)
    alone, within = run_alone("check"), run("check")
    assert alone.returncode == within.returncode == 1
    assert (alone.stdout, alone.stderr) == (within.stdout, within.stderr)


def test_stage_writes_every_page_and_file_and_says_so_on_the_error_stream(data, run, tmp_path):
    data({**WARNED, "2566/year.yml": "eit: {url: https://itas.nacc.go.th/go/eit/xgitdi}"})
    result = run("stage", "out")
    assert (result.returncode, result.stdout) == (0, "")
    warning, summary = result.stderr.splitlines()
    assert "warning ITA304" in warning
    written = contents(tmp_path / "out")
    assert summary == f"เขียน {len(written) - 1} ไฟล์ไว้ใน out"
    pages = {"index.md", "2566/o43/index.md", "eit/qr.svg", "2566/data.json"}
    assert {f"pages/{path}" for path in pages} | {"mkdocs.yml", "look/main.html"} <= set(written)


def test_staged_hand_written_pages_have_their_blocks_and_keep_their_front_matter(
    data, run, tmp_path
):
    data(CLEAN)
    pages = {
        "about.md": "---\ntitle: เรา\n---\n\n<!-- ita:complaints -->\n",
        "sub/index.md": "# ย่อย\n\n<!-- ita:complaints -->\n",
    }
    for name, text in pages.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (tmp_path / "content/photo.png").write_bytes(b"\x89PNG\r\n\x1a\n\xff")
    assert run("stage", "out").returncode == 0
    staged = contents(tmp_path / "out/pages")
    assert staged["photo.png"] == b"\x89PNG\r\n\x1a\n\xff"
    about, sub = staged["about.md"].decode(), staged["sub/index.md"].decode()
    assert about.startswith("---\nita: {")
    assert "\ntitle: เรา\n---\n" in about
    assert sub.startswith("---\nita: {")
    for page in (about, sub):
        assert "<!-- ita:" not in page
        assert 'href="../complaints/"' in page


def test_staging_again_replaces_what_was_staged(data, run, tmp_path):
    data({**CLEAN, "2568/measures.yml": "measures: []"})
    run("stage", "out")
    assert (tmp_path / "out/pages/2568/o27/index.md").is_file()
    (tmp_path / "data/2568/measures.yml").unlink()
    (tmp_path / "data/2568").rmdir()
    assert run("stage", "out").returncode == 0
    assert not (tmp_path / "out/pages/2568").exists()
    assert (tmp_path / "out/pages/2566/o42/index.md").is_file()


def test_staging_twice_gives_the_same_bytes(data, run, tmp_path):
    data(CLEAN)
    run("stage", "one")
    run("stage", "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_stage_refuses_a_folder_it_did_not_write(data, run, tmp_path):
    data(CLEAN)
    foreign = tmp_path / "out"
    foreign.mkdir()
    (foreign / "thesis.docx").write_bytes(b"years of work")
    result = run("stage", "out")
    assert (result.returncode, result.stdout) == (2, "")
    assert "out" in result.stderr
    assert contents(foreign) == {"thesis.docx": b"years of work"}


def test_stage_refuses_a_file_in_the_folders_place(data, run, tmp_path):
    data(CLEAN)
    (tmp_path / "out").write_bytes(b"years of work")
    result = run("stage", "out")
    assert (result.returncode, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr
    assert (tmp_path / "out").read_bytes() == b"years of work"


def test_faulty_data_leaves_what_was_staged_as_it_was(data, run, tmp_path):
    data(CLEAN)
    run("stage", "out")
    before = contents(tmp_path / "out")
    data(FAULTY)
    result = run("stage", "out", "--lang", "en")
    assert (result.returncode, result.stdout) == (1, "")
    assert "error ITA202" in result.stderr
    assert contents(tmp_path / "out") == before


@pytest.mark.parametrize("folder", ["data", "content", ".", "data/2566"])
def test_stage_never_writes_over_its_own_sources(data, run, tmp_path, folder):
    data(CLEAN)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/about.md").write_text("# เรา\n", "utf-8")
    before = contents(tmp_path)
    assert run("stage", folder).returncode == 2
    assert contents(tmp_path) == before


def test_a_day_that_is_no_number_is_wrong_usage(data, run):
    data(CLEAN)
    result = run("check", SOURCE_DATE_EPOCH="today")
    assert "Traceback" not in result.stderr
    assert result.returncode == 2


AGENCY = {"agency.yml": "name: เทศบาลตำบลทดสอบ\nkind: subdistrict_municipality\n"}
PORTAL = {
    "agency.yml": None,
    **{f"sound/{name}": text for name, text in {**AGENCY, **CLEAN}.items()},
    **{f"faulty/{name}": text for name, text in {**AGENCY, **FAULTY}.items()},
}


@pytest.mark.parametrize(
    ("arguments", "environment"), [(["--keep-going"], {}), ([], {"ITA_KEEP_GOING": "1"})]
)
def test_a_check_that_keeps_going_names_whom_a_site_would_lack_and_is_not_content(
    data, run, arguments, environment
):
    data(PORTAL)
    result = run("check", *arguments, **environment)
    assert result.returncode == 1
    places = {line.split(":")[0] for line in result.stdout.splitlines() if "error" in line}
    assert places == {"data/faulty/2566/measures.yml", "data/faulty/2566/progress.yml"}
    assert result.stderr.endswith("\n  เทศบาลตำบลทดสอบ (data/faulty)\n")
    assert "/sound/2566/o42/" in result.stderr


def test_a_check_of_a_portal_does_not_go_on_by_itself(data, run):
    data(PORTAL)
    result = run("check")
    assert result.returncode == 1
    assert "data/faulty/2566/measures.yml" in result.stdout
    assert "/sound/2566/o42/" not in result.stderr


def test_stage_keeps_going_when_told_to_and_says_whom_the_site_lacks(data, run, tmp_path):
    data(PORTAL)
    assert run("stage", "out").returncode == 1
    assert not (tmp_path / "out").exists()
    result = run("stage", "out", "--keep-going", "--lang", "en")
    assert (result.returncode, result.stdout) == (0, "")
    assert "data/faulty/2566/measures.yml:3:5: error ITA202" in result.stderr
    assert result.stderr.splitlines()[-2:] == [
        "left out: 1 agencies with errors; a notice stands in their place",
        "  เทศบาลตำบลทดสอบ (data/faulty)",
    ]
    assert "ยังเผยแพร่ไม่ได้" in (tmp_path / "out/pages/faulty/2566/o42/index.md").read_text("utf-8")
    assert (tmp_path / "out/pages/sound/2566/o42/index.md").is_file()


def test_a_wish_to_keep_going_that_is_neither_yes_nor_no_is_wrong_usage(data, run):
    data(PORTAL)
    for command in (["check"], ["stage", "out"]):
        result = run(*command, ITA_KEEP_GOING="please")
        assert "Traceback" not in result.stderr
        assert result.returncode == 2
