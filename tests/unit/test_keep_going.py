"""A portal in which one agency's data is faulty: nothing is built, or a notice stands for it."""

from __future__ import annotations

import shutil

import pytest

from ita_site.facts.problems import DataError, ItaSiteError
from ita_site.facts.thai.calendar import BEDate
from ita_site.site.load import check_site, load_site
from ita_site.site.manifest import Identity
from ita_site.site.settings import keeps_going
from ita_site.site.write_manifest import describe_site
from tests.conftest import AGENCY

DAY = BEDate(2566, 5, 15)
SOUND = {"2566/measures.yml": "measures: [{id: a, title: ก}]", "agency.yml": AGENCY}
FAULTY = {
    "2566/measures.yml": "measures: [{id: a, titel: ก}]",
    "2568/year.yml": "assessment_year: 2568",
    "agency.yml": "name: เทศบาลตำบลพลาด\nkind: subdistrict_municipality\nprovince: ตาก\n",
}


@pytest.fixture
def folder(data):
    """Writes a portal: of each agency its files."""

    def write(*, root: dict[str, str] | None = None, **agencies: dict[str, str]):
        files = {
            f"{slug}/{name}": text for slug, of in agencies.items() for name, text in of.items()
        }
        return data({"agency.yml": None, **(root or {}), **files})

    return write


def built(folder, content=None) -> dict[str, str]:
    outputs = load_site(folder, content, DAY, keep_going=True).outputs
    made = (file for file in outputs.artifacts if file.is_page)
    return {file.path.removesuffix("index.md"): file.content.decode() for file in made}


def test_by_default_nothing_is_built_and_every_agencys_problems_are_told(folder):
    made = folder(one=FAULTY, two=SOUND, three=FAULTY)
    with pytest.raises(DataError) as raised:
        load_site(made, None, DAY)
    errors = (problem for problem in raised.value.problems if problem.is_error)
    found = {problem.file.split("/")[-3] for problem in errors}
    assert found == {"one", "three"}


def test_a_notice_stands_at_every_address_of_the_faulty_agency_alone(folder):
    pages = built(folder(one=FAULTY, two=SOUND))
    own = {address.removeprefix("one/") for address in pages if address.startswith("one/")}
    assert {"", "2566/", "2566/o42/", "2566/o43/", "2568/o27/", "eit/", "complaints/"} <= own
    for address in own:
        assert "ข้อมูลของหน่วยงานนี้ยังเผยแพร่ไม่ได้" in pages[f"one/{address}"]
        assert "เทศบาลตำบลพลาด" in pages[f"one/{address}"]
    others = [page for address, page in pages.items() if address.startswith("two/")]
    assert others
    assert not [page for page in others if "ยังเผยแพร่ไม่ได้" in page]


def test_a_sound_agencys_files_do_not_change_for_anothers_fault(folder):
    together = load_site(folder(one=FAULTY, two=SOUND), None, DAY, keep_going=True).outputs
    mended = load_site(folder(one=SOUND, two=SOUND), None, DAY).outputs
    files = [
        {file.path: file.content for file in outputs.artifacts if file.path.startswith("two/")}
        for outputs in (together, mended)
    ]
    assert files[0] == files[1]
    assert not [
        file.path
        for file in together.artifacts
        if file.path.startswith("one/") and not file.is_page
    ]


def test_who_reports_corruption_finds_the_national_channels_in_a_notice(folder):
    notice = built(folder(one=FAULTY, two=SOUND))["one/complaints/"]
    assert 'href="tel:1205"' in notice


def test_the_portals_pages_name_whom_they_lack(folder):
    pages = built(folder(one=FAULTY, two=SOUND))
    for address in ("", "compare/", "complaints/"):
        (line,) = [line for line in pages[address].splitlines() if "เทศบาลตำบลพลาด" in line]
        assert "ยังเผยแพร่ไม่ได้" in line
        assert 'one/"' in line or 'one/complaints/"' in line
    assert "เทศบาลตำบลพลาด" not in pages["compare/2566/"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("name: เทศบาลตำบลชื่อ\nkind: ตำบน\n", "เทศบาลตำบลชื่อ"),
        ("name: [ก]\nkind: other\n", "one"),
        ("name:\nkind: other\n", "one"),
        ("kind: other\n", "one"),
        ("name: 'ค้าง\n", "one"),
        ("- ก\n", "one"),
    ],
)
def test_a_notice_bears_the_name_where_it_can_be_read(folder, text, name):
    pages = built(folder(one={**SOUND, "agency.yml": text}, two=SOUND))
    assert f'<p class="ita-official">{name}</p>' in pages["one/"]


def test_facts_that_nobody_owns_up_to_are_left_out_as_well(folder):
    pages = built(folder(one={"2566/measures.yml": SOUND["2566/measures.yml"]}, two=SOUND))
    assert "ยังเผยแพร่ไม่ได้" in pages["one/2566/o42/"]


def test_an_agency_whose_folder_is_no_address_is_named_without_a_link(folder):
    files = {f"Nong Bua/{name}": text for name, text in SOUND.items()}
    pages = built(folder(root=files, two=SOUND))
    assert not [address for address in pages if "Nong" in address]
    assert pages[""].count("เทศบาลตำบลทดสอบ") == 2
    assert "Nong Bua" not in pages[""]


