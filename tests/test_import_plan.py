"""`ita-site import --plan`: how a document is read is shown, mended, followed and remembered."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from ita_site.cli import main
from ita_site.facts.strict_yaml.parse import read
from tests.office.ooxml import docx, p, tbl, tr

TITLE = p("เทศบาลตำบลหนองตัวอย่าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๘")
TABLE = tbl(
    tr("มาตรการ", "ขั้นตอน", "ทีมงาน", "เพลงประจำ"),
    tr("ปรับปรุงคู่มือ", "ทบทวนคู่มือ", "ชุดที่ 1", "ครบทุกงาน"),
    tr("ทำป้ายบอกทาง", "ติดตั้งป้าย", "ชุดที่ 2", "ครบทุกจุด"),
)
PLAN = "มาตรการ.docx.plan.yml"


@pytest.fixture
def office(tmp_path, monkeypatch):
    """Writes a document and runs the import; returns exit code and everything that was said."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ITA_DATA", raising=False)
    (tmp_path / "มาตรการ.docx").write_bytes(docx(TITLE + TABLE))

    def imported(*arguments: str, file="มาตรการ.docx"):
        words = ["import", file, "--year", "2568", *arguments]
        return CliRunner().invoke(main, words, catch_exceptions=False)

    return imported


def measures(folder):
    return read((folder / "data/2568/measures.yml").read_bytes()).value["measures"]


def mend(folder, *pairs: tuple[str, str]):
    text = (folder / PLAN).read_text("utf-8")
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    (folder / PLAN).write_text(text, "utf-8")


UNKNOWN = "heading: ทีมงาน\n        role: เก็บไว้"
UNITS = "heading: ทีมงาน\n        role: ผู้รับผิดชอบ"


def test_a_plan_is_written_and_nothing_else(office, tmp_path):
    told = office("--plan")
    assert told.exit_code == 0
    assert "ทีมงาน → เก็บไว้\n      ชุดที่ 1 | ชุดที่ 2\n" in told.output
    assert {path.name for path in tmp_path.iterdir()} == {"มาตรการ.docx", PLAN}
    text = (tmp_path / PLAN).read_text("utf-8")
    assert (
        "# เช่น ปรับปรุงคู่มือ | ทำป้ายบอกทาง\n      - heading: มาตรการ\n        role: มาตรการ\n" in text
    )
    assert UNKNOWN in text


def test_a_plan_that_says_the_same_changes_nothing(office, tmp_path):
    office()
    alone = (tmp_path / "data/2568/measures.yml").read_bytes()
    office("--plan")
    (tmp_path / "data/2568/measures.yml").unlink()
    assert office().exit_code == 0
    assert (tmp_path / "data/2568/measures.yml").read_bytes() == alone
    assert not (tmp_path / "import-headings.yml").exists()


def test_a_word_of_the_plan_is_followed_and_remembered(office, tmp_path):
    office("--plan")
    mend(tmp_path, (UNKNOWN, UNITS))
    told = office()
    assert f"อ่านตามแผน {PLAN}" in told.output
    assert [each["units"] for each in measures(tmp_path)] == ["ชุดที่ 1", "ชุดที่ 2"]
    assert "heading: ทีมงาน\n    role: ผู้รับผิดชอบ" in (tmp_path / "import-headings.yml").read_text(
        "utf-8"
    )
    (tmp_path / "ใหม่.docx").write_bytes(docx(TITLE + TABLE))
    (tmp_path / "data/2568/measures.yml").unlink()
    office(file="ใหม่.docx")
    assert [each["units"] for each in measures(tmp_path)] == ["ชุดที่ 1", "ชุดที่ 2"]


def test_a_plan_that_is_there_is_not_written_over(office, tmp_path):
    office("--plan")
    mend(tmp_path, (UNKNOWN, UNITS))
    told = office("--plan")
    assert "ทีมงาน → ผู้รับผิดชอบ" in told.output
    assert UNITS in (tmp_path / PLAN).read_text("utf-8")


def test_heading_rows_are_as_the_plan_says(office, tmp_path):
    rows = tbl(tr("งานที่จะทำ", "ใครทำ"), tr("ทำป้าย", "กองช่าง"), tr("ทำเว็บ", "สำนักปลัด"))
    (tmp_path / "มาตรการ.docx").write_bytes(docx(TITLE + rows))
    office("--plan")
    mend(tmp_path, ("heading_rows: []", "heading_rows: [1]"))
    plan = (tmp_path / PLAN).read_text("utf-8")
    first, second = "มาตรการ", "ผู้รับผิดชอบ"
    plan = plan.replace("role: เก็บไว้", f"role: {first}", 1).replace(
        "role: เก็บไว้", f"role: {second}"
    )
    (tmp_path / PLAN).write_text(plan, "utf-8")
    assert office().exit_code == 0
    assert [(each["title"], each["units"]) for each in measures(tmp_path)] == [
        ("ทำป้าย", "กองช่าง"),
        ("ทำเว็บ", "สำนักปลัด"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "code", "word"),
    [
        (UNKNOWN, UNKNOWN.replace("เก็บไว้", "ทีมนักร้อง"), "ITA933", f"{PLAN}:"),
        ("role: มาตรการ", "role: มาตรการ\n        round: 6", "ITA933", "round “6”"),
        ("tables:", "table:", "ITA933", "ไม่มี tables"),
        ("tables:", "tables", "ITA101", "อ่านบรรทัดนี้ไม่ได้"),
        ("table: ตาราง 1", "table: ตาราง 9", "ITA934", "ตาราง 1"),
        ("      - heading: เพลงประจำ\n        role: เก็บไว้\n", "", "ITA935", "4"),
    ],
)
def test_a_plan_that_cannot_be_followed_is_refused(office, tmp_path, before, after, code, word):  # noqa: PLR0913, PLR0917 - a case
    office("--plan")
    mend(tmp_path, (before, after))
    told = office()
    assert told.exit_code == 1
    assert code in told.output
    assert word in told.output
    assert not (tmp_path / "data").exists()
