"""Files as offices make them, through the whole import: the data files word for word.

`pytest --update-cases tests/office` writes what is expected anew.
"""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from ita_site.cli import main
from ita_site.facts.editions.load import edition_for
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.office.importer.document.blocks import Paragraph, Table
from ita_site.office.importer.formats.readers import read_blocks
from ita_site.office.importer.recognise import recognise
from ita_site.site.load import load_site
from tests.office.excel_files import EXCEL, exported
from tests.office.ooxml import W
from tests.office.word_files import WORD

EXPECTED = Path(__file__).parent / "expected"
DAY = BEDate(2568, 2, 1)
FILES = {
    **{f"{name}.docx": make for name, make in WORD.items()},
    **{f"{name}.xlsx": make for name, make in EXCEL.items()},
    "คะแนน.csv": exported,
}
CELLS = {
    "มาตรการ.docx": (33, 24, 6),
    "ผลการดำเนินการ.docx": (29, 29, 0),
    "ผลการวิเคราะห์.docx": (37, 35, 0),
    "คะแนน.xlsx": (37, 37, 0),
    "มาตรการ.xlsx": (19, 17, 0),
    "ผลการดำเนินการ.xlsx": (17, 17, 0),
    "คะแนน.csv": (33, 33, 0),
}
"""Cells found, in the data, and in the rest: there it is the heading printed again."""
every_file = pytest.mark.parametrize("name", FILES)


@cache
def made(name):
    return FILES[name]()


@pytest.fixture
def file(name, tmp_path):
    path = tmp_path / name
    path.write_bytes(made(name))
    return path


def understood(file):
    found = read_blocks(file)
    return recognise(found.blocks, 2568, edition_for(2568), document=file.name), found


def as_text(intake, found):
    parts = {**intake.files, "import-rest.txt": intake.rest, "report": str(intake.report)}
    parts["left out"] = "\n".join(found.left_out)
    return "\n".join(f"==> {name} <==\n{text}" for name, text in parts.items() if text)


@every_file
def test_a_file_becomes_these_data_files(name, file, expect):
    expect(EXPECTED / f"{name}.txt", as_text(*understood(file)))


@every_file
def test_no_cell_and_no_paragraph_is_lost(name, file):
    report = understood(file)[0].report
    cells = report.cells
    assert (cells.total, cells.in_data, cells.in_rest) == CELLS[name]
    assert (cells.lost, report.paragraphs.lost) == (0, 0)


def squeezed(text):
    return re.sub(r"\s+", "", text)


def everything(blocks):
    """All text of the blocks, without space."""
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    tables = [block for block in blocks if isinstance(block, Table)]
    texts += [cell.text for table in tables for row in table.rows for cell in row]
    return squeezed("\n".join(texts))


@pytest.mark.parametrize("name", [f"{name}.docx" for name in WORD])
def test_every_text_of_a_word_file_is_in_its_blocks(file):
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as package:
        parts = [
            each for each in package.namelist() if each.endswith(("document.xml", "notes.xml"))
        ]
        roots = [etree.fromstring(package.read(part)) for part in parts]
    told = everything(read_blocks(file).blocks)
    said = [element.text or "" for root in roots for element in root.iter(f"{{{W}}}t")]
    assert said
    assert [text for text in said if squeezed(text) not in told] == []


@pytest.mark.parametrize("name", [f"{name}.xlsx" for name in EXCEL])
def test_every_text_of_a_workbook_that_shows_is_in_its_blocks(file):
    told = everything(read_blocks(file).blocks)
    book = load_workbook(file)
    values = [
        cell.value
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
        for column in sheet.iter_cols()
        if not sheet.column_dimensions[get_column_letter(column[0].column)].hidden
        for cell in column
    ]
    texts = [value for value in values if isinstance(value, str)]
    assert texts
    assert [text for text in texts if squeezed(text) not in told] == []


def imported(file, folder, *more: str):
    words = ["import", str(file), "--year", "2568", "--into", str(folder), *more]
    return CliRunner().invoke(main, words, catch_exceptions=False)


@every_file
def test_the_site_builds_from_it(file, tmp_path):
    assert imported(file, tmp_path / "data").exit_code == 0
    assert load_site(tmp_path / "data", None, DAY).outputs.artifacts


def test_a_year_is_gathered_from_several_files(tmp_path):
    """The scores as Excel, the measures as Word, the results as Excel: one folder, in turn."""
    data = tmp_path / "data"
    for name in ("คะแนน.xlsx", "มาตรการ.docx", "ผลการดำเนินการ.xlsx"):
        (tmp_path / name).write_bytes(made(name))
        assert imported(tmp_path / name, data, "--merge").exit_code == 0
    facts = read_publication(data).publication.agencies[0].years[0]
    assert [score.no for score in facts.assessment.indicators] == list(range(1, 11))
    assert [measure.id for measure in facts.measures.measures] == [
        f"measure-{at}" for at in range(1, 7)
    ]
    assert len(facts.progress.progress) == 2
