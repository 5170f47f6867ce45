"""A line's names of what has a score, and its figures that may be one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.decimals import parse_decimal
from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.words.groups import KNOWN, find_indicator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.model.edition import Edition

TOTAL: Final = "total"
_DIGIT: Final = "[0-9๐-๙]"
_FIGURE: Final = re.compile(
    rf"(?<![0-9๐-๙.,/])(?P<score>{_DIGIT}{{1,3}}(?:\.{_DIGIT}{{1,2}})?)(?![0-9๐-๙]|[.,/]{_DIGIT})"
)
_PRECISE: Final = re.compile(rf"{_DIGIT}{{1,3}}\.{_DIGIT}{{1,2}}|100|๑๐๐")
_LEADING: Final = re.compile(
    rf"\s*\(?{_DIGIT}{{1,2}}(?:\.{_DIGIT}{{1,2}})+[.)]*\s*(?!คะแนน|ร้อยละ|%)(?=[^\s0-9๐-๙])"
)
"""A paragraph's number of several levels."""
_HIGHEST: Final = 20
_OTHER: Final = re.compile(
    r"ปีก่อน|ปีที่แล้ว|ปีที่ผ่านมา|เดิม|เป้าหมาย|ตั้งไว้|เพิ่มขึ้น|ลดลง|สูงขึ้น|ต่ำลง|สูงกว่า|มากกว่า|น้อยกว่า|ต่ำกว่า|ขั้นต่ำ|เต็ม"
    r"|(?:(?<!ผ่าน)เกณฑ์|เกณฑ์(?!\s.*[IEO]IT))(?!ดี|สูง|ผ่าน|พอใช้|ปานกลาง|.*(?:แยก|แบ่ง|ได้แก่|ประกอบด้วย))"
    r"|ระดับประเทศ|ทั่วประเทศ|ระดับจังหวัด|ของจังหวัด|ค่าน้ำหนัก|ผลต่าง|ข้อ\s*[iIeEoO]\s?[0-9๐-๙]|ข้อคำถาม"
    r"|จาก\s*$"
)
"""What is said before a figure that is no score of this year."""
_BEHIND: Final = re.compile(
    r"\s*(?:ครั้ง|คน|ราย|เรื่อง|ข่าว|บาท|วัน|เดือน|ปี(?!นี้|งบ|\s*(?:25|๒๕))|ชั่วโมง|แห่ง|ข้อ|ขึ้นไป|ของ(?!คะแนน)|%?\s*ของผู้)"
)
_OPENS: Final = re.compile(r"[(（]\s*(?P<percent>ร้อยละ\s*)?$")
_CLOSES: Final = re.compile(r"\s*(?P<percent>%\s*)?[)）]")
_LAST_YEAR: Final = re.compile(
    r"\s*(?:ใน|เมื่อ)?ปี(?:ก่อน|ที่แล้ว|ที่ผ่านมา)(?!.*(?:ปีนี้|ปีปัจจุบัน|เพิ่มขึ้น|ลดลง|สูงขึ้น|ต่ำลง|เทียบ|จาก))"
)
"""A line that begins with the year of the result, which is the one before, and compares none."""
_YEAR: Final = re.compile(r"(?:25|๒๕)[0-9๐-๙]{2}")
_NUMBERED: Final = re.compile(
    rf"ตัวชี้วัด(?:\s*ที่)?\s*(?P<no>{_DIGIT}{{1,2}})(?!{_DIGIT}|\.{_DIGIT}|\s*(?:-|–|ถึง)\s*{_DIGIT})"
    rf"(?P<more>(?:\s*(?:,|และ|กับ)\s*(?:ที่\s*)?{_DIGIT}{{1,2}}(?!{_DIGIT}|[.)]|\.{_DIGIT}))*)"
)
_LED: Final = re.compile(
    rf"[\s•*–—-]*(?:[ก-๎]{{2,20}}?\s?)?(?P<no>{_DIGIT}{{1,2}})(?:\s?[.):：]\s?|\s)\s?"
    r"(?P<name>[ก-๎][ก-๎ ]{2,60}?)"
    r"\s?(?=ได้|เท่ากับ|อยู่ที่|มีคะแนน|คะแนน|ร้อยละ|[=:：]|\s[0-9๐-๙])"
)
"""A line that begins with a number, perhaps a word before it, and a name before a score."""
_TOTAL: Final = re.compile(
    r"คะแนน(?:เฉลี่ย|ประเมิน|ผลการประเมิน|โดย|ใน)*(?:รวม|ภาพรวม)|(?:ค่า)?เฉลี่ยรวม|ภาพรวม(?:ของ|ทั้ง)?(?:หน่วยงาน|องค์กร)?"
    r"|(?:ผล)?คะแนน(?:ผล)?(?:การ)?(?:ประเมิน)?\s*ITA(?![A-Za-z])|รวมทั้งสิ้น|รวมทุกตัวชี้วัด"
)
_BESIDE: Final = re.compile(r"[\s:：().\-–]*(?:คือ|ด้าน|เรื่อง)?[\s(]*")
_SEPARATE: Final = re.compile(r"\s*(?:[),;.]|$|และ|ส่วน|โดย|คะแนน|[A-Z])")
_LINKING: Final = (
    *(
        "ได้",
        "มี",
        "เท่ากับ",
        "คะแนน",
        "ค่า",
        "ร้อยละ",
        "อยู่",
        "เป็น",
        "คือ",
        "และ",
        "ที่",
        "ซึ่ง",
        "โดย",
        "รวม",
    ),
    *(
        "ผล",
        "ของ",
        "นั้น",
        "กับ",
        "ตาม",
        "ส่วน",
        "เฉลี่ย",
        "ต่ำ",
        "สูง",
        "พบ",
        "ทำ",
        "ประเมิน",
        "ขึ้น",
        "ระดับ",
        "ใน",
        "คิด",
    ),
)


