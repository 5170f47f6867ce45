"""Lines that begin with a reporting round: รอบ 6 เดือน (ต.ค. 67 - มี.ค. 68): ลงเว็บแล้ว 6 ครั้ง."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.document.spans import parse_item
from ita_site.office.importer.words.rounds import NUMBERS, REPORTED, STRETCH, find_round

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.office.importer.document.spans import Span

OTHER_ROUND: Final = "“{}” อยู่ในผลรอบ {} เดือน แต่พูดถึงรอบอื่นด้วย โปรดตรวจว่าแยกรอบถูก"
_MONTHS: Final = r"(?:3|6|9|12)\s*(?:เดือน|ด\.)"
_ROUND: Final = (
    rf"(?P<named>(?:ใน)?(?:รอบ|ช่วง|ระยะ|ห้วง)(?:ที่)?\s*{_MONTHS}\s*(?:แรก|หลัง)?"
    rf"|{_MONTHS}\s*(?:แรก|หลัง)"
    r"|(?:ใน)?รอบ\s*(?:ที่)?\s*[12](?![0-9])(?!\s*(?:เดือน|ปี(?!\s*[0-9])|วัน))"
    r"|(?:ใน)?(?:รอบ|ช่วง)?ครึ่ง\s*ปี\s*(?:งบประมาณ)?\s*(?:แรก|หลัง))"
    r"|(?P<quarter>(?:ใน)?ไตรมาส\s*(?:ที่)?\s*[1-4](?![0-9]))"
    rf"|(?P<bare>(?<!รอบ\s)(?<!ช่วง\s)(?<!ระยะ\s)(?<!ห้วง\s)(?<!ที่\s){_MONTHS})"
)
_OF: Final = (
    r"(?:\s*(?:ของ)?(?:ประจำ)?ปี(?:งบประมาณ)?\s*(?:พ\.?\s*ศ\.?)?\s*(?:25)?[0-9]{2}(?![0-9])"
    rf"|\s*/\s*(?:25)?[0-9]{{2}}(?![0-9])|\s*[(\[][^()\[\]]{{1,60}}[)\]]|\s*{STRETCH.pattern})*"
)
"""The year, and from when until when, with which a round goes on."""
_LEAD: Final = re.compile(rf"(?:{_ROUND}){_OF}(?P<sign>\s*(?:[:：]|[-–—=](?=\s))\s*|\s+|$)")
_SEVERAL: Final = re.compile(r"(?:และ|กับ|หรือ|ถึง|จนถึง|[-–—,&/])\s*(?:รอบ|ไตรมาส)?\s*(?:ที่\s*)?[0-9]")
"""Behind a round: it is one of several that the words tell of."""
_NAMELESS: Final = re.sub(r"\?P<\w+>", "?:", _ROUND)
_WITHIN: Final = re.compile(
    rf"(?:(?<=\s\s)|(?<=[\t;]))(?:{_NAMELESS})|(?<=\s)(?:{_NAMELESS}){_OF}\s*[:：]"
)
"""Where a further round begins within a line: behind a wide blank, or with a colon behind it."""
_OTHER: Final = re.compile(rf"รอบ(?:ที่)?\s*(?P<months>{_MONTHS})")
_IN_WORDS: Final = re.compile(rf"(?:{'|'.join(sorted(NUMBERS, key=len, reverse=True))})(?=\s*เดือน)")


_SIGNS: Final = " :：-–—="


@dataclass(frozen=True, slots=True)
class RoundLead:
    """The round a line begins with, in months, its words, and what stands behind them.

    `is_label` tells that a sign or nothing stands behind it, `is_quarter` that it is a quarter.
    """

    months: str
    label: Span
    value: Span
    is_label: bool
    is_quarter: bool


def find_lead(words: Span) -> RoundLead | None:
    """The round that a line begins with, a mark before it aside."""
    own = parse_item(words).words
    end = length_of_lead(own.own, is_whole=True)
    found = _LEAD.match(_in_digits(own.own)) if end else None
    if found is None:
        return None
    value = own.cut(end)
    is_label = bool(found["sign"].strip()) or not value
    period = find_round(own.cut(0, end).text.strip(_SIGNS))
    if period is None or int(period[0]) not in REPORTED or (found["bare"] and not is_label):
        return None
    label = words.cut(0, own.start - words.start + end)
    return RoundLead(period[0], label, value, is_label, bool(found["quarter"]))


def length_of_lead(text: str, *, is_whole: bool = False) -> int:
    """How long the round is that words begin with, with the sign behind it; 0 for none.

    Months alone count only where a whole line begins with them, not behind a label.
    """
    plain = _in_digits(text)
    found = _LEAD.match(plain)
    if found is None or (found["bare"] and not is_whole) or _SEVERAL.match(plain, found.end()):
        return 0
    return found.end()


def doubt_round(value: Span, months: str) -> list[tuple[Span, str]]:
    """Words that name another round than the one they stand under, and what is told of them."""
    plain = _in_digits(value.text)
    named = {re.sub(r"[^0-9]", "", found["months"]) for found in _OTHER.finditer(plain)}
    return [(value, OTHER_ROUND.format(value, months))] if named - {months} else []


def parted_by_round(lines: Iterable[Span]) -> Iterator[Span]:
    """Lines, those parted in which a further round begins."""
    for line in lines:
        cuts = [found.start() for found in _WITHIN.finditer(_in_digits(line.own))]
        starts = [0, *cuts] if cuts and (cuts[0] == 0 or find_lead(line)) else [0]
        pieces = zip(starts, [*starts[1:], None], strict=True)
        yield from (piece for start, end in pieces if (piece := line.cut(start, end)))


def _in_digits(text: str) -> str:
    """The text, each letter at its place, with the numbers of words before เดือน in digits."""
    plain = to_arabic(text)
    return _IN_WORDS.sub(lambda found: NUMBERS[found[0]].ljust(len(found[0])), plain)