def test_what_is_left_out_is_told_by_name_and_folder_with_every_error(folder):
    made = folder(one=FAULTY, two=SOUND)
    site = load_site(made, None, DAY, keep_going=True)
    assert site.withheld == (f"เทศบาลตำบลพลาด ({made}/one)",)
    assert {error.code for error in site.errors} == {"ITA202"}
    found = check_site(made, made / "content", DAY, keep_going=True)
    assert set(site.errors) <= set(found.problems)
    assert found.withheld == site.withheld
    assert set(found.verdicts) == {"two/2566/"}


def test_the_check_goes_on_to_the_hand_written_pages(folder, tmp_path):
    content = tmp_path / "content"
    content.mkdir()
    (content / "about.md").write_text("# เรา\n\n<!-- ita:sumary -->\n", "utf-8")
    made = folder(one=FAULTY, two=SOUND)
    assert "ITA501" not in {found.code for found in check_site(made, content, DAY).problems}
    found = check_site(made, content, DAY, keep_going=True).problems
    assert {"ITA202", "ITA501"} <= {problem.code for problem in found}


@pytest.mark.parametrize(
    "root",
    [{"portal.yml": "nmae: ก\n"}, {"channels.yml": "channels: []\n"}, {"stray/notes.txt": "ก"}],
    ids=["portal", "stranger", "folder"],
)
def test_a_fault_of_nobody_stops_the_build_all_the_same(folder, root):
    with pytest.raises(DataError) as raised:
        built(folder(root=root, one=FAULTY, two=SOUND))
    assert {"ITA202"} < {problem.code for problem in raised.value.problems}


def test_a_site_of_notices_alone_is_not_built(folder):
    with pytest.raises(DataError):
        built(folder(one=FAULTY))


def test_a_single_agency_has_no_other_to_go_on_with(data):
    with pytest.raises(DataError):
        built(data(FAULTY))


def test_a_block_of_an_agency_left_out_breaks_no_hand_written_page(folder, tmp_path):
    content = tmp_path / "content"
    content.mkdir()
    text = "<!-- ita:summary agency=one year=2566 -->"
    (content / "about.md").write_text(f"{text}\n", "utf-8")
    outputs = load_site(folder(one=FAULTY, two=SOUND), content, DAY, keep_going=True).outputs
    assert "ข้อมูลของเทศบาลตำบลพลาดยังเผยแพร่ไม่ได้" in outputs.fill_blocks(text, "about/")


def test_mended_data_takes_the_notices_away(folder):
    made = folder(one=FAULTY, two=SOUND)
    built(made)
    shutil.copy(made / "two/2566/measures.yml", made / "one/2566/measures.yml")
    assert load_site(made, None, DAY, keep_going=True).withheld == ()
    assert "ยังเผยแพร่ไม่ได้" not in "".join(built(made).values()).replace("help", "")


@pytest.mark.parametrize(
    ("said", "asked", "goes"),
    [
        (None, False, False),
        (None, True, True),
        ("", True, True),
        ("1", False, True),
        ("yes", False, True),
        ("0", True, False),
        ("no", True, False),
    ],
)
def test_the_environment_goes_before_what_was_asked(monkeypatch, said, asked, goes):
    if said is not None:
        monkeypatch.setenv("ITA_KEEP_GOING", said)
    assert keeps_going(asked) is goes


def test_an_answer_that_is_neither_is_refused(monkeypatch):
    monkeypatch.setenv("ITA_KEEP_GOING", "maybe")
    with pytest.raises(ItaSiteError, match="maybe"):
        keeps_going(False)


OIT = {"2566/oit.yml": "items:\n  - {code: O1, url: complaint/}\n"}


def test_a_fault_that_only_shows_in_the_pages_withholds_its_agency_as_well(folder):
    made = folder(one={**SOUND, **OIT}, two=FAULTY, three=SOUND)
    site = load_site(made, None, DAY, keep_going=True)
    assert [name.split("/")[-1] for name in site.withheld] == ["one)", "two)"]
    assert {"ITA202", "ITA428"} <= {error.code for error in site.errors}
    assert not [warning for warning in site.warnings if warning.is_error]
    assert "ยังเผยแพร่ไม่ได้" in built(made)["one/2566/oit/"]


def test_an_agency_at_an_address_of_the_portal_stops_the_build_all_the_same(folder):
    with pytest.raises(DataError) as raised:
        built(folder(compare=SOUND, two=SOUND))
    assert "ITA504" in {problem.code for problem in raised.value.problems}


def test_the_manifest_names_whom_the_site_lacks_and_no_folder_of_ours(folder):
    made = folder(one=FAULTY, two=SOUND, root={"portal.yml": "name: รวม\n"})
    told = describe_site(load_site(made, None, DAY, keep_going=True), made, "https://a.go.th/", {})
    assert told.withheld == ("เทศบาลตำบลพลาด",)
    assert told.errors > 0
    assert told.site == Identity("รวม", "https://a.go.th/")
