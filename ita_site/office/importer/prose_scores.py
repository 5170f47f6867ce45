"""Scores that a sentence tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.draft import Mention
from ita_site.office.importer.groups import find_instrument
from ita_site.office.importer.scores import add_instrument

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.facts.model.edition import Edition
    from ita_site.office.importer.draft import Draft
    from ita_site.office.importer.spans import Span


_TOTAL: Final = re.compile(
    r"(?:ค่าคะแนน|คะแนน|ได้|เท่ากับ|ร้อยละ)\D{0,40}?(?P<score>[0-9๐-๙]{1,3}\.[0-9๐-๙]{1,2})\s*(?:คะแนน|$)"
)

_BARE_SCORE: Final = re.compile(r"(?P<score>[0-9๐-๙]{1,3}\.[0-9๐-๙]{1,2})\s*คะแนน")

_OVERALL: Final = ("ITA", "ภาพรวม", "ผลการประเมินระดับ", "คะแนนรวม")
_SCORE: Final = re.compile(
    r"(?<![0-9๐-๙.])(?P<score>(?:100|๑๐๐|[0-9๐-๙]{1,2})(?:\.[0-9๐-๙]{1,2})?)(?![0-9๐-๙]|\.[0-9๐-๙])"
)
_PRECISE: Final = re.compile(r"[0-9๐-๙]{1,3}\.[0-9๐-๙]{1,2}|100|๑๐๐")
_BETWEEN: Final = re.compile(
    r"[\s=:：()\-–—/,]*(?:(?:มี|ได้|ผล|ค่า|คะแนน|ร้อยละ|เท่ากับ|คือ|อยู่ที่|รวม|เฉลี่ย|การประเมิน|รับ|เป็น|ระดับ)[\s=:：()\-–—]*)*"
)
_UNRELATED: Final = re.compile(r"ปีก่อน|ปีที่แล้ว|เดิม|เป้าหมาย|เพิ่มขึ้น|ลดลง|เกณฑ์|ครั้ง|คน|ลำดับ|อันดับ")
_SEVERAL: Final = 2
_ANOTHER_YEAR: Final = re.compile(r"ปีก่อน|ปีที่แล้ว|เดิม|เป้าหมาย|เพิ่มขึ้น|ลดลง|เกณฑ์")


@dataclass(frozen=True, slots=True)
class Scored:
    """A name in a sentence with the score behind it; `number` of an indicator, `code` else."""

    name: Span
    score: Span
    number: int | None = None
    code: str = ""


def read_prose_score(near: Sequence[Span], draft: Draft) -> None:
    """Add the scores or a rating that the last of these paragraphs states."""
    words, edition = near[-1], draft.edition
    overall = any(word in " ".join(each.text for each in near) for word in _OVERALL)
    scored = find_scored(words, edition)
    for each in scored:
        if each.number is not None:
            row = (words,)
            draft.indicators.setdefault(each.number, []).append(Mention(each.name, each.score, row))
    instruments = [each for each in scored if each.code]
    if len(instruments) >= _SEVERAL:
        _add_several(words, instruments, draft)
    elif not any(each.number is not None for each in scored):
        _add_one(words, draft, overall=overall)
    _add_rating(near, draft)


def _add_several(words: Span, instruments: Sequence[Scored], draft: Draft) -> None:
    """The scores of the instruments of one sentence, and the total before them: to be looked at."""
    for each in instruments:
        add_instrument(draft, each.code, each.score, words)
    draft.doubt(words, f"คะแนนของเครื่องมืออ่านจากประโยค “{_shown(words)}” โปรดตรวจ")
    before = words.own[: instruments[0].name.start - words.start]
    totals = [found for found in _SCORE.finditer(before) if _PRECISE.fullmatch(found["score"])]
    if len(totals) == 1:
        draft.totals.append((words.within(totals[0], "score"), words))


def _add_one(words: Span, draft: Draft, *, overall: bool) -> None:
    code = find_instrument(words.text, draft.edition)
    match = _TOTAL.search(words.own)
    if not match and overall:
        match = _BARE_SCORE.fullmatch(words.own.strip())
    if match and code:
        add_instrument(draft, code, words.within(match, "score"), words)
    elif match and overall:
        draft.totals.append((words.within(match, "score"), words))


def _add_rating(near: Sequence[Span], draft: Draft) -> None:
    words = near[-1]
    levels = {level.name for rule in draft.edition.ratings for level in rule.levels}
    names = "|".join(map(re.escape, sorted(levels, key=len, reverse=True)))
    if rating := re.search(
        rf"ระดับ\D{{0,40}}?(?P<rating>(?<![A-Za-z])(?:{names})(?![A-Za-z]))", words.own
    ):
        draft.ratings.append(words.within(rating, "rating"))
    elif re.fullmatch(names, words.text) and "ระดับ" in near[-2:][0].text:
        draft.ratings.append(words)


def tells_scores(words: Span, edition: Edition) -> bool:
    """Whether a line does little more than to give indicators or instruments their scores."""
    return len(words.text) < _LONGEST * _SEVERAL and bool(find_scored(words, edition))


_LONGEST: Final = 100


def _shown(words: Span) -> str:
    text = words.text
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def find_scored(words: Span, edition: Edition) -> list[Scored]:
    """The indicators and instruments that a sentence names with a score right behind the name."""
    if _ANOTHER_YEAR.search(words.text):
        return []
    return [scored for found in _names(words, edition) if (scored := _scored(words, *found))]


def _names(words: Span, edition: Edition) -> Iterator[tuple[int, int, int | None, str]]:
    """Where each name stands, and whose it is; an indicator's number once."""
    for indicator in edition.indicators:
        at = words.own.find(indicator.name)
        if at >= 0:
            yield at, at + len(indicator.name), indicator.no, ""
    for instrument in edition.instruments:
        code = re.compile(rf"(?<![A-Za-z]){re.escape(instrument.code)}(?![A-Za-z])")
        for found in [*code.finditer(words.own)][-1:]:
            yield *found.span(), None, instrument.code


def _scored(words: Span, start: int, end: int, number: int | None, code: str) -> Scored | None:
    between = _BETWEEN.match(words.own, end)
    at = between.end() if between else end
    score = _SCORE.match(words.own, at)
    if score is None:
        return None
    told = "คะแนน" in words.own or "ร้อยละ" in words.own
    behind = words.own[score.end() : score.end() + _BEHIND]
    if not (_PRECISE.fullmatch(score["score"]) or told) or _UNRELATED.match(behind.strip()):
        return None
    return Scored(words.cut(start, end), words.within(score, "score"), number, code)


_BEHIND: Final = 8
