"""Whether the public survey can be answered on a given day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.model.fields import Labelled

if TYPE_CHECKING:
    from ita_site.facts.model.year import Eit
    from ita_site.facts.thai.calendar import BEDate


class Window(Labelled):
    """The survey's window, seen from one day."""

    NOT_GIVEN = "not_given", "ยังไม่มีลิงก์"
    NOT_YET = "not_yet", "ยังไม่เปิดรับ"
    OPEN = "open", "เปิดรับอยู่"
    CLOSED = "closed", "ปิดรับแล้ว"
    UNKNOWN = "unknown", "ไม่ระบุช่วงเวลา"


def window(eit: Eit, today: BEDate) -> Window:
    """The window's state; both its days belong to it."""
    if not eit.url:
        return Window.NOT_GIVEN
    if eit.opens_on and today < eit.opens_on:
        return Window.NOT_YET
    if eit.closes_on and today > eit.closes_on:
        return Window.CLOSED
    return Window.OPEN if eit.opens_on or eit.closes_on else Window.UNKNOWN
