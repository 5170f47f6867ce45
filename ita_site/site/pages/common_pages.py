"""The pages every site has once: the accessibility statement and the officers' help."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from ita_site.facts.model.agency import Contact
from ita_site.facts.problems import catalogue
from ita_site.site.pages.environment import render
from ita_site.site.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.facts.model.agency import Agency
    from ita_site.rules.figures.doubts import Doubt
    from ita_site.site.pages.page import Frame

ACCESSIBILITY = "accessibility/"
HELP = "help/problems/"
LAST = (ACCESSIBILITY, HELP)
GROUPS = {
    "ITA1": "ตัวอักษรและรูปแบบของไฟล์",
    "ITA2": "ค่าของแต่ละช่อง",
    "ITA3": "ข้อเท็จจริงที่ขัดกัน ขาด หรือน่าสงสัย",
    "ITA4": "เกณฑ์ของปี แบบวัด EIT และรายการ OIT",
    "ITA5": "หน้าที่เขียนเอง",
    "ITA6": "ลิงก์",
    "ITA7": "คำสั่งและแบบรายงานความก้าวหน้า",
}
"""What problems are about, by how their codes begin (see `problems.yml`)."""


def accessibility_page(frame: Frame, agency: Agency | None) -> Page:
    """The statement of a whole site.

    Its contact is the agency's general one; without an agency, in a portal, the agency that a
    page belongs to answers.
    """
    title = "การเข้าถึงเว็บไซต์"
    context = {"agency": agency, "contact": agency.contact if agency else Contact()}
    body = partial(render, "accessibility.md.jinja", title=title, **context)
    description = "ใครใช้เว็บไซต์นี้ได้อย่างไร ตรวจการเข้าถึงอย่างไร และแจ้งปัญหาการใช้งานที่ไหน"
    return Page(ACCESSIBILITY, "accessibility", title, description, body, frame, nav_title=title)


def help_page(doubts: Mapping[int, tuple[Doubt, ...]], frame: Frame) -> Page:
    """What every problem means, and which facts of each year's edition are not certain."""
    title = "ข้อความแจ้งปัญหา"
    body = partial(_help, title, doubts)
    description = "ความหมายของข้อความแจ้งปัญหาทุกรหัส และวิธีแก้ สำหรับเจ้าหน้าที่ผู้แก้ไขข้อมูล"
    return Page(HELP, "help", title, description, body, frame, searchable=False, nav_title=title)


def _help(title: str, doubts: Mapping[int, tuple[Doubt, ...]]) -> str:
    alike = groupby(catalogue().values(), lambda kind: kind.code[:4])
    return render(
        "help.md.jinja",
        title=title,
        groups={start: (GROUPS[start], [*kinds]) for start, kinds in alike},
        to_check=[(year, facts) for year, facts in sorted(doubts.items()) if facts],
    )
