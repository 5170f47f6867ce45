"""The part that the units below a heading play: who leads, who supports."""

from __future__ import annotations

import re
from typing import Final

_LEAD: Final = re.compile("หลัก|เจ้าภาพ")
_BETWEEN: Final = re.compile("และ|หรือ|/")
_SUPPORT: Final = re.compile(r"ร่วม|สนับสนุน|เกี่ยวข้อง|รอง(?![ก-๎])")


def part_of(heading: str) -> str:
    """`lead` or `support`, as all that a heading lists says; else empty."""
    parts = {_part(words) for words in _BETWEEN.split(heading)}
    return parts.pop() if len(parts) == 1 else ""


def _part(words: str) -> str:
    if _SUPPORT.search(words):
        return "" if "หลัก" in words else "support"
    return "lead" if _LEAD.search(words) else ""


def is_of_support_alone(heading: str) -> bool:
    """Whether a heading says so even where no other column names who is responsible."""
    is_told = "รับผิดชอบ" in heading or "เกี่ยวข้อง" in heading
    return part_of(heading) == "support" and not is_told
