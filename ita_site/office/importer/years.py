"""The years a document speaks of: of the result it analyses, and of the measures it plans."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.calendar import full_year
from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.tree import Note, Noted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.office.importer.draft import Draft
    from ita_site.office.importer.spans import Words

_YEAR: Final = r"(?:ปี|พ\.?\s?ศ\.?|ประมาณ)\s*\(?(?=25[0-9]{2})"
_RESULT: Final = re.compile(
    r"(?:ITAS|วิเคราะห์ผล|ผลการวิเคราะห์|ผลการประเมิน|ที่ผ่านมา)"
    rf"(?:(?!{_YEAR}).){{0,220}}?{_YEAR}(?P<found>25[0-9]{{2}})"
    r"(?:\s*(?:-|–|และ|กับ|ถึง)\s*(?:ปี|พ\.ศ\.)?\s*(?P<newer>25[0-9]{2}))?"
)
_PLANNED: Final = re.compile(
    r"(?:มาตรการ|ขับเคลื่อน|ยกระดับ|ผลการดำเนินการ)"
    rf"(?:(?!{_YEAR}).){{0,120}}?{_YEAR}(?P<found>25[0-9]{{2}})"
)
_ROUNDS: Final = re.compile(
    r"(?:รอบ(?:ที่)?|(?<=เดือน)\s*(?:และ|,|กับ)(?:รอบ)?)\s*(?P<months>3|6|9|12)\s*เดือน"
)
_OF_RESULTS: Final = re.compile(r"ผลการดำเนิน(?:การ|งาน)|รายงานผล|ความก้าวหน้า")
_HEADING: Final = 200
_SOURCE: Final = re.compile(r"ระบบ\s*ITAS\s*(?:ปี|พ\.ศ\.)?\s*[0-9๐-๙]{0,4}|ข้อมูลจาก\s*ITAS\S*")


def read_years(listed: list[Words], draft: Draft) -> None:
    """Set the three years; where the text does not tell, the usual ones, and say so."""
    draft.info["assessment_year"] = str(draft.year)
    _set(draft, "result_year", list(_said(listed, _RESULT)), draft.year - 1)
    _set(draft, "implementation_year", list(_said(listed, _PLANNED)), draft.year)
    for words in listed:
        if found := _SOURCE.search(words.own):
            draft.source = words.within(found)
            return


def read_round(listed: list[Words], draft: Draft) -> None:
    """The reporting round that a heading of results names."""
    for before, words in pairwise([None, *listed]):
        if words is None or len(words.text) > _HEADING:
            continue
        rounds = {found["months"] for found in _ROUNDS.finditer(to_arabic(words.own))}
        title = f"{before.text if before else ''} {words.text}"
        if len(rounds) == 1 and _OF_RESULTS.search(title[-2 * _HEADING :]):
            draft.round = rounds.pop()
            return


def _set(draft: Draft, name: str, found: list[tuple[int, Words]], usual: int) -> None:
    likely = Counter(year for year, _ in found if usual - 1 <= year <= draft.year)
    if not likely:
        draft.info[name] = Noted(str(usual), (Note("เอกสารไม่บอกปีนี้ชัด ใส่ปีตามปกติไว้ โปรดตรวจ"),))
        return
    best = usual if usual in likely else likely.most_common(1)[0][0]
    place = next(words.place for year, words in found if year == best)
    draft.info[name] = Noted(str(best), (Note(f"อ่านจาก {place}"),))


def _said(listed: list[Words], pattern: re.Pattern[str]) -> Iterator[tuple[int, Words]]:
    """The years a pattern finds, a title that goes on in the next paragraph read as one."""
    for words, after in zip_longest(listed, listed[1:]):
        goes_on = after is not None and max(len(words.own), len(after.own)) <= _HEADING
        text = f"{words.own} {after.own}" if after and goes_on else words.own
        for found in pattern.finditer(to_arabic(text)):
            newer = found.groupdict().get("newer")
            yield full_year(newer or found["found"]), words
