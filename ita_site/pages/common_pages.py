"""Pages that belong to no single agency: the portal's front page and the officers' help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.editions.load import national_channels
from ita_site.figures.doubts import doubts
from ita_site.pages.environment import render
from ita_site.pages.page import Frame, Page
from ita_site.problems import catalogue

if TYPE_CHECKING:
    from ita_site.pages.view import AgencyView

HELP = "help/problems/"


def portal_frame(views: tuple[AgencyView, ...]) -> Frame:
    """What surrounds a page of no agency: a single agency's own frame, else the portal's."""
    if len(views) == 1 and not views[0].facts.slug:
        return views[0].frame
    sample = any(view.facts.agency.sample for view in views)
    links = (("หน้าแรก", ""), ("แจ้งเรื่องทุจริต", "complaints/"))
    return Frame("คุณธรรมและความโปร่งใส", "", sample, links)


def portal_home(views: tuple[AgencyView, ...]) -> Page:
    """Every agency of a portal."""
    title = "คุณธรรมและความโปร่งใสของหน่วยงานภาครัฐ"
    body = render("portal.md.jinja", agencies=views, here="", title=title)
    return Page("", "portal", title, title, body, portal_frame(views), nav_title="หน้าแรก")


def portal_complaints(views: tuple[AgencyView, ...]) -> Page:
    """The national channels, and the way to each agency's own."""
    title = "แจ้งเรื่องทุจริตและประพฤติมิชอบ"
    here = "complaints/"
    channels = national_channels()
    context = {"agencies": views, "here": here, "title": title, "national": channels}
    body = render("portal_complaints.md.jinja", **context)
    return Page(here, "complaints", title, title, body, portal_frame(views), nav_title=title)


def help_page(views: tuple[AgencyView, ...]) -> Page:
    """What every problem means, and which facts of the editions are not certain."""
    years = {year.year: year for view in views for year in view.years}
    to_check = [(at, doubts(years[at].edition, at - 1)) for at in sorted(years)]
    title = "ข้อความแจ้งปัญหา"
    body = render(
        "help.md.jinja",
        title=title,
        kinds=catalogue().values(),
        to_check=[(year, facts) for year, facts in to_check if facts],
    )
    description = "ความหมายของข้อความแจ้งปัญหาทุกรหัส และวิธีแก้ สำหรับเจ้าหน้าที่ผู้แก้ไขข้อมูล"
    frame = portal_frame(views)
    return Page(HELP, "help", title, description, body, frame, searchable=False, nav_title=title)
