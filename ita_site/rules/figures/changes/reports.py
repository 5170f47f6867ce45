"""Changes of what was reported: rounds, status, results, evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.model.progress import Status
from ita_site.rules.figures.changes.alignment import pairs
from ita_site.rules.figures.changes.change import About, Noun
from ita_site.rules.figures.changes.fields import differences, filled
from ita_site.rules.figures.headings import heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.progress import Report
    from ita_site.facts.model.publication import YearFacts
    from ita_site.rules.figures.changes.change import Change
    from ita_site.rules.figures.changes.fields import Difference

TOLD = ("status", "summary", "outcomes", "obstacles", "evidence")
ORDER = [status.label for status in (Status.NOT_STARTED, Status.IN_PROGRESS, Status.DONE)]


def report_changes(old: YearFacts, new: YearFacts, page: str) -> Iterator[Change]:
    """Report by report: one measure's of one round. `page` is where they are shown."""
    for before, after, _ in pairs(old.progress.progress, new.progress.progress):
        shown, year = (after, new) if after else (before, old)
        about = _about(shown, year, page)
        if before is None:
            yield about.added(filled(after, TOLD))
        elif after is None:
            yield about.removed(filled(before, TOLD), loud=True)
        else:
            found = list(differences(before, after, "measure", "round"))
            yield from about.changes(found, *{entry.root for entry in found if _backwards(entry)})
    about = About(Noun.REPORT, "หมายเหตุถึงผู้อ่าน", new.year, place=page)
    yield from about.changes(differences(old.progress, new.progress, "progress"))


def _backwards(found: Difference) -> bool:
    """Whether it takes back what was told: evidence, or how far the measure is."""
    if found.root == "evidence":
        return bool(found.old)
    if found.root != "status":
        return False
    return not found.new or (bool(found.old) and ORDER.index(found.new) < ORDER.index(found.old))


def _about(report: Report, year: YearFacts, page: str) -> About:
    period = f"รอบ {report.round} เดือน" if report.round else "ทั้งปี"
    name = _name(report.measure, year)
    key = f"{report.measure}/{report.round or 'year'}"
    return About(
        Noun.REPORT, f"{name} ({period})", year.year, key, f"{page}#measure-{report.measure}"
    )


def _name(measure_id: str, year: YearFacts) -> str:
    for number, measure in enumerate(year.measures.measures, start=1):
        if measure.id == measure_id:
            return heading(measure, number, year, year.edition)
    return measure_id
