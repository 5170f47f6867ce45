"""Where the subject of a change stands on today's pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.rules.figures.changes.change import Noun

if TYPE_CHECKING:
    from ita_site.rules.figures.changes.change import Change
    from ita_site.site.pages.view import AgencyView
    from ita_site.site.pages.year_view import YearView


def key_of(change: Change) -> str:
    """The same for all changes that lead to one place."""
    return f"{change.noun} {change.year} {change.key} {change.place}"


def place_of(view: AgencyView, change: Change) -> str:
    """Where a change's subject stands today: its address; empty for nowhere any more."""
    page, _, anchor = change.place.partition("#")
    if not page.startswith(view.facts.prefix):
        return ""
    if not anchor:
        return page if page in view.addresses else ""
    year = next((year for year in view.years if year.year == change.year), None)
    return _measure(year, change) if year else ""


def _measure(year: YearView, change: Change) -> str:
    measure_id = change.key.partition("/")[0]
    if measure_id not in year.facts.measure_by_id:
        return ""
    if change.noun is Noun.REPORT:
        return year.place(measure_id)
    return f"{year.measures_address}#measure-{measure_id}"
