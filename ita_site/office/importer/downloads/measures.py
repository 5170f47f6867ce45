"""Rows of measures and of their targets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ita_site.facts.model.measures import Measure, Step, Target
from ita_site.office.importer.document.draft import Doubt
from ita_site.office.importer.document.values import Rewritten, iter_spans, to_plain
from ita_site.office.importer.downloads.reports import report_of
from ita_site.office.importer.downloads.sheets import NO_ID

if TYPE_CHECKING:
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.downloads.facts import Facts, Tree
    from ita_site.office.importer.downloads.sheets import Row, Sheet

_SHARED: Final = (("units", "measure_units"), ("timeframe", "measure_timeframe"))
"""What a step's row says for the whole measure where the step has none of its own."""
_OWN_SIGNS: Final = ("step_units_role", "step_units_as_printed")


def read_measure(facts: Facts, sheet: Sheet, row: Row) -> None:
    """A measure with its first step, or a further step of it."""
    if not (name := row.text("measure_id")):
        facts.keep(row, NO_ID)
        return
    shared = [own for own, whole in _SHARED if own in row.cells]
    tree = facts.fields(sheet, row, Measure)
    if "step" not in row.cells:
        tree |= {
            key: values
            for own, whole in _SHARED
            if own in shared
            and whole not in row.cells
            and (key := "units" if own == "units" else "timeframe")
            and (values := _of_measure(facts, key, row.cells[own]))
        }
    known = facts.measures.setdefault(name, tree)
    if known is not tree:
        _compare(facts, known, tree, row)
    if "step" in row.cells:
        known.setdefault("steps", []).append(_step_of(facts, sheet, row))
    facts.saw(*(row.cells[own] for own, whole in _SHARED if _is_of_measure(row, own, whole)))


def _of_measure(facts: Facts, key: str, words: Span) -> list[Any]:
    tree: Tree = {}
    names = ["units", "name"] if key == "units" else ["timeframes"]
    facts.reader.put(tree, Measure, names, words)
    return tree.get(key, [])  # type: ignore[no-any-return]


def _step_of(facts: Facts, sheet: Sheet, row: Row) -> Tree:
    """A step, without what it only shows because the whole measure has it."""
    besides = [own for own, whole in _SHARED if _is_of_measure(row, own, whole)]
    return facts.fields(sheet, row, Step, *besides)


def _compare(facts: Facts, known: Tree, tree: Tree, row: Row) -> None:
    """A measure's further rows say the same again; what is said otherwise is kept and told."""
    for key, value in tree.items():
        if to_plain(known.setdefault(key, value) or "") == to_plain(value):
            facts.saw_value(value)
        else:
            said = ", ".join(str(words) for words in iter_spans(value))
            text = f"{key} “{said}” ต่างจากแถวแรกของมาตรการนี้ จึงไม่ใส่"
            facts.draft.doubts.append(Doubt(row.place, text))


def read_target(facts: Facts, sheet: Sheet, row: Row) -> None:
    """A target of a measure once, and what each report says of it."""
    if not (name := row.text("measure_id")):
        facts.keep(row, NO_ID)
        return
    id_words = row.cells["measure_id"]
    own = {"id": Rewritten(name, (id_words,))}
    listed = facts.measures.setdefault(name, own).setdefault("targets", [])
    facts.saw(id_words)
    target = facts.fields(sheet, row, Target)
    if to_plain(target) in [to_plain(each) for each in listed]:
        facts.saw_value(target)
    elif target:
        listed.append(target)
    if "value" in row.cells and (report := report_of(facts, sheet, row)) is not None:
        named = target.get("id") or target.get("text", "")
        value = Rewritten(row.cells["value"].own, (row.cells["value"],))
        report.setdefault("reached", []).append({"target": named, "value": value})


def _is_of_measure(row: Row, own: str, whole: str) -> bool:
    """Whether a step's cell only repeats what the whole measure has."""
    if own not in row.cells or row.text(own) != row.text(whole):
        return False
    return own != "units" or not any(sign in row.cells for sign in _OWN_SIGNS)
