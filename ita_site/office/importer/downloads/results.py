"""Rows of scores, of what is read from them, and of printed values that conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ita_site.facts.model.assessment import (
    Conflict,
    IndicatorScore,
    InstrumentScore,
    Limitation,
    Limitations,
    Point,
    Question,
    SubItem,
    Total,
)
from ita_site.site.downloads.result_tables import Level, PointKind

if TYPE_CHECKING:
    from ita_site.facts.model.base import Fact
    from ita_site.office.importer.downloads.facts import Facts, Tree
    from ita_site.office.importer.downloads.sheets import Row, Sheet

_MODELS: Final[dict[Level, type[Fact]]] = {
    Level.TOTAL: Total,
    Level.INSTRUMENT: InstrumentScore,
    Level.INDICATOR: IndicatorScore,
    Level.QUESTION: Question,
    Level.SUB_ITEM: SubItem,
}


def read_score(facts: Facts, sheet: Sheet, row: Row) -> None:
    """A score of any level."""
    tree, level = facts.file("assessment.yml"), _choice(Level, row.text("level"))
    facts.saw(*row.words("level"))
    if level is None:
        facts.keep(row, "ไม่รู้จักระดับของคะแนน")
        return
    besides = ["code"] if level is Level.QUESTION and "question_code" in row.cells else []
    entry = facts.fields(sheet, row, _MODELS[level], *besides)
    facts.saw(*row.words(*besides, "name"))
    if level is Level.TOTAL:
        tree["total"] = entry
    elif level is Level.SUB_ITEM:
        _sub_item(facts, tree, entry, row)
    else:
        tree.setdefault(f"{level}s", []).append(entry)


def _sub_item(facts: Facts, tree: Tree, entry: Tree, row: Row) -> None:
    key = row.text("code")
    owner = [
        each
        for each in tree.get("questions", [])
        if key in (str(each.get("id", "")), str(each.get("code", "")))
    ]
    if not owner:
        facts.keep(row, "ไม่พบข้อคำถามของข้อย่อยนี้")
        return
    owner[0].setdefault("sub_items", []).append(entry)
    facts.saw(*row.words("code"))


def read_point(facts: Facts, sheet: Sheet, row: Row) -> None:
    """A point of the analysis, or a limitation."""
    kind = _choice(PointKind, row.text("kind"))
    if kind is None:
        facts.keep(row, "ไม่รู้จักเรื่องของการวิเคราะห์")
        return
    facts.saw(row.cells["kind"])
    tree = facts.file("assessment.yml")
    if kind is PointKind.LIMITATION:
        limits = tree.setdefault("limitations", {})
        about = facts.fields(sheet, row, Limitations)
        facts.saw_value(about)
        limits.update({name: limits.get(name, value) for name, value in about.items()})
        limits.setdefault("items", []).append(facts.fields(sheet, row, Limitation))
    else:
        listed = tree.setdefault("analysis", {}).setdefault(kind.value, [])
        listed.append(facts.fields(sheet, row, Point))


def read_conflict(facts: Facts, sheet: Sheet, row: Row) -> None:
    """A conflict."""
    listed = facts.file("assessment.yml").setdefault("conflicts", [])
    listed.append(facts.fields(sheet, row, Conflict))


def _choice(kinds: Any, text: str) -> Any:  # noqa: ANN401 - one of the kinds
    return next((each for each in kinds if text in (each.value, each.label)), None)
