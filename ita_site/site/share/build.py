"""The pictures of an agency's years and measures, and the addresses by which measures are shared.

A messenger asks for an address without what stands behind `#`, so a measure on an item's page
has no picture of its own there. It is shared by an address that shows its picture to the
messenger and leads readers on to its place.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ita_site.rules.figures.gist import measure_gist
from ita_site.site.artifact import Artifact
from ita_site.site.pages.address import way
from ita_site.site.pages.environment import render
from ita_site.site.pages.numerals import in_numerals
from ita_site.site.share.cards import measure_card, year_card
from ita_site.site.share.picture import draw
from ita_site.site.share.raqm import can_draw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ita_site.rules.figures.status import MeasureReports
    from ita_site.site.pages.view import AgencyView
    from ita_site.site.pages.year_view import YearView
    from ita_site.site.share.picture import Card


def build_shared(view: AgencyView) -> Iterator[Artifact]:
    """Everything of one agency, where its site's address is known: pictures are named in full."""
    for year in view.years if view.is_shared else ():
        if can_draw():
            yield from _pictures(view, year)
        for number, entry in enumerate(year.own_reports, start=1):
            yield from _pages(view, year, entry, number)


def _pictures(view: AgencyView, year: YearView) -> Iterator[Artifact]:
    yield Artifact(year.picture, partial(_picture, year_card, view, year))
    for number, entry in enumerate(year.own_reports, start=1):
        picture = partial(_picture, measure_card, view, year, entry, number)
        yield Artifact(year.measure_picture(entry.measure.id), picture, _file(view, year))


def _pages(
    view: AgencyView, year: YearView, entry: MeasureReports, number: int
) -> Iterator[Artifact]:
    """Ids that the measure had before lead on as well."""
    for measure_id in entry.measure.ids:
        address = year.shared_address(measure_id)
        page = partial(_page, view, year, entry, number, address)
        yield Artifact(f"{address}index.html", page, _file(view, year))


def _file(view: AgencyView, year: YearView) -> str:
    return f"{view.facts.folder}/{year.year}/progress.yml"


def _picture(card: Callable[..., Card], *facts: object) -> bytes:
    return draw(card(*facts))


def _page(view: AgencyView, year: YearView, entry: MeasureReports, number: int, here: str) -> bytes:
    agency = view.facts.agency
    shown = render(
        "shared.html.jinja",
        agency=agency,
        whose=view.whose,
        title=year.heading(entry.measure, number),
        standing=entry.standing,
        gist=measure_gist(entry).text,
        year=year,
        url=view.url_of(here),
        picture=view.url_of(
            year.measure_picture(entry.measure.id) if can_draw() else "assets/share.png"
        ),
        target=_way(here, year.place(entry.measure.id)),
    )
    return in_numerals(shown, agency.numerals).encode()


def _way(here: str, there: str) -> str:
    page, mark, anchor = there.partition("#")
    return f"{way(here, page)}{mark}{anchor}"