@dataclass(frozen=True, slots=True)
class Named:
    """Whose score a line may tell: an indicator's `no`, an instrument's `code`, or `TOTAL`.

    `name` is where the name itself stands; None where only a number, `printed`, says which it is.
    """

    start: int
    end: int
    no: int | None = None
    code: str = ""
    name: tuple[int, int] | None = None
    printed: int | None = None

    def joined_with(self, other: Named, own: str) -> Named | None:
        """Both as one, where they stand beside each other and are of one thing, or one a number."""
        near = _BESIDE.fullmatch(own[self.end : other.start])
        is_one = (self.no, self.code) == (other.no, other.code)
        if not near or not (is_one or self.name is None or other.name is None):
            return None
        kept = other if self.name is None else self
        return replace(kept, start=self.start, end=other.end, printed=self.printed or other.printed)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number from 0 to 100 where it stands."""

    start: int
    end: int


def find_figures(own: str, year: int) -> list[Figure]:
    """The figures of a line that may be scores of this year's result, its own number aside."""
    lead = _LEADING.match(own)
    if lead and int(to_arabic(re.findall(f"{_DIGIT}+", lead[0])[0])) >= _HIGHEST:
        lead = None
    years = {int(to_arabic(found[0])) for found in _YEAR.finditer(own)}
    figures: list[Figure] = []
    last_year = _LAST_YEAR.match(own, lead.end() if lead else 0)
    before = max(each.end() if each else 0 for each in (lead, last_year))
    for found in _FIGURE.finditer(own, before):
        around = own[before : found.start()], own[found.end() :]
        if not _may_be_score(found["score"], *around):
            continue
        before = found.end()
        told = [int(to_arabic(each[0])) for each in _YEAR.finditer(around[0])]
        of_another = bool(told) and year in years and len(years) > 1 and told[-1] != year
        if not (of_another or _OTHER.search(around[0])):
            figures.append(Figure(*found.span("score")))
    return figures


def count_precise(own: str) -> int:
    """How many figures a line has that are printed as scores are, whatever they are of."""
    return sum(bool(_PRECISE.fullmatch(found["score"])) for found in _FIGURE.finditer(own))


