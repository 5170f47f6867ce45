"""An Excel workbook: its sheets in turn, and what of it is left out."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Final

from lxml import etree
from openpyxl import load_workbook
from openpyxl.chartsheet import Chartsheet
from openpyxl.utils import range_boundaries

from ita_site.office.importer.document.blocks import (
    Block,
    FileContent,
    Paragraph,
    split_sheet,
)
from ita_site.office.importer.formats.excel.sheet import Sheet
from ita_site.office.importer.formats.office_file import BROKEN, RefusedError

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


_MOST_COVERED: Final = 100_000
"""Cells under merged ranges of a sheet."""
_MOST_VALUES: Final = 100_000
_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TEXT: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_BROKEN: Final = (
    *BROKEN,
    *(etree.LxmlError, SyntaxError, KeyError, AttributeError, TypeError, IndexError),
)


def read_excel(data: bytes, packed: zipfile.ZipFile, name: str) -> FileContent:
    """Read a `.xlsx` or `.xlsm`; macros are not looked at.

    Args:
        data: The file, which `open_package` finds to be safe.
        packed: The same as a package.
        name: What it is called.

    Returns:
        The blocks of each sheet in turn, and in Thai what of the file is not among them.

    Raises:
        RefusedError: ITA911 when it is no workbook, ITA915 when a sheet is far too large.
    """
    try:
        _refuse_endless(packed)
        return _read_sheets(data, packed)
    except _BROKEN as error:
        raise RefusedError("ITA911", file=name) from error


def _refuse_endless(packed: zipfile.ZipFile) -> None:
    """Look into the parts first: openpyxl makes a cell of everything that a range covers.

    Raises:
        RefusedError: ITA915.
    """
    titles = _titles(packed)
    for part in _parts_named(packed, "xl/worksheets/"):
        covered = values = 0
        with packed.open(part) as opened:
            for _, element in etree.iterparse(opened, tag=("{*}mergeCell", "{*}row")):
                if element.tag.endswith("row"):
                    values += sum(1 for _ in element.iter("{*}v", "{*}is"))
                    element.clear()
                    while element.getprevious() is not None:
                        del element.getparent()[0]
                    cell = element.get("r") or ""
                else:
                    cell = element.get("ref") or ""
                    covered += _area(cell)
                if covered > _MOST_COVERED or values > _MOST_VALUES:
                    sheet = titles.get(part, part.rpartition("/")[2])
                    raise RefusedError("ITA915", sheet=sheet, cell=cell)


def _area(reference: str) -> int:
    """Cells of a range such as `A1:C3`."""
    first_column, first_row, last_column, last_row = range_boundaries(reference)
    ends = (first_column or 1, first_row or 1, last_column or 1, last_row or 1)
    return (ends[2] - ends[0] + 1) * (ends[3] - ends[1] + 1)


def _titles(packed: zipfile.ZipFile) -> dict[str, str]:
    """What a reader calls each sheet, by its part."""
    parser = etree.XMLParser(resolve_entities=False)
    book = etree.fromstring(packed.read("xl/workbook.xml"), parser)
    links = etree.fromstring(packed.read("xl/_rels/workbook.xml.rels"), parser)
    parts = {link.get("Id"): link.get("Target") or "" for link in links}
    return {
        f"xl/{(parts.get(sheet.get(_ID)) or '').removeprefix('/xl/')}": sheet.get("name") or ""
        for sheet in book.iter("{*}sheet")
    }


def _read_sheets(data: bytes, packed: zipfile.ZipFile) -> FileContent:
    values, formulas = _open_workbook(data, values=True), _open_workbook(data, values=False)
    blocks: list[Block] = []
    left_out: list[str] = []
    for sheet in values.worksheets:
        if sheet.sheet_state == "visible":
            _read_sheet(sheet, formulas[sheet.title], blocks, left_out)
        else:
            left_out.append(f"แผ่นงาน “{sheet.title}” ถูกซ่อนไว้ ไม่ได้นำเข้า")
    left_out += [f"แผนภูมิ “{each.title}” ไม่ได้นำเข้า" for each in values.chartsheets]
    return FileContent((*blocks, *_boxes(packed)), (*left_out, *_pictures(packed)))


def _read_sheet(
    sheet: Worksheet, formulas: Worksheet | Chartsheet, blocks: list[Block], left_out: list[str]
) -> None:
    if isinstance(formulas, Chartsheet):
        return
    own = Sheet(sheet, formulas)
    blocks.extend(split_sheet(own.rows()))
    left_out.extend(own.left_out())


def _open_workbook(data: bytes, *, values: bool) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of extensions that are of no use here
        return load_workbook(io.BytesIO(data), data_only=values)


def _boxes(packed: zipfile.ZipFile) -> Iterator[Paragraph]:
    """The text boxes that lie on the sheets, which openpyxl does not read."""
    parser = etree.XMLParser(resolve_entities=False)
    count = 0
    for part in _parts_named(packed, "xl/drawings/drawing"):
        for body in etree.fromstring(packed.read(part), parser).iter("{*}txBody"):
            lines = ("".join(line.itertext(f"{_TEXT}t")) for line in body.iter(f"{_TEXT}p"))
            if text := "\n".join(lines).strip():
                count += 1
                yield Paragraph(text, f"กล่องข้อความ {count}")


def _pictures(packed: zipfile.ZipFile) -> Iterator[str]:
    if pictures := _parts_named(packed, "xl/media/"):
        yield f"รูปภาพ {len(pictures)} รายการ ข้อความในภาพไม่ได้นำเข้า"
    if controls := _parts_named(packed, "xl/ctrlProps/"):
        yield f"ช่องทำเครื่องหมายหรือปุ่มที่วางบนแผ่นงาน {len(controls)} รายการ ไม่ได้นำเข้า"
    if charts := _parts_named(packed, "xl/charts/chart"):
        yield f"แผนภูมิ {len(charts)} รายการ ไม่ได้นำเข้า"


def _parts_named(packed: zipfile.ZipFile, beginning: str) -> list[str]:
    return sorted(name for name in packed.namelist() if name.startswith(beginning))
