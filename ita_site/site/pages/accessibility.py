"""The page that tells what can be used by whom, and whom to tell when something cannot."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ita_site.facts.model.agency import Contact
from ita_site.site.pages.environment import render
from ita_site.site.pages.page import Page

if TYPE_CHECKING:
    from ita_site.facts.model.agency import Agency
    from ita_site.site.pages.page import Frame

ACCESSIBILITY = "accessibility/"


def accessibility_page(frame: Frame, agency: Agency | None = None) -> Page:
    """The statement of a whole site.

    Its contact is the agency's general one; without an agency, in a portal, the agency that a
    page belongs to answers.
    """
    title = "การเข้าถึงเว็บไซต์"
    context = {"agency": agency, "contact": agency.contact if agency else Contact()}
    body = partial(render, "accessibility.md.jinja", title=title, **context)
    description = "ใครใช้เว็บไซต์นี้ได้อย่างไร ตรวจการเข้าถึงอย่างไร และแจ้งปัญหาการใช้งานที่ไหน"
    return Page(ACCESSIBILITY, "accessibility", title, description, body, frame, nav_title=title)
