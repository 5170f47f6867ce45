"""The door for Excel workbooks."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Final

from lxml import etree
from openpyxl import load_workbook
from openpyxl.chartsheet import Chartsheet

from ita_site.office.importer.blocks import Block, Paragraph, Read
from ita_site.office.importer.excel.workbook import Sheet
from ita_site.office.importer.office_file import BROKEN
from ita_site.office.importer.refused import RefusedError
from ita_site.office.importer.sheets import sheet_blocks

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_TEXT: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_BROKEN: Final = (
    *BROKEN,
    *(etree.LxmlError, SyntaxError, KeyError, AttributeError, TypeError, IndexError),
)


def read_excel(data: bytes, packed: zipfile.ZipFile, name: str) -> Read:
    """Read a `.xlsx` or `.xlsm`; macros are not looked at.

    Args:
        data: The file, which `unpacked.package` found to be safe.
        packed: The same as a package.
        name: What it is called.

    Returns:
        The blocks of each sheet in turn, and in Thai what of the file is not among them.

    Raises:
        RefusedError: ITA911 when it is no workbook, ITA915 when a sheet is far too large.
    """
    try:
        return _gathered(data, packed)
    except _BROKEN as error:
        raise RefusedError("ITA911", file=name) from error


def _gathered(data: bytes, packed: zipfile.ZipFile) -> Read:
    values, formulas = _opened(data, values=True), _opened(data, values=False)
    blocks: list[Block] = []
    left_out: list[str] = []
    for sheet in values.worksheets:
        if sheet.sheet_state == "visible":
            _read(sheet, formulas[sheet.title], blocks, left_out)
        else:
            left_out.append(f"แผ่นงาน “{sheet.title}” ถูกซ่อนไว้ ไม่ได้นำเข้า")
    left_out += [f"แผนภูมิ “{each.title}” ไม่ได้นำเข้า" for each in values.chartsheets]
    return Read((*blocks, *_boxes(packed)), (*left_out, *_pictures(packed)))


def _read(
    sheet: Worksheet, formulas: Worksheet | Chartsheet, blocks: list[Block], left_out: list[str]
) -> None:
    if isinstance(formulas, Chartsheet):
        return
    own = Sheet(sheet, formulas)
    blocks.extend(sheet_blocks(own.rows()))
    left_out.extend(own.left_out())


def _opened(data: bytes, *, values: bool) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of extensions that are of no use here
        return load_workbook(io.BytesIO(data), data_only=values)


def _boxes(packed: zipfile.ZipFile) -> Iterator[Paragraph]:
    """The text boxes that lie on the sheets, which openpyxl does not read."""
    parser = etree.XMLParser(resolve_entities=False)
    count = 0
    for part in _named(packed, "xl/drawings/drawing"):
        for body in etree.fromstring(packed.read(part), parser).iter("{*}txBody"):
            lines = ("".join(line.itertext(f"{_TEXT}t")) for line in body.iter(f"{_TEXT}p"))
            if text := "\n".join(lines).strip():
                count += 1
                yield Paragraph(text, f"กล่องข้อความ {count}")


def _pictures(packed: zipfile.ZipFile) -> Iterator[str]:
    if pictures := _named(packed, "xl/media/"):
        yield f"รูปภาพ {len(pictures)} รายการ ข้อความในภาพไม่ได้นำเข้า"
    if charts := _named(packed, "xl/charts/chart"):
        yield f"แผนภูมิ {len(charts)} รายการ ไม่ได้นำเข้า"


def _named(packed: zipfile.ZipFile, beginning: str) -> list[str]:
    return sorted(name for name in packed.namelist() if name.startswith(beginning))
