"""The pages of the public log: an agency's, and a portal's of all agencies."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ita_site.site.pages.agency_page import agency_page
from ita_site.site.pages.change_places import key_of, place_of
from ita_site.site.pages.environment import render
from ita_site.site.pages.page import Page

if TYPE_CHECKING:
    from ita_site.rules.figures.changes.change import Change
    from ita_site.rules.figures.changes.log import Log
    from ita_site.site.pages.portal_view import PortalView
    from ita_site.site.pages.view import AgencyView

TITLE = "ข้อมูลเปลี่ยนอะไร เมื่อใด"


def changes_page(view: AgencyView, log: Log) -> Page:
    """What changed of an agency's facts."""
    name = view.facts.agency.name
    return agency_page(
        view,
        view.changes_address,
        "changes",
        title=TITLE,
        description=f"ข้อมูลของ{name}ที่เพิ่ม แก้ หรือตัดออก เรียงตามวันที่แก้ ล่าสุดอยู่บนสุด",
        file="agency.yml",
        nav_title="ข้อมูลที่เปลี่ยน",
        log=log,
        place=partial(place_of, view),
        lead=f"สิ่งที่เพิ่ม แก้ หรือตัดออกในข้อมูลของ{name} ล่าสุดอยู่บนสุด",
        named=False,
        feed="",  # named with the page's other files
    )


def portal_changes_page(portal: PortalView, log: Log) -> Page:
    """What changed of all agencies' facts."""
    here = "changes/"
    whose = "หน่วยงานที่เก็บข้อมูลไว้ในเว็บไซต์นี้" if portal.facts.agencies else "ทุกหน่วยงาน"
    lead = f"สิ่งที่เพิ่ม แก้ หรือตัดออกในข้อมูลของ{whose} ล่าสุดอยู่บนสุด"
    places = {key: at for agency in portal.agencies for key, at in agency.places.items()}

    def place(change: Change) -> str:
        return places.get(key_of(change), "")

    context = {"log": log, "place": place, "named": True, "lead": lead}
    context["feed"] = f"{here}changes.atom" if log.entries and portal.facts.site_url else ""
    body = partial(render, "changes.md.jinja", title=TITLE, here=here, **context)
    return Page(
        here, "portal-changes", TITLE, lead, body, portal.frame, nav_title=TITLE, searchable=False
    )
