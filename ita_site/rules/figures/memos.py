"""The memos by which what a page shows was put forward, and whether it was approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.model.year import Memo, Purpose

if TYPE_CHECKING:
    from ita_site.facts.model.year import YearInfo

OF_A_PAPER = ("number", "date", "subject", "approved_on", "file", "url")
"""What there is only once it is written; its office and its addressee are known before."""


def memos_of(info: YearInfo, *purposes: Purpose) -> tuple[Memo, ...]:
    """A year's memos for these purposes, those that do not say theirs among them, by round.

    A draft, of which only the purpose and the office are known, is none yet.
    """
    fitting = (memo for memo in info.all_memos if memo.purpose in (None, *purposes))
    return tuple(sorted(filter(is_written, fitting), key=_order))


def is_written(memo: Memo) -> bool:
    """Whether anything is known of the paper itself."""
    return any(getattr(memo, name) is not None for name in OF_A_PAPER)


def _order(memo: Memo) -> tuple[bool, int]:
    """For the measures first, then round by round; one for the whole year after all rounds."""
    last = 99 if memo.purpose is Purpose.REPORT else 0
    return memo.purpose is Purpose.REPORT, memo.round or last


def called(memo: Memo) -> str:
    """What it put forward, in Thai: `รายงานผลรอบ 6 เดือน`; empty where it does not say."""
    if memo.purpose is Purpose.MEASURES:
        return "มาตรการ"
    if memo.round:
        return f"รายงานผลรอบ {memo.round} เดือน"
    return "รายงานผลทั้งปี" if memo.purpose is Purpose.REPORT else ""
