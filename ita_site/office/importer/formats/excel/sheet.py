"""A sheet of a workbook: its visible cells as texts, and what of it is left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.utils import get_column_letter

from ita_site.office.importer.document.blocks import Cell
from ita_site.office.importer.formats.excel.display import Value, display_value
from ita_site.office.importer.formats.excel.links import with_address
from ita_site.office.importer.formats.office_file import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.worksheet.worksheet import Worksheet

    from ita_site.office.importer.document.blocks import Row

_Place: TypeAlias = tuple[int, int]

_MOST_CELLS: Final = 400_000
_LISTED: Final = 12
_THAI_FORMATS: Final = {
    59: "t0",
    60: "t0.00",
    61: "t#,##0",
    62: "t#,##0.00",
    67: "t0%",
    68: "t0.00%",
    14: "d/m/bbbb",
    71: "d/m/bbbb",
    72: "d-mmm-bb",
    73: "d-mmm",
    74: "mmm-bb",
    79: "[$-107041E]d/m/yyyy h:mm",
    81: "d/m/bb",
}
"""Formats that a workbook names by number only: a Thai Excel shows them so (ECMA-376, 18.8.30)."""


_WHITE: Final = ("rgb:FFFFFFFF:0", "rgb:00FFFFFF:0", "theme:0:0", "indexed:9:0", "indexed:65:0")


@dataclass(slots=True)
class Sheet:
    """Reads a sheet. `formulas` is the same one with formulas instead of their values."""

    sheet: Worksheet
    formulas: Worksheet
    without_value: list[str] = field(default_factory=list)

    def rows(self) -> list[Row]:
        """Its visible rows and columns, as far as they hold something.

        Raises:
            RefusedError: ITA915, when they reach much farther than any table.
        """
        texts = self._texts()
        if not texts:
            return []
        last_row, last_column = (max(place[axis] for place in texts) for axis in (0, 1))
        if last_row * last_column > _MOST_CELLS:
            cell = f"{get_column_letter(last_column)}{last_row}"
            raise RefusedError("ITA915", sheet=self.sheet.title, cell=cell)
        rows = [at for at in range(1, last_row + 1) if not self._row_hidden(at)]
        columns = [at for at in range(1, last_column + 1) if not self._column_hidden(at)]
        origins = self._origins(rows, columns)
        return [
            tuple(self._cell(row, column, texts, origins) for column in columns) for row in rows
        ]

    def _texts(self) -> dict[_Place, str]:
        """The text of every cell that has one; the sheet is not walked, for it may be endless."""
        texts = {}
        for place, cell in self.sheet._cells.items():  # noqa: SLF001 - the only sparse access
            if isinstance(cell, SheetCell) and (text := self._text(cell).strip()):
                formula = self.formulas.cell(cell.row, cell.column).value
                texts[place] = with_address(text, cell, formula)
        return texts

    def _text(self, cell: SheetCell) -> str:
        value: Value = cell.value  # type: ignore[assignment]
        if value is None:
            formula = self.formulas.cell(cell.row, cell.column).value
            if formula is not None:
                self.without_value.append(cell.coordinate)
            return ""
        number: int = cell._style.numFmtId if cell.has_style else 0  # type: ignore[attr-defined]  # noqa: SLF001
        return display_value(value, _THAI_FORMATS.get(number, cell.number_format))

    def _cell(
        self,
        row: int,
        column: int,
        texts: dict[_Place, str],
        origins: dict[_Place, _Place],
    ) -> Cell:
        place = f"แผ่นงาน “{self.sheet.title}” เซลล์ {get_column_letter(column)}{row}"
        origin = origins.get((row, column))
        text = "" if origin else texts.get((row, column), "")
        return Cell(text, place, origin, self._fill(row, column))

    def _fill(self, row: int, column: int) -> str:
        """The colour behind a cell, as the workbook writes it; empty where it is the paper's."""
        cell = self.sheet._cells.get((row, column))  # noqa: SLF001
        if cell is None or not cell.has_style or cell.fill.fill_type is None:
            return ""
        colour = cell.fill.fgColor
        written = f"{colour.type}:{colour.value}:{colour.tint:g}"
        return "" if written in _WHITE else written

    def _origins(self, rows: list[int], columns: list[int]) -> dict[_Place, _Place]:
        """For each covered cell, where its merged neighbour is among what is visible."""
        row_at = {row: at for at, row in enumerate(rows)}
        column_at = {column: at for at, column in enumerate(columns)}
        origins = {}
        for merged in self.sheet.merged_cells.ranges:
            own_rows = [row for row in range(merged.min_row, merged.max_row + 1) if row in row_at]
            own = [at for at in range(merged.min_col, merged.max_col + 1) if at in column_at]
            if own_rows and own:
                first = (own_rows[0], own[0])
                origin = (row_at[first[0]], column_at[first[1]])
                places = ((row, column) for row in own_rows for column in own)
                origins.update({place: origin for place in places if place != first})
        return origins

    def _row_hidden(self, row: int) -> bool:
        return row in self.sheet.row_dimensions and bool(self.sheet.row_dimensions[row].hidden)

    def _column_hidden(self, column: int) -> bool:
        return any(
            each.hidden and (each.min or 0) <= column <= (each.max or 0)
            for each in self.sheet.column_dimensions.values()
        )

    def left_out(self) -> Iterator[str]:
        """In Thai: hidden rows and columns, formulas without a value, comments."""
        name = f"แผ่นงาน “{self.sheet.title}”"
        held = {place for place, cell in self.sheet._cells.items() if cell.value is not None}  # noqa: SLF001
        rows = sorted({row for row, _ in held if self._row_hidden(row)})
        columns = sorted({column for _, column in held if self._column_hidden(column)})
        if rows:
            yield f"{name} แถวที่ซ่อนไว้ {_format_cells(rows)} ไม่ได้นำเข้า"
        if columns:
            letters = [get_column_letter(column) for column in columns]
            yield f"{name} คอลัมน์ที่ซ่อนไว้ {_format_cells(letters)} ไม่ได้นำเข้า"
        if self.without_value:
            where = _format_cells(self.without_value)
            yield (f"{name} เซลล์ {where} เป็นสูตรที่ยังไม่มีผลลัพธ์ ไม่ได้นำเข้า เปิดใน Excel บันทึก แล้วนำเข้าใหม่")
        comments = [cell.coordinate for cell in self.sheet._cells.values() if cell.comment]  # noqa: SLF001
        if comments:
            yield f"{name} ข้อคิดเห็นที่เซลล์ {_format_cells(comments)} ไม่ได้นำเข้า"


def _format_cells(places: list[str] | list[int]) -> str:
    more = " …" if len(places) > _LISTED else ""
    return ", ".join(map(str, places[:_LISTED])) + more
