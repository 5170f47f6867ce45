"""Scores that a sentence tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.draft import Mention
from ita_site.office.importer.groups import find_instrument
from ita_site.office.importer.scores import add_instrument

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.draft import Draft
    from ita_site.office.importer.spans import Span


_TOTAL: Final = re.compile(
    r"(?:ค่าคะแนน|คะแนน|ได้|เท่ากับ|ร้อยละ)\D{0,40}?(?P<score>[0-9๐-๙]{1,3}\.[0-9๐-๙]{1,2})\s*(?:คะแนน|$)"
)

_BARE_SCORE: Final = re.compile(r"(?P<score>[0-9๐-๙]{1,3}\.[0-9๐-๙]{1,2})\s*คะแนน")

_OVERALL: Final = ("ITA", "ภาพรวม", "ผลการประเมินระดับ", "คะแนนรวม")


def read_prose_score(near: Sequence[Span], draft: Draft) -> None:
    """Add the total, an instrument's score or a rating that the last of these paragraphs states."""
    words, edition = near[-1], draft.edition
    read_prose_indicators(words, draft)
    code = find_instrument(words.text, edition)
    overall = any(word in " ".join(each.text for each in near) for word in _OVERALL)
    match = _TOTAL.search(words.own)
    if not match and overall:
        match = _BARE_SCORE.fullmatch(words.own.strip())
    if match and code:
        add_instrument(draft, code, words.within(match, "score"), words)
    elif match and overall:
        draft.totals.append((words.within(match, "score"), words))
    levels = {level.name for rule in edition.ratings for level in rule.levels}
    names = "|".join(map(re.escape, sorted(levels, key=len, reverse=True)))
    if rating := re.search(
        rf"ระดับ\D{{0,40}}?(?P<rating>(?<![A-Za-z])(?:{names})(?![A-Za-z]))", words.own
    ):
        draft.ratings.append(words.within(rating, "rating"))
    elif re.fullmatch(names, words.text) and "ระดับ" in near[-2:][0].text:
        draft.ratings.append(words)


_SCORED: Final = re.compile(
    r"[^0-9๐-๙]{0,12}(?:ได้|คะแนน|ร้อยละ|เท่ากับ|=|:)[^0-9๐-๙]{0,12}"
    r"(?P<score>(?:100|๑๐๐|[0-9๐-๙]{1,2})(?:\.[0-9๐-๙]{1,2})?)(?![0-9๐-๙.])"
)

_ANOTHER_YEAR: Final = re.compile(r"ปีก่อน|ปีที่แล้ว|เดิม|เป้าหมาย|เพิ่มขึ้น|ลดลง|เกณฑ์")


def read_prose_indicators(words: Span, draft: Draft) -> None:
    """Add the scores of indicators that a sentence tells by their official names."""
    if "คะแนน" not in words.text or _ANOTHER_YEAR.search(words.text):
        return
    for indicator in draft.edition.indicators:
        at = words.own.find(indicator.name)
        scored = _SCORED.match(words.own, at + len(indicator.name)) if at >= 0 else None
        if scored:
            name = words.cut(at, at + len(indicator.name))
            score = words.within(scored, "score")
            draft.indicators.setdefault(indicator.no, []).append(Mention(name, score, (words,)))
