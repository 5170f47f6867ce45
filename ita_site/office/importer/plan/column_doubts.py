"""What is told of a table's columns: read with doubt, kept, of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.office.importer.document.draft import Doubt
from ita_site.office.importer.document.values import join_places
from ita_site.office.importer.plan.plan import ON_PURPOSE, may_be_persons
from ita_site.office.importer.words.as_of import day_in
from ita_site.office.importer.words.private import is_post
from ita_site.office.importer.words.roles import RESULT_ROLES, label_of
from ita_site.office.importer.words.ticks import is_tick, is_unread_mark

if TYPE_CHECKING:
    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.tables.columns import Column
    from ita_site.office.importer.tables.grids import Grid


def doubt_columns(grid: Grid, draft: Draft) -> None:
    """Say which columns were read with doubt, what they may be as well, and which are kept."""
    for words, text in grid.doubts:
        draft.doubt(words, text)
    draft.read.extend(grid.ticks)
    draft.boxes.extend(grid.boxes)
    if grid.coloured:
        draft.doubts.append(Doubt(grid.coloured, "ระยะเวลาอ่านจากสีของช่อง โปรดตรวจ"))
        ticked = [column.tick for column in grid.columns if column.tick]
        draft.doubted |= {part.source.at for words in ticked for part in words.parts()}
    head = "หัวข้อ" if grid.form or grid.is_prose else "หัวตาราง"
    for at, column in enumerate(grid.columns):
        if column.heading is None:
            continue
        cells = [row.words[at] for row in grid.plain if _says_or_ticks(row.words[at])]
        _note_day(column, cells, draft)
        for words in cells:
            for part in words.parts():
                _note_heading(column, part.source.at, draft)
        if may_be_persons(column, [words.text for words in cells]):
            draft.left_out.extend(words for words in cells if not is_post(words.source.text))
        _doubt_reading(column, head, column.heading, cells, draft)
        _doubt_marks(column, grid, at, draft)


def _note_heading(column: Column, at: int, draft: Draft) -> None:
    """Say what stands above a source; nothing where several labels share its line."""
    is_shared = draft.headings.setdefault(at, column.words) != column.words
    draft.roles.setdefault(at, column.role or "")
    if is_shared:
        draft.headings[at] = draft.roles[at] = ""


def _doubt_reading(
    column: Column, head: str, heading: Span, cells: list[Span], draft: Draft
) -> None:
    """Say of a column that it was read with doubt, left out or kept; `head` is what it has."""
    if column.guess and column.role:
        other = (
            f" หรืออาจเป็น “{label_of(column.second)}”"
            if column.second not in (None, column.role)
            else ""
        )
        text = f"{head} “{column.words}” อ่านเป็น “{column.meaning}” ({column.guess}){other}"
        draft.doubt(heading, text)
        draft.doubted |= {part.source.at for words in cells for part in words.parts()}
    elif column.role is None and may_be_persons(column, [words.text for words in cells]):
        draft.advise(heading, f"{head} “{column.words}” อาจเป็นชื่อบุคคล จึงไม่เก็บ")
    elif column.role is None and cells and column.guess != ON_PURPOSE:
        other = f" อาจเป็น “{label_of(column.second)}”" if column.second else ""
        text = f"ไม่รู้จัก{head} “{column.words}”{other} จึงเก็บไว้"
        draft.advise(heading, text)


def _doubt_marks(column: Column, grid: Grid, at: int, draft: Draft) -> None:
    """Tell of cells that hold a mark which was not read: nobody would miss them else."""
    read = {words.source.at for words in (*grid.ticks, *grid.boxes)}
    marks = [row.words[at].source for row in grid.plain if not row.words[at]]
    odd = [each for each in marks if is_unread_mark(each.text) and each.at not in read]
    if odd and not (column.role is None and all(is_tick(each.text) for each in odd)):
        sign = " ".join(odd[0].text.split())
        text = f"“{sign}” ใต้ “{column.words}” เป็นเครื่องหมายที่โปรแกรมไม่เข้าใจ จึงไม่ได้อ่าน โปรดดูเอง"
        draft.doubts.append(Doubt(join_places([each.place for each in odd]), text))


def _says_or_ticks(words: Span) -> bool:
    return bool(words) or is_tick(words.source.text)


def _note_day(column: Column, cells: list[Span], draft: Draft) -> None:
    """Keep the day that the heading of a result names, and tell what round it was taken to end."""
    levels = (*column.parents, *([column.heading] if column.heading else []))
    day = next((found for words in levels if (found := day_in(words))), None)
    if day is None or column.role not in RESULT_ROLES:
        return
    draft.days.update((part.source.at, day) for words in cells for part in words.parts())
    if column.round:
        draft.advise(day, f"“{day}” เป็นวันสิ้นรอบ {column.round} เดือน จึงใส่เป็นรอบนั้น และเป็นวันที่รายงาน")
