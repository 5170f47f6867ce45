"""What a plan says and nothing came of: told, with the plan's line and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.draft import Doubt
from ita_site.office.importer.facts.leftovers import TakenSpans
from ita_site.office.importer.plan.plan import describe_role
from ita_site.office.importer.plan.planned_tables import of_other_shape
from ita_site.office.importer.plan.prose_plan import GOES_ON, TEXT, WORDS
from ita_site.office.importer.tables.grids import Grid
from ita_site.office.importer.words.roles import KEPT_ROLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.plan.plan import Plan
    from ita_site.office.importer.plan.planned import Planned

IDLE: Final = (
    "แผนบรรทัด {}: ให้ “{}” เป็น “{}” แต่ไม่มีค่าใดเข้าข้อมูล ต้องมีคอลัมน์หรือบรรทัดที่บอกว่าเป็นของสิ่งใดด้วย "
    "เช่น มาตรการ ตัวชี้วัด ITA หรือ เครื่องมือ ถ้าไม่ใช่ข้อมูล ใช้ role: เก็บไว้"
)
NO_LABEL: Final = "แผนบรรทัด {}: label “{}” ไม่มีผลกับ “{}” ใช้กับบรรทัดที่เป็นมาตรการหรือสิ่งที่บอกของมาตรการ"
OTHER_SHAPE: Final = (
    "แผนบรรทัด {}: อ่านตาม shape แล้ว สิ่งที่แผนบอกของตารางเดิมจึงไม่มีผล ({}) "
    "สั่งใหม่พร้อม --plan เพื่อให้แผนเขียนหัวข้อใหม่"
)
OTHER_DOCUMENT: Final = "แผนเขียนว่าเป็นของ “{}” แต่ใช้อ่าน “{}” โปรดดูว่าวางแผนถูกไฟล์"


def tell_idle(
    plan: Plan, read: Planned, document: str, in_data: Sequence[Span], draft: Draft
) -> None:
    """Tell of each word of a plan that nothing came of.

    Args:
        plan: The officer's.
        read: The document as it was read by it.
        document: The document's name.
        in_data: All that went to the data.
        draft: Takes what is told.
    """
    taken = TakenSpans.from_spans(in_data, draft.left_out)
    if plan.document and plan.document != document:
        text = OTHER_DOCUMENT.format(plan.document, document)
        draft.doubts.append(Doubt("ทั้งเอกสาร", text))
    for table, idle in of_other_shape(plan, read.tables).items():
        if idle:
            line = table.lines.get("shape", table.lines.get("table", 1))
            draft.doubts.append(Doubt(table.table, OTHER_SHAPE.format(line, ", ".join(idle))))
    for grid in read.parts:
        if isinstance(grid, Grid):
            _tell_columns(grid, taken, draft)
    for words, said in read.said:
        if said.role in (TEXT, GOES_ON):
            if said.label:
                draft.doubt(words, NO_LABEL.format(said.line, said.label, WORDS[said.role]))
        elif said.role and said.role not in KEPT_ROLES and not _arrived([words], taken):
            named = describe_role(said.role)
            draft.doubt(words, IDLE.format(said.line, said.label or words.place, named))


def _tell_columns(grid: Grid, taken: TakenSpans, draft: Draft) -> None:
    for at, line in grid.said.items():
        column = grid.columns[at]
        plain = [row for row in grid.plain if row.place not in grid.aside]
        cells = [words for row in plain for words in row.lines(at)]
        if column.key and cells and not _arrived(cells, taken):
            named = column.words or cells[0].place
            draft.doubt(cells[0], IDLE.format(line, named, column.meaning))


def _arrived(listed: Sequence[Span], taken: TakenSpans) -> bool:
    """Whether anything of these words is in the data, or left out as a person."""
    sources = {part.source.at for words in listed for part in words.parts()}
    return not sources.isdisjoint(taken.data.keys() | taken.persons.keys())
