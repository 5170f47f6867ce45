"""Rows of reports, and of what belongs to one: figures, evidence, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_site.facts.model.progress import Evidence, Metric, Picture, Report
from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.document.values import Rewritten
from ita_site.office.importer.downloads.sheets import NO_ID

if TYPE_CHECKING:
    from ita_site.office.importer.downloads.facts import Facts, Tree
    from ita_site.office.importer.downloads.sheets import Row, Sheet

_KEY: Final = ("measure", "round")


def read_report(facts: Facts, sheet: Sheet, row: Row) -> None:
    """A report; a row that only says that there is none is none."""
    tree = facts.fields(sheet, row, Report)
    if {*tree} - {"measure"}:
        facts.reports.append(tree)
    else:
        facts.saw_value(tree)


def report_of(facts: Facts, sheet: Sheet, row: Row) -> Tree | None:
    """The report that a row of another table belongs to, made where there is none."""
    tree = facts.fields(sheet, row, Report)
    if "measure" not in tree:
        if "measure_id" not in row.cells:
            facts.keep(row, NO_ID)
            return None
        tree = {**_key(row), **tree}
    key = _report_key(tree)
    facts.saw_value([tree[name] for name in _KEY if name in tree])
    known = [each for each in facts.reports if _report_key(each) == key]
    if not known:
        known = [{name: tree[name] for name in _KEY if name in tree}]
        facts.reports += known
    return known[0]


def _key(row: Row) -> Tree:
    words = (row.cells["measure_id"], row.cells.get("round_months"))
    named = zip(_KEY, words, strict=True)
    return {name: Rewritten(each.text, (each,)) for name, each in named if each}


def read_metric(facts: Facts, sheet: Sheet, row: Row) -> None:
    """A figure, with the outcome it belongs to."""
    if (report := report_of(facts, sheet, row)) is None:
        return
    said = row.cells.get("outcome")
    listed = report.setdefault("outcomes", [])
    wanted = " ".join(said.own.split()) if said else ""
    known = [each for each in listed if " ".join(str(each.get("text", "")).split()) == wanted]
    if not known:
        known = [{"text": Rewritten(said.own, (said,))} if said else {}]
        listed += known
    elif said:
        facts.saw(said)
    known[0].setdefault("metrics", []).append(facts.fields(sheet, row, Metric))


def read_evidence(facts: Facts, sheet: Sheet, row: Row) -> None:
    """A piece of evidence."""
    if (report := report_of(facts, sheet, row)) is not None:
        report.setdefault("evidence", []).append(facts.fields(sheet, row, Evidence))


def read_picture(facts: Facts, sheet: Sheet, row: Row) -> None:
    """A picture."""
    if (report := report_of(facts, sheet, row)) is not None:
        report.setdefault("pictures", []).append(facts.fields(sheet, row, Picture))


def _report_key(tree: Tree) -> tuple[str, ...]:
    return tuple(to_arabic(str(tree.get(name, ""))) for name in _KEY)
