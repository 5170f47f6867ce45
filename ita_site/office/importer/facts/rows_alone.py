"""Rows of a table that hold one cell and no more: a unit whose measures stand below, a heading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.office_names import OFFICE_LIKE, is_office
from ita_site.office.importer.document.spans import Span, parse_item
from ita_site.office.importer.tables.form_labels import NAMED_BY
from ita_site.office.importer.words.headings import parse_heading
from ita_site.office.importer.words.roles import COUNTERS

if TYPE_CHECKING:
    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.tables.grids import Grid, Row

UNIT_ABOVE: Final = "แถว “{}” มีแต่ชื่อส่วนราชการ อ่านเป็นผู้รับผิดชอบของมาตรการใต้แถวนี้ หรืออาจเป็นเพียงหัวข้อ โปรดดู"
HEADING: Final = "เป็นแถวหัวข้อในตาราง"
TOLD: Final = "แถว “{}” มีแต่หัวข้อ ไม่รู้ว่าคือสิ่งใด จึงเก็บไว้ในไฟล์ข้อความที่เหลือ"
_LEAD: Final = re.compile(r"(?P<name>[^:：0-9๐-๙]{2,30}?)\s*[:：]\s*")
_COUNT: Final = re.compile(
    r"\s*[(（][^()（）]*[0-9๐-๙][^()（）]*[)）]\s*$|\s+(?:จำนวน|รวม)\s*[0-9๐-๙]+\s*\S*\s*$"
)
"""How many measures a unit has, behind its name."""
_LETTERS: Final = re.compile("[ก-ฮA-Za-z]")
_FEW: Final = 3
_LONGEST: Final = 200
"""Letters of a row that names a unit, at most."""
_WORK: Final = "งาน"
"""Begins the name of a unit as well as what it does."""


def find_alone(row: Row, grid: Grid) -> Span | None:
    """What a row says of those below it: a unit's name, or a heading where numbers stand.

    It holds nothing but its table's first cell. None for rows of a form and all others.
    """
    words = row.words()
    if grid.form or row.covered or len({each.source.at for each in words}) != 1 or words[-1].then:
        return None
    cell = Span.whole(words[0].source)
    if not any(each.words and each.words[0].source is cell.source for each in grid.plain):
        return None
    column = next(iter(row.cells), None)
    if column in COUNTERS and len(_LETTERS.findall(cell.text)) > _FEW and _says(cell):
        return cell
    unit = None if column == "unit" else unit_of_row(cell)
    is_work = column in NAMED_BY and unit is not None and unit.text.startswith(_WORK)
    return cell if unit and not is_work else None


def _says(words: Span) -> bool:
    """Whether it is more than the word for a measure and its number."""
    return not re.fullmatch(r"[ก-๎]{2,12}\s*[0-9๐-๙]{1,3}[.)]?", words.text)


def unit_of_row(words: Span) -> Span | None:
    """The unit that a row names: behind its number or ส่วนงาน :, before how many measures it has."""
    if len(words.own) > _LONGEST:
        return None
    bare = parse_item(words).words
    if lead := _LEAD.match(bare.own):
        found = parse_heading(lead["name"])
        if not (found and found.role == "unit") and not OFFICE_LIKE.match(lead["name"]):
            return None
        bare = bare.cut(lead.end())
    count = _COUNT.search(bare.own)
    unit = bare.cut(0, count.start()) if count else bare
    return unit if is_office(unit.text) else None


def tell_alone(words: Span, unit: Span | None, draft: Draft) -> None:
    """Ask the officer to look at such a row; a heading nobody knows is kept."""
    if unit:
        draft.doubt(words, UNIT_ABOVE.format(words))
    else:
        draft.note_reason(HEADING, words)
        draft.advise(words, TOLD.format(words))
