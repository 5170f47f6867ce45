"""What an officer tells the assessor beside an item's address: where on the page each thing is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.rules.figures.criteria import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.facts.model.edition import Item
    from ita_site.rules.figures.criteria import Verdict

SECTIONS = {
    "result": "ผลประเมิน",
    "summaries": "สรุปรายเครื่องมือ",
    "findings": "ข้อค้นพบ",
    "urgent-fixes": "จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน",
    "improvements": "ประเด็นที่จะพัฒนาให้ดีขึ้น",
    "recommendations": "ข้อเสนอแนะ",
    "measures": "มาตรการ",
    "measure": "มาตรการแต่ละเรื่อง",
    "limitations": "ข้อจำกัดในการประเมิน",
    "eit": "แบบวัด EIT",
    "top": "บรรทัดแรกของหน้า",
}
"""What the part of a page is called in which an anchor stands; the longest that fits counts."""


def section_of(place: str) -> str:
    """The part of the page a place is in, in Thai; empty for the page as a whole."""
    _, mark, anchor = place.partition("#")
    names = sorted(SECTIONS, key=len, reverse=True)
    fitting = (name for name in names if re.match(rf"{name}(-|$)", anchor))
    return SECTIONS[next(fitting, "top")] if mark else ""


def explanation(item: Item, verdicts: Iterable[Verdict]) -> str:
    """The explanation to paste beside the address: each criterion that is seen, and where.

    Empty where nothing is seen yet: an explanation never promises what is not there.
    """
    seen = [one for one in verdicts if one.outcome is not Outcome.NOT_MET and one.criterion.shows]
    told = (
        f"({at}) {one.criterion.text} ดูที่หัวข้อ “{section_of(one.places[0])}”"
        for at, one in enumerate(seen, 1)
    )
    return f"ข้อ {item.code} อยู่ในหน้าเดียวกันทั้งหมด {' '.join(told)}" if seen else ""
