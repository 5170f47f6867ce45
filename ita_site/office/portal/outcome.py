"""What came of one agency when a portal was brought up to date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.facts.model.labelled import Labelled

if TYPE_CHECKING:
    from ita_site.facts.model.repository import LockedFacts
    from ita_site.facts.problems import Problem


class Fate(Labelled):
    """What became of it; those at the end are told with a reason, and count as not done."""

    SAME = "same", "ล่าสุดแล้ว"
    NEWER = "newer", "ข้อมูลใหม่"
    ADDED = "added", "เพิ่ม"
    MOVED = "moved", "ย้าย"
    GONE = "gone", "ไม่อยู่ใน portal.yml แล้ว"
    KEPT = "kept", "ใช้ข้อมูลเดิม"
    LEFT_OUT = "left_out", "ยังไม่มีข้อมูลที่ใช้ได้"


FAILURES = (Fate.KEPT, Fate.LEFT_OUT)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One agency: what is locked of it now, what was before, and why the newest is not.

    `former` names the slug that it had in the portal before, where that is another one.
    """

    slug: str
    fate: Fate
    now: LockedFacts | None = None
    before: LockedFacts | None = None
    reason: str = ""
    problems: tuple[Problem, ...] = ()
    former: str = ""

    @property
    def is_done(self) -> bool:
        """Whether the newest of it is what the site will show."""
        return self.fate not in FAILURES
