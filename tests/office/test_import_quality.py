"""The benchmark of import itself: it makes what its keys say, and finds what went wrong."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import docx
import openpyxl
import pypdf
import pytest

from tests.bench.import_quality import measured, share_right
from tests.bench.office_files.desk import vocabulary
from tests.bench.office_files.found import Found, look
from tests.bench.office_files.judge import Verdict, judge
from tests.bench.office_files.key import WHOLE_YEAR, Fact, Fate
from tests.bench.office_files.make import office_files

if TYPE_CHECKING:
    from pathlib import Path

VOCABULARIES = ("open", "held_back", "unseen")
LEAST_RIGHT = 0.96
"""What the open vocabulary reached when this was written, and a little less."""


@pytest.mark.parametrize("words", VOCABULARIES)
def test_the_same_seed_makes_the_same_files_and_another_others(words):
    first, again, other = (list(office_files(seed, words)) for seed in (1, 1, 2))
    assert first == again
    assert first != other
    assert len(first) >= 40


@pytest.mark.parametrize("words", VOCABULARIES)
def test_every_value_of_a_key_stands_in_its_document(words):
    for file in office_files(3, words):
        text = file.made.document.text()
        missing = [fact for fact in file.made.facts if fact.printed not in text]
        assert not missing, file.name


def test_a_column_has_six_wordings_that_no_other_vocabulary_has():
    every = [vocabulary(words)["headings"] for words in VOCABULARIES]
    assert len({tuple(headings) for headings in every}) == 1
    for role in every[0]:
        wordings = [set(headings[role]) for headings in every]
        assert min(map(len, wordings)) >= 6, role
        assert sum(map(len, wordings)) == len(set.union(*wordings)), role


@pytest.mark.thorough
def test_files_hold_their_documents_as_other_libraries_read_them(tmp_path):
    for file in office_files(1, "open"):
        path = file.write(tmp_path)
        wanted = {fact.printed for fact in file.made.facts if len(fact.printed) > 12}
        text = READERS.get(path.suffix, _plain)(path)
        assert path.suffix == ".pdf" or not [one for one in wanted if one not in text], file.name


def _word(path: Path) -> str:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def _excel(path: Path) -> str:
    sheets = openpyxl.load_workbook(path).worksheets
    return "\n".join(str(cell) for sheet in sheets for row in sheet.values for cell in row)


def _odt(path: Path) -> str:
    return zipfile.ZipFile(path).read("content.xml").decode("utf-8")


def _plain(path: Path) -> str:
    return path.read_text("utf-8")


def _pdf(path: Path) -> str:
    """A cell's words stand on many lines of a printed page: only that there is text."""
    pages = pypdf.PdfReader(path).pages
    assert any(page.extract_text().strip() for page in pages)
    return ""


READERS = {".docx": _word, ".xlsx": _excel, ".odt": _odt, ".ods": _odt, ".pdf": _pdf}

TITLE = "เปิดเผยแผนการใช้จ่ายงบประมาณ"
FACTS = (
    Fact(TITLE, ("title",), TITLE, TITLE, "มาตรการ"),
    Fact(TITLE, ("steps",), "แจกแผนฉบับย่อในการประชุม", "1. แจกแผนฉบับย่อในการประชุม", "ขั้นตอน"),
    Fact(TITLE, ("units",), "กองคลัง", "กองคลัง", "ผู้รับผิดชอบ"),
    Fact(TITLE, ("timeframe",), "ต.ค. 67 - มี.ค. 68", "ต.ค. 67 - มี.ค. 68", "เวลา", months=(0, 5)),
    Fact(TITLE, ("budget",), "5,000", "5,000 บาท", "งบประมาณ"),
    Fact(TITLE, ("summary",), "แจกแก่บุคลากรแล้ว 96 คน", "แจกแก่บุคลากรแล้ว 96 คน", "ผล", WHOLE_YEAR),
    Fact(TITLE, (), "พนักงานทุกคนของเทศบาล", "พนักงานทุกคนของเทศบาล", "กลุ่มเป้าหมาย", fate=Fate.REST),
    Fact(TITLE, (), "นายประสิทธิ์ ดีเลิศ", "นายประสิทธิ์ ดีเลิศ", "ติดต่อ", fate=Fate.OUT),
)
MEASURES = f"""measures:
  - id: m1
    title: {TITLE}
    steps: 1. แจกแผนฉบับย่อในการประชุม
    units: กองคลัง
    timeframe: 2567-10 ถึง 2568-03
    budget: 5000 บาท
"""
PROGRESS = "progress:\n  - {measure: m1, round: 12, summary: แจกแก่บุคลากรแล้ว 96 คน}\n"
REST = "[ตาราง 1] กลุ่มเป้าหมาย\nพนักงานทุกคนของเทศบาล\n"


