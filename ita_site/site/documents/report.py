"""The report of what came of the measures (the results item), whole or of one round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.thai.fiscal import round_months
from ita_site.rules.figures.status import measure_reports, tally
from ita_site.site.documents.analysis import MEASURES
from ita_site.site.documents.official_table import results_table

if TYPE_CHECKING:
    from ita_site.facts.model.publication import YearFacts
    from ita_site.site.documents.paper import Paper
    from ita_site.site.pages.view import AgencyView
    from ita_site.site.pages.year_view import YearView

WHOLE = 12
TITLE = f"รายงานผลการดำเนินการตาม{MEASURES}"


def title_of(year: YearView, months: int | None) -> str:
    """What the paper is called."""
    facts = year.facts
    told = f" {period(facts, months)}" if months else ""
    return f"{TITLE} ประจำปีงบประมาณ พ.ศ. {facts.implementation_year}{told}"


def period(facts: YearFacts, months: int) -> str:
    """`รอบ 6 เดือน (ต.ค. 2568 - มี.ค. 2569)`."""
    first, _ = round_months(facts.implementation_year, WHOLE)
    _, last = round_months(facts.implementation_year, months)
    return f"รอบ {months} เดือน ({first.short()} - {last.short()})"


def standing(facts: YearFacts) -> str:
    """How many measures there are, and how far they have come."""
    counted = tally(measure_reports(facts))
    told = " ".join(f"{one.label} {count} เรื่อง" for one, count in counted.present)
    return f"มาตรการทั้งหมด {counted.total} เรื่อง {told}"


def write(paper: Paper, view: AgencyView, year: YearView, months: int | None) -> None:
    """Set the whole paper; the newest standing is told only where all rounds are."""
    facts = year.facts
    paper.lie_down()
    for text in (
        TITLE,
        f"ประจำปีงบประมาณ พ.ศ. {facts.implementation_year}"
        + (f" {period(facts, months)}" if months else ""),
        view.facts.agency.name,
    ):
        paper.line(text, bold=True, size=18, centred=True)
    if facts.info.prepared_by:
        paper.line(f"จัดทำโดย {facts.info.prepared_by}", centred=True)
    paper.line()
    if months is None:
        paper.prose(standing(facts))
    if facts.progress.note:
        paper.prose(facts.progress.note)
    paper.table(results_table(year, facts, months))