def _may_be_score(score: str, before: str, behind: str) -> bool:
    if _BEHIND.match(behind) or parse_decimal(score) > 100:  # noqa: PLR2004
        return False
    if score.isdigit() and _is_weight(before, behind):
        return False
    is_told = behind.lstrip().startswith("คะแนน") or re.search(r"(?:ร้อยละ|คะแนน)\s*$", before)
    is_led = re.search(r"(?:[=:：(]|ได้|เท่ากับ|อยู่ที่)\s*$", before) and _SEPARATE.match(behind)
    is_high = parse_decimal(score) >= _HIGHEST
    return bool(_PRECISE.fullmatch(score) or is_told or (is_led and is_high))


def _is_weight(before: str, behind: str) -> bool:
    """Whether whole percents stand alone in brackets, as what an instrument counts for."""
    opens, closes = _OPENS.search(before), _CLOSES.match(behind)
    return bool(opens and closes and (opens["percent"] or closes["percent"]))


def find_names(own: str, edition: Edition) -> list[Named]:
    """Whose scores a line may tell, in order; several names of one thing are one.

    Of a number and a name that say different indicators, the name holds.
    """
    longest: list[Named] = []
    for named in sorted(_iter_names(own, edition), key=lambda each: each.start - each.end):
        if all(named.end <= each.start or each.end <= named.start for each in longest):
            longest.append(named)
    joined: list[Named] = []
    for named in sorted(longest, key=lambda each: each.start):
        if joined and (both := joined[-1].joined_with(named, own)):
            joined[-1] = both
        else:
            joined.append(named)
    return joined


def _iter_names(own: str, edition: Edition) -> Iterator[Named]:
    for indicator in edition.indicators:
        for found in _spread((indicator.name, *indicator.also)).finditer(own):
            if _ends_there(own, found.end()):
                yield Named(*found.span(), no=indicator.no, name=found.span())
    for instrument in edition.instruments:
        pattern = rf"(?<![A-Za-z]){re.escape(instrument.code)}(?![A-Za-z])"
        for found in re.finditer(pattern, own):
            yield Named(*found.span(), code=instrument.code, name=found.span())
        for found in _spread((instrument.name,)).finditer(own):
            yield Named(*found.span(), code=instrument.code, name=found.span())
    yield from (Named(*it.span(), code=TOTAL, name=it.span()) for it in _TOTAL.finditer(own))
    yield from _iter_numbered(own, {each.no for each in edition.indicators})
    yield from _iter_led(own, edition)


def _iter_numbered(own: str, known: Iterable[int]) -> Iterator[Named]:
    numbers = {*known}
    for found in _NUMBERED.finditer(own):
        further = re.finditer(f"{_DIGIT}+", found["more"])
        places = [
            (found.start(), found.end("no")),
            *((found.start("more") + it.start(), found.start("more") + it.end()) for it in further),
        ]
        for start, end in places:
            no = int(to_arabic(re.findall(f"{_DIGIT}+", own[start:end])[-1]))
            if no in numbers:
                yield Named(start, end, no=no, printed=no)


def _iter_led(own: str, edition: Edition) -> Iterator[Named]:
    """The indicator whose number a line begins with, before words much like its name."""
    found = _LED.match(own)
    guess = find_indicator(f"{found['no']} {found['name']}", edition) if found else None
    if found is None or guess is None or guess.similarity < KNOWN:
        return
    no = int(to_arabic(found["no"]))
    if guess.indicator.no == no:
        yield Named(
            found.start("no"), found.end("name"), no=no, name=found.span("name"), printed=no
        )


def _ends_there(own: str, end: int) -> bool:
    """Whether a name ends where it was found, and is not the beginning of a longer one."""
    rest = own[end:]
    return not re.match("[ก-๎]", rest) or rest.startswith(_LINKING)


@cache
def _spread(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these names, with spaces where lines or columns tore them."""
    return re.compile(
        "|".join(r"\s?".join(map(re.escape, name.replace(" ", ""))) for name in names)
    )
