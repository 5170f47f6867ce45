"""Reporting rounds as headings name them: รอบ 6 เดือน, ครึ่งปีแรก, ไตรมาสที่ 2, ต.ค. 67 - มี.ค. 68."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.calendar import parse_date
from ita_site.facts.thai.numerals import to_arabic
from ita_site.facts.thai.timeframe import TimeframeKind
from ita_site.office.importer.words.dates import in_thai
from ita_site.office.importer.words.times import timeframe_of

if TYPE_CHECKING:
    from ita_site.facts.thai.calendar import YearMonth

_OCTOBER: Final = 10
REPORTED: Final = (3, 6, 9, 12)
"""The months of the fiscal year after which offices report."""
_HALF: Final = "6"
_WHOLE: Final = "12"
NUMBERS: Final = {
    "หนึ่ง": "1",
    "สอง": "2",
    "สาม": "3",
    "สี่": "4",
    "หก": "6",
    "เก้า": "9",
    "สิบสอง": "12",
}
_IN_WORDS: Final = re.compile("|".join(sorted(NUMBERS, key=len, reverse=True)))
_UNTIL: Final = r"(?:\s*(?:[-–—,&]|และ|ถึง)\s*(?:ไตรมาส|ครั้ง|งวด)?\s*(?:ที่)?\s*(?P<{}>[1-4]))?"
"""Of several, as in ไตรมาส 1-2, the last."""
_ROUND: Final = re.compile(
    r"(?:ใน)?(?:รอบ|ช่วง|ระยะ|ห้วง)?(?:ที่)?\s*(?<!\d)(?P<months>3|6|9|12)\s*(?:เดือน|ด\.)\s*(?P<half>แรก|หลัง)?"
    r"|(?:ใน)?ครึ่ง\s*(?:ปี)?\s*(?:งบประมาณ)?\s*(?:ปี)?\s*(?P<part>แรก|หลัง|ที่\s*[12](?!\d))"
    r"|(?:ใน)?(?:รอบ|ช่วง|ระยะ|ห้วง)?(?P<half_year>ครึ่งปี)(?:งบประมาณ)?(?!\s*(?:งบ|แรก|หลัง|ปี|ต้น|ปลาย|ที่))"
    r"|(?:ใน)?(?:รอบ|งวด|ช่วง|ระยะ|ห้วง)\s*(?P<end>แรก|หลัง|(?:ต้นปี|ปลายปี|กลางปี|สิ้นปี)(?:งบประมาณ|งบ)?"
    r"|ครึ่งปี(?!\s*(?:งบ|แรก|หลัง)))"
    r"|(?:(?:รอบ|ช่วง|ระยะ|ห้วง)\s*|(?<=ผล)|(?<=ผลงาน))(?P<whole>(?:เต็ม|ครบ|ทั้ง|ตลอด(?:ทั้ง)?)ปี)(?:งบประมาณ|งบ)?"
    r"|(?:ใน)?(?:รอบ|ครั้ง|งวด|ระยะ)\s*(?:ที่)?\s*(?P<time>[1-4])"
    + _UNTIL.format("last_time")
    + r"(?!\s*\d|\s*เดือน)"
    r"|(?:ใน)?(?:ไตรมาส|ตรม\.?|สามเดือน|3\s*เดือน|Quarter|Qtr\.?|Q)\s*(?:ที่)?\s*(?P<quarter>[1-4])"
    + _UNTIL.format("last_quarter")
    + r"(?!\d)",
    re.IGNORECASE,
)
_PART_OF_YEAR: Final = {
    f"{part}{of}": months
    for part, months in (
        *(("กลางปี", "6"), ("ครึ่งปี", "6"), ("สิ้นปี", "12"), ("ปลายปี", "12")),
        *(("เต็มปี", "12"), ("ครบปี", "12")),
    )
    for of in ("", "งบประมาณ", "งบ")
}
_EARLY: Final = ("แรก", "ต้นปี", "กลางปี", "ครึ่งปี")
_END_OF: Final = re.compile(
    r"(?:ณ\s*)?(?:วัน)?(?:สิ้นเดือน|สิ้นสุด(?:เดือน|วันที่)?|ถึงสิ้นเดือน)\s*(?P<when>\S.*)$"
)
"""When a round ends, by its last month or day."""
_UP_TO: Final = re.compile(
    r"(?:จน)?ถึง\s*(?:ณ\s*)?(?:เดือน|วันที่|สิ้น)?\s*(?P<when>\S.*)$|(?:ณ\s*)?สิ้น\s+(?P<end>\S.*)$"
)
"""The same behind words of what was done, and not behind the month in which it begins."""
_REPORTS: Final = re.compile(
    "สรุป|รายงาน|ผล|ความ(?:ก้าวหน้า|คืบหน้า|สำเร็จ)|สิ่งที่|การดำเนิน|งานที่|ทำ|ได้|ปัญหา|อุปสรรค|ข้อเสนอ|หลักฐาน|ร้อยละ|สถานะ|ข้อมูล|สะสม"
)
"""How words begin that tell of what was done until then; money until then is no result."""
_COUNTED: Final = re.compile(
    r"(?:รอบ|ครั้ง|งวด|ระยะ|ช่วง|ห้วง)\s*(?:ที่\s*[1-4]?)?\s*|(?:ใน|ของ)?\s*ปี(?:งบประมาณ|งบ)?"
)
"""What is left of a round said twice, or of the year it is of: รอบที่ 1 6 เดือน, ครึ่งแรกของปี."""
_OF_YEAR: Final = re.compile(
    r"(?:(?:ของ|ประจำ)?ปี(?:งบประมาณ)?\s*(?:พ\.?\s*ศ\.?)?|พ\.?\s*ศ\.?|/)\s*(?:25)?\d\d(?!\d)"
)
_BEFORE: Final = re.compile(
    r"(?:สรุป)?(?:รายงาน)?(?:ผล)?(?:การ)?(?:ดำเนิน(?:การ|งาน)|ปฏิบัติงาน)?\s*(?:ใน)?(?:ช่วง|ระหว่าง|เดือน|รอบ|ตั้งแต่)*\s*"
)
_MONTH: Final = (
    r"(?:[มกตพธส]\.\s?[คยพ]\.|มี\.\s?ค\.|เม\.\s?ย\.|มิ\.\s?ย\.|(?:มกรา|มีนา|พฤษภา|กรกฎา|สิงหา|ตุลา|ธันวา)(?:คม)?"
    r"|(?:เมษา|มิถุนา|กันยา|พฤศจิกา)(?:ยน)?|กุมภา(?:พันธ์)?)"
)
_BEHIND_MONTH: Final = re.compile(rf"{_MONTH}\s*(?:(?:25)?[0-9]{{2}})?$")
STRETCH: Final = re.compile(
    rf"{_MONTH}\s*(?:(?:พ\.?ศ\.?\s*)?(?:25)?[0-9]{{2}}(?![0-9]))?\s*(?:[-–—]|ถึง)\s*(?:เดือน|วันที่)?"
    rf"\s*(?:[0-9]{{1,2}}\s*)?{_MONTH}"
    r"(?:\s*(?:พ\.?ศ\.?\s*)?(?:25)?[0-9]{2}(?![0-9]))?"
)
"""From one month to another, wherever it stands in a line."""
_MONTH_BEHIND: Final = re.compile(
    rf"(?P<before>.*?[ก-๎])\s*(?P<when>(?<![ก-๎]){_MONTH}\s*(?:(?:25)?[0-9]{{2}})?)\s*"
)
_BRACKETS: Final = re.compile(r"[(（][^()（）]*[)）]")
_SIGNS: Final = " \t\n()[]:：-–/.,"


def find_round(text: str) -> tuple[str, str] | None:
    """The reporting round that a heading names, in months, and what else it says.

    Of a round that is only counted, such as งวดที่ 2, the months in brackets behind it say which
    it is; without any, two are taken to make a year.
    """
    if months := _PART_OF_YEAR.get(text.strip(_SIGNS)):
        return months, ""
    plain = _OF_YEAR.sub(" ", _BRACKETS.sub(" ", _spelled(text)))
    if not plain.strip(_SIGNS):
        plain = _spelled(text).strip(_SIGNS)
    if found := _ROUND.search(plain):
        name = f"{plain[: found.start()]} {plain[found.end() :]}".strip(_SIGNS)
        within = _month_within_brackets(text) if found["time"] else ""
        is_idle = _is_when(name) or _COUNTED.fullmatch(name)
        return within or _months(found), "" if is_idle else name
    for inside in _BRACKETS.findall(_spelled(text)):
        if found := _ROUND.search(inside):
            name = plain.strip(_SIGNS)
            return _months(found), "" if _COUNTED.fullmatch(name) else name
    if up_to := _find_end(plain):
        return up_to
    if (ends := _END_OF.search(plain)) and (months := _month_ended(ends["when"])):
        return months, plain[: ends.start()].strip(_SIGNS)
    before = _BEFORE.match(plain)
    name, when = (before[0], plain[before.end() :]) if before else ("", plain)
    spelled = _spelled(text)
    when = when if len(when) > 1 else spelled
    months = months_until(when) or months_until(spelled[len(name) :])
    return (months, name.strip(_SIGNS)) if months else None


def _find_end(plain: str) -> tuple[str, str] | None:
    """The round up to whose last day a heading tells of something, and of what."""
    found = _UP_TO.search(plain)
    name = plain[: found.start()].strip(_SIGNS) if found else ""
    if found is None or not _REPORTS.match(name) or _BEHIND_MONTH.search(name) or _is_when(name):
        return None
    when = found["when"] or found["end"]
    months = _month_ended(in_thai(when)) if _ends_month(when) else ""
    return (months, name) if months else None


def _ends_month(when: str) -> bool:
    """Whether a day is the last of its month; a month alone ends with it."""
    try:
        day = parse_date(in_thai(when))
    except ValueError:
        return True
    return day.day == monthrange(day.to_date().year, day.month)[1]


def _spelled(text: str) -> str:
    """With the numbers of words before เดือน and behind ที่ in digits."""
    plain = to_arabic(" ".join(text.split()))
    return re.sub(
        rf"({_IN_WORDS.pattern})(?=\s*เดือน)|(?<=ที่)({_IN_WORDS.pattern})",
        lambda found: NUMBERS[found[0]],
        plain,
    )


def _is_when(name: str) -> bool:
    ends = _END_OF.fullmatch(name)
    when = ends["when"] if ends else name
    return bool(when) and timeframe_of(when).understood


def _month_ended(when: str) -> str:
    frame = timeframe_of(when)
    return round_ended_in(frame.end.month) if frame.understood and frame.end else ""


def _month_within_brackets(text: str) -> str:
    """The month of the fiscal year, 1 to 12, that ends a stretch in brackets."""
    for inside in _BRACKETS.findall(_spelled(text)):
        frame = timeframe_of(inside.strip(_SIGNS))
        if frame.kind is TimeframeKind.RANGE and frame.end:
            return str(_month_of_fiscal_year(frame.end.month))
    return ""


def _month_of_fiscal_year(month: int) -> int:
    return (month - _OCTOBER) % 12 + 1


def _months(period: re.Match[str]) -> str:
    if quarter := period["last_quarter"] or period["quarter"]:
        return str(3 * int(quarter))
    if time := period["last_time"] or period["time"]:
        return _HALF if time == "1" else _WHOLE
    if part := period["part"] or period["end"]:
        return _HALF if part.startswith(_EARLY) or part.endswith("1") else _WHOLE
    if period["half_year"]:
        return _HALF
    if period["whole"]:
        return _WHOLE
    return _WHOLE if period["half"] == "หลัง" else str(period["months"])


def months_until(text: str) -> str:
    """The reporting round that a stretch of months ends: ต.ค. 67 - มี.ค. 68 is that of 6 months."""
    frame = timeframe_of(to_arabic(text))
    is_stretch = frame.kind in (TimeframeKind.RANGE, TimeframeKind.QUARTERS)
    if not (is_stretch and frame.end and frame.start != frame.end):
        return ""
    return round_ended_in(frame.end.month)


def find_stretch(text: str) -> str:
    """The round that the only stretch of months within a line ends; none of a whole year."""
    found = [each[0] for each in STRETCH.finditer(to_arabic(text))]
    frame = timeframe_of(found[0]) if len(found) == 1 else None
    is_part = frame and frame.start and frame.end and not _is_whole_year(frame.start, frame.end)
    return months_until(found[0]) if is_part else ""


def month_behind(text: str) -> tuple[str, int]:
    """What stands before the month that a heading ends with, and the month, 1 to 12; else 0."""
    found = _MONTH_BEHIND.fullmatch(to_arabic(text))
    frame = timeframe_of(found["when"]) if found else None
    if found is None or frame is None or frame.start is None:
        return text, 0
    return found["before"], frame.start.month


def _is_whole_year(start: YearMonth, end: YearMonth) -> bool:
    return start.month == _OCTOBER and _month_of_fiscal_year(end.month) == int(_WHOLE)


def round_ended_in(month: int) -> str:
    """The reporting round that ends with a month of the year, 1 to 12; empty where none does."""
    until = _month_of_fiscal_year(month)
    return str(until) if until in REPORTED else ""
