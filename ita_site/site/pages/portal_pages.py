"""A portal's own pages, and the notices that stand for agencies without publishable data."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ita_site.facts.editions.load import national_channels
from ita_site.site.pages.environment import render
from ita_site.site.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.site.pages.portal_view import PortalView
    from ita_site.site.pages.view import AgencyView

COMPARE = "compare/"


def portal_pages(portal: PortalView) -> Iterator[Page]:
    """Every page of no single agency, in the order of the navigation."""
    yield home(portal)
    yield compare(portal, None)
    yield complaints(portal)
    for year in portal.years:
        yield compare(portal, year)
    for part in portal.parts if portal.is_large else ():
        yield province(part)
        if portal.is_divided:
            yield from _of_province(part)


def _of_province(part: PortalView) -> Iterator[Page]:
    """What a province's agencies have of their own where the portal's pages cannot list them."""
    yield compare(part, None)
    yield complaints(part)
    for year in part.years:
        yield compare(part, year)


def home(portal: PortalView) -> Page:
    """Find an agency, and how all of them stand."""
    title = "แต่ละหน่วยงานทำตามที่บอกไว้แค่ไหน"
    description = portal.facts.description or (
        "หาหน่วยงานจากชื่อ ประเภท หรือจังหวัด ดูมาตรการ ผลการดำเนินการ คะแนน ITA และช่องทางแจ้งเรื่องทุจริต"
    )
    body = partial(render, "portal.md.jinja", portal=portal, here="", title=title)
    return Page("", "portal", title, description, body, portal.frame, nav_title="ทุกหน่วยงาน")


def province(part: PortalView) -> Page:
    """The agencies of a province by district, and how they stand."""
    title = f"หน่วยงานใน{_place(part)}"
    description = f"{title} {len(part.everyone)} แห่ง มาตรการ ผลการดำเนินการ และคะแนน ITA ปีล่าสุด"
    fill = partial(render, "province.md.jinja", portal=part, here=part.address, title=title)
    body = part.once(part.address, fill)
    return Page(part.address, "province", title, description, body, part.frame, nav_title=title)


def compare(portal: PortalView, year: int | None) -> Page:
    """The agencies side by side: their newest years, or one year."""
    here = f"{portal.address}{COMPARE}" + (f"{year}/" if year else "")
    title = "เทียบหน่วยงาน" + (f"ใน{_place(portal)}" if portal.place else "")
    title += f" ปีประเมิน {year}" if year else ""
    description = f"{title}: คะแนน ITA ที่เทียบกันได้ และมาตรการตามสถานะของทุกหน่วยงาน"

    def fill() -> str:
        groups = portal.of_year(year) if year else portal.newest
        context = {"portal": portal, "groups": groups, "year": year}
        return render("compare.md.jinja", here=here, title=title, **context)

    body = portal.once(here, fill)
    return Page(here, "compare", title, description, body, portal.frame, nav_title=title)


def complaints(portal: PortalView) -> Page:
    """The national channels, and the way to each agency's own."""
    title = "แจ้งเรื่องทุจริตและประพฤติมิชอบ" + (f"ใน{_place(portal)}" if portal.place else "")
    here = f"{portal.address}complaints/"
    context = {"portal": portal, "here": here, "title": title, "national": national_channels()}
    body = portal.once(here, partial(render, "portal_complaints.md.jinja", **context))
    return Page(here, "portal-complaints", title, title, body, portal.frame, nav_title=title)


def _place(part: PortalView) -> str:
    return (part.place.name if part.place else "") or "จังหวัดที่ไม่ระบุ"


def notices(view: AgencyView) -> Iterator[Page]:
    """What stands at the addresses of an agency whose data cannot be published."""
    for address in view.addresses:
        yield _notice(view, address)


def _notice(view: AgencyView, address: str) -> Page:
    title = "ข้อมูลของหน่วยงานนี้ยังเผยแพร่ไม่ได้"
    agency = view.facts.agency
    body = partial(
        render,
        "withheld.md.jinja",
        view=view,
        agency=agency,
        here=address,
        title=title,
        complaints=address.endswith("/complaints/"),
        national=national_channels(),
    )
    description = f"{agency.name}: {title}"
    edit_uri = f"{view.facts.folder}/agency.yml"
    return Page(
        address, "withheld", title, description, body, view.frame, edit_uri, searchable=False
    )