@pytest.fixture
def found(tmp_path):
    """What stands in a project after an import that wrote these."""

    def stand(measures=MEASURES, progress=PROGRESS, rest=REST, said="", code=0) -> Found:
        year = tmp_path / "data/2568"
        year.mkdir(parents=True, exist_ok=True)
        (year / "measures.yml").write_text(measures, "utf-8")
        (year / "progress.yml").write_text(progress, "utf-8")
        (tmp_path / "import-rest.txt").write_text(rest, "utf-8")
        return look(tmp_path, said, code)

    return stand


def _verdicts(found: Found) -> dict[str, str]:
    score = judge(FACTS, (TITLE,), found)
    return {each.fact.heading: each.verdict for each in score.judged}


def test_an_import_without_fault_is_right_in_all(found):
    score = judge(FACTS, (TITLE,), found())
    assert [each.verdict for each in score.judged] == ["right"] * 6 + ["rest", "left out"]
    assert score.measures_right
    assert score.beside == ()


def test_a_value_in_another_field_is_wrong_and_stands_beside(found):
    wrong = found(MEASURES.replace("units:", "monitoring:"))
    assert _verdicts(wrong)["ผู้รับผิดชอบ"] == Verdict.SILENT
    assert [value.field for value in judge(FACTS, (TITLE,), wrong).beside] == ["monitoring"]


def test_a_wrong_value_the_officer_was_told_of_is_not_silent(found):
    wrong = found(MEASURES.replace("units:", "monitoring:"), said="หัวตาราง “ผู้รับผิดชอบ” โปรดดู")
    assert _verdicts(wrong)["ผู้รับผิดชอบ"] == Verdict.TOLD


def test_a_value_under_a_comment_that_asks_is_doubted(found):
    asked = MEASURES.replace("    units", "    # ไม่แน่ใจ โปรดดู\n    units")
    assert _verdicts(found(asked))["ผู้รับผิดชอบ"] == Verdict.DOUBTED


@pytest.mark.parametrize("line", ["", "    # กองคลัง\n"])
def test_a_value_that_stands_nowhere_or_in_a_comment_is_lost(found, line):
    assert _verdicts(found(MEASURES.replace("    units: กองคลัง\n", line)))["ผู้รับผิดชอบ"] == "lost"


def test_a_value_kept_is_no_loss_and_not_right(found):
    kept = found(
        MEASURES.replace("    budget: 5000 บาท\n", ""), rest=REST + "งบประมาณ\n5,000 บาท\n"
    )
    assert _verdicts(kept)["งบประมาณ"] == Verdict.REST


def test_another_time_or_sum_at_the_place_is_wrong(found):
    verdicts = _verdicts(found(MEASURES.replace("2568-03", "2568-06").replace("5000", "500")))
    assert verdicts["เวลา"] == verdicts["งบประมาณ"] == Verdict.SILENT


def test_a_report_of_another_round_is_wrong(found):
    assert _verdicts(found(progress=PROGRESS.replace("12", "6")))["ผล"] == Verdict.SILENT


def test_a_person_is_found_in_the_data_and_in_the_rest(found):
    for kept in (found(rest=REST + "นายประสิทธิ์  ดีเลิศ"), found(MEASURES + "# นายประสิทธิ์ ดีเลิศ\n")):
        assert _verdicts(kept)["ติดต่อ"] == Verdict.LEAKED


def test_what_no_field_is_made_for_is_right_in_none(found):
    taken = found(MEASURES + "    monitoring: พนักงานทุกคนของเทศบาล\n", rest="")
    assert _verdicts(taken)["กลุ่มเป้าหมาย"] == Verdict.SILENT


def test_a_second_measure_of_the_same_row_is_noticed(found):
    two = MEASURES + "  - {id: m2, title: กองคลัง}\n"
    assert not judge(FACTS, (TITLE,), found(two)).measures_right


def test_a_refused_file_is_told_from_a_lost_one(found):
    nothing = found("measures: []\n", "progress: []\n", "", code=1)
    assert set(_verdicts(nothing).values()) == {"refused", "left out"}


@pytest.mark.thorough
def test_import_reads_office_files_as_well_as_it_did():
    assert share_right(measured(1, "open")) >= LEAST_RIGHT
