"""One page of an agency: its facts in their template, whose they are, and its table on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ita_site.rules.figures.oit import full_url
from ita_site.site.documents.official_table import measures_table, results_table
from ita_site.site.documents.printed_table import printed
from ita_site.site.pages.environment import render
from ita_site.site.pages.linked_data import LinkedData
from ita_site.site.pages.open_data import page_files
from ita_site.site.pages.page import Page, Picture
from ita_site.site.share.raqm import can_draw

if TYPE_CHECKING:
    from ita_site.facts.model.edition import Item
    from ita_site.facts.model.publication import YearFacts
    from ita_site.site.pages.view import AgencyView
    from ita_site.site.pages.year_view import YearView


def agency_page(  # noqa: PLR0913 - each says one thing of the page
    view: AgencyView,
    address: str,
    kind: str,
    *,
    title: str,
    description: str,
    file: str,
    nav_title: str,
    item: Item | None = None,
    year: YearView | None = None,
    **context: Any,  # noqa: ANN401 - what the page's template shows
) -> Page:
    """A page of an agency; `file` is that of its data in which an officer mends it.

    The page of an `item` is called by its official name, in a browser's tab and in its PDF;
    the headline on the screen is what a citizen asks.
    """
    agency = view.facts.agency
    shared = {"view": view, "agency": agency, "here": address, "year": year}

    def body() -> str:
        shown = render(f"{kind}.md.jinja", title=title, **shared, **context)
        return f"{shown}%%\n{_trust(shared, kind)}{_annex(shared, kind)}"

    named = f"{item.code} {item.title} ปีประเมิน {year.year}" if item and year else title
    return Page(
        address,
        kind,
        named,
        description,
        body,
        view.frame,
        f"{view.facts.folder}/{file}",
        nav_title,
        full_url(view.facts, address) if agency.site_url else "",
        LinkedData(view, address, kind, named, year).text,
        Picture(year.picture, year.gist[0] if year.gist else title)
        if year and _has_picture(view, kind)
        else None,
    )


def _has_picture(view: AgencyView, kind: str) -> bool:
    return view.is_shared and can_draw() and kind in ("home", "year", "measures", "results")


def _trust(shared: dict[str, Any], kind: str) -> str:
    """As of when a page's facts are, who answers for them, and where they are as data."""
    view, year = shared["view"], shared["year"]
    shown = _shown(view, kind, year)
    files = page_files(view, kind, shown)
    return render(
        "_trust.jinja", **shared, kind=kind, files=files, source=shown.facts if shown else None
    )


def _annex(shared: dict[str, Any], kind: str) -> str:
    """The table that an item's page has on paper in the place of its cards, on sheets that lie."""
    year: YearView | None = shared["year"]
    if year and kind == "measures":
        table, pictures = measures_table(year), []
        shown = f"มาตรการ ปีงบประมาณ {year.facts.implementation_year}"
    elif year and (facts := _reported(year, kind, shared["here"])):
        table = results_table(year, facts)
        pictures = [one for report in facts.progress.progress for one in report.pictures]
        shown = f"ผลการดำเนินการ ปีงบประมาณ {facts.implementation_year}"
    else:
        return ""
    return render("_annex.jinja", table=printed(table), title=shown, pictures=pictures, **shared)


def _reported(year: YearView, kind: str, here: str) -> YearFacts | None:
    """The facts whose reports a page tells in full, None where it tells none."""
    if kind == "results" and year.any_reported and not year.told_elsewhere:
        return year.covered
    is_own = kind == "progress" and here == year.told_address
    return year.facts if is_own and year.facts.progress.progress else None


def _shown(view: AgencyView, kind: str, year: YearView | None) -> YearView | None:
    """The year whose facts a page shows: results may be those of an earlier folder."""
    if kind == "results" and year and year.covered:
        return view.year(year.covered.year)
    return year
