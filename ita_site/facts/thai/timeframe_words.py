"""The words in which officers write when a measure runs, read as a timeframe."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final, NamedTuple, TypeAlias

from ita_site.facts.thai.calendar import BEDate, YearMonth, full_year
from ita_site.facts.thai.fiscal import fiscal_months, fiscal_year_of, quarter_months, round_months
from ita_site.facts.thai.moment import Moment, read_moments
from ita_site.facts.thai.text import compact
from ita_site.facts.thai.timeframe import Timeframe, TimeframeKind


class _Wording(NamedTuple):
    raw: str
    text: str
    fiscal_year: int | None


_Reader: TypeAlias = Callable[[_Wording], Timeframe | None]

_LONGEST: Final = 200
_MONTHS: Final = range(1, 13)
_TO: Final = re.compile("(?:[-‐‑‒–—―−﹘－~→➔➜]|(?:จนถึง|ถึง)(?:สิ้น)?)+")
_FROM_TO: Final = re.compile(
    "เริ่ม(?:ต้น|ตั้งแต่)?(?:เดือน)?(?P<first>.+?)(?:และ|แล้ว|จะ){0,2}(?:เสร็จ|สิ้นสุด)(?:สิ้น)?(?:ใน)?(?:เดือน)?(?P<last>.+)"
)
_MONTH_SLASH_YEAR: Final = re.compile("(?<=[ก-๎])(?<!เดือน)/(?=[0-9]{2}(?:[0-9]{2})?(?![0-9]))")
_AND: Final = re.compile("[,;&]?และ|[,;&]|กับ")
_LIST: Final = f"(?:{_AND.pattern})"
_THROUGHOUT: Final = "(?:ตลอดทั้ง|ตลอด|ทั้ง)"
_BUDGET_YEAR: Final = "ปีงบ(?:ประมาณ|ฯ)?"
_PIECE: Final = "([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|[^-]+)"
_QUARTER: Final = "(?:ไตรมาสฯ?(?:ที่)?|[Qq])"

_ANNOTATED: Final = re.compile(r"([^()]+)\(([^()]+)\)")
_STATED_YEAR: Final = re.compile(
    rf"(?P<head>.*?)(?:ของ|ใน|ประจำ)?{_BUDGET_YEAR}(?:พศ)?(?P<year>[0-9]{{4}}|[0-9]{{2}})"
    r"(?P<tail>[^0-9].*)?"
)
_WHOLE_YEAR: Final = re.compile(f"{_THROUGHOUT}(?:ปี|{_BUDGET_YEAR})")
_NOTHING_BUT_YEAR: Final = re.compile(f"{_THROUGHOUT}?")
_EVERY_QUARTER: Final = re.compile(
    "(?:เป็น|ประจำ)?(?:ทุกๆ?|ราย)ไตรมาส|ไตรมาสละ1?ครั้ง",
)
_EVERY_N_MONTHS: Final = re.compile(
    "(?:เป็น|ประจำ)?(?:ทุกๆ?|ราย)(?P<months>[0-9]{1,2})?เดือน|เดือนละ1?ครั้ง",
)
_QUARTER_SPAN: Final = re.compile(f"([1-4])(?:-{_QUARTER}?([1-4]))?")
_QUARTERS: Final = re.compile(
    f"(?:ภายใน|ใน)?{_QUARTER}(?P<list>{_QUARTER_SPAN.pattern}(?:{_LIST}{_QUARTER}?{_QUARTER_SPAN.pattern})*)"
    "(?:/(?P<year>[0-9]{4}))?"
)
_ROUNDS: Final = re.compile(
    "(?:รายงานผล(?:การดำเนินงาน|การดำเนินการ)?(?:ตามมาตรการ)?)?"
    f"-?รอบ[0-9]{{1,2}}(?:เดือน)?(?:(?:-?รอบ|(?:{_LIST}|/)(?:-?รอบ)?)[0-9]{{1,2}}(?:เดือน)?)*"
    "(?<=เดือน)"
)
_RANGE: Final = re.compile(f"(?:ตั้งแต่|ระหว่าง|ในช่วง|ช่วง)?{_PIECE}-{_PIECE}")
_NUMBER: Final = re.compile("[0-9]+")


def parse_timeframe(raw: str, *, fiscal_year: int | None) -> Timeframe:
    """Read a timeframe; what is not understood, or contradicts itself, is kept as UNPARSED.

    Args:
        raw: The words, e.g. "ต.ค. ๖๗ – ก.ย. ๖๘", "ทุกไตรมาส" or "รอบ 6 เดือน และ 12 เดือน".
        fiscal_year: The one (Buddhist era) the words stand in, when it is known. A fiscal
            year the words state themselves comes first.

    Returns:
        The timeframe, with `raw` unchanged.
    """
    unparsed = Timeframe(raw, TimeframeKind.UNPARSED)
    if len(raw) > _LONGEST:
        return unparsed
    return _parse(_Wording(raw, _plain(raw), fiscal_year)) or unparsed


def _plain(raw: str) -> str:
    text = _MONTH_SLASH_YEAR.sub("", _TO.sub("-", compact(raw)))
    if spoken := _FROM_TO.fullmatch(text):
        text = f"{spoken['first']}-{spoken['last']}"
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    # One dash in front is a bullet; with another one it may be a list or a range.
    return text.removeprefix("-") if text.count("-") == 1 else text


def _parse(wording: _Wording) -> Timeframe | None:
    for reader in _READERS:
        try:
            if frame := reader(wording):
                return frame
        except ValueError:
            continue
    return None


def _read_annotated(wording: _Wording) -> Timeframe | None:
    match = _ANNOTATED.fullmatch(wording.text)
    if not match:
        return None
    aside = _parse(wording._replace(text=match[2]))
    if not aside or not aside.start:
        return None
    year = fiscal_year_of(aside.start)
    head = _read_beside_year(wording._replace(text=match[1], fiscal_year=year))
    return head if head and _says_the_same(head, aside) else None


def _says_the_same(one: Timeframe, other: Timeframe) -> bool:
    named = {TimeframeKind.RANGE, TimeframeKind.MONTH} & {one.kind, other.kind}
    return bool(named) and (one.start, one.end) == (other.start, other.end)


def _read_with_year(wording: _Wording) -> Timeframe | None:
    match = _STATED_YEAR.fullmatch(wording.text)
    if not match or (match["head"] and match["tail"]):
        return None
    year, rest = full_year(match["year"]), match["head"] or match["tail"] or ""
    stated = wording._replace(text=rest, fiscal_year=year)
    if _NOTHING_BUT_YEAR.fullmatch(rest):
        return _throughout(stated, TimeframeKind.WHOLE_YEAR)
    frame = _read_beside_year(stated)
    return None if frame and frame.lies_outside(year) else frame


def _read_beside_year(wording: _Wording) -> Timeframe | None:
    """Read words beside which a year stands; where they need none, they and it say more."""
    frame = _parse(wording)
    if frame and frame.named and _parse(wording._replace(fiscal_year=None)):
        return replace(frame, named=())
    return frame


def _read_whole_year(wording: _Wording) -> Timeframe | None:
    if not _WHOLE_YEAR.fullmatch(wording.text):
        return None
    return _throughout(wording, TimeframeKind.WHOLE_YEAR)


def _read_every_quarter(wording: _Wording) -> Timeframe | None:
    if not _EVERY_QUARTER.fullmatch(wording.text):
        return None
    return _throughout(wording, TimeframeKind.EVERY_QUARTER)


def _read_every_n_months(wording: _Wording) -> Timeframe | None:
    match = _EVERY_N_MONTHS.fullmatch(wording.text)
    if not match:
        return None
    months = int(match["months"] or 1)
    if months not in _MONTHS:
        return None
    frame = _throughout(wording, TimeframeKind.EVERY_N_MONTHS)
    return replace(frame, interval_months=months)


def _read_quarters(wording: _Wording) -> Timeframe | None:
    match = _QUARTERS.fullmatch(wording.text)
    if not match:
        return None
    year = full_year(match["year"]) if match["year"] else wording.fiscal_year
    quarters = _quarter_numbers(match["list"])
    start = quarter_months(year, quarters[0])[0] if year else None
    end = quarter_months(year, quarters[-1])[1] if year else None
    kind = TimeframeKind.QUARTERS
    return Timeframe(wording.raw, kind, start, end, quarters=quarters, fiscal_year=year)


def _quarter_numbers(text: str) -> tuple[int, ...]:
    spans = [
        range(int(first), int(last or first) + 1) for first, last in _QUARTER_SPAN.findall(text)
    ]
    numbers = sorted(number for span in spans for number in span)
    if not all(spans) or len(set(numbers)) < len(numbers):
        message = f"quarters run backwards or repeat: {text}"
        raise ValueError(message)
    return tuple(numbers)


def _read_rounds(wording: _Wording) -> Timeframe | None:
    if not _ROUNDS.fullmatch(wording.text):
        return None
    rounds = tuple(sorted({int(digits) for digits in _NUMBER.findall(wording.text)}))
    if rounds[0] not in _MONTHS or rounds[-1] not in _MONTHS:
        return None
    year = wording.fiscal_year
    start, end = round_months(year, rounds[-1]) if year else (None, None)
    kind = TimeframeKind.ROUNDS
    return Timeframe(wording.raw, kind, start, end, rounds=rounds, fiscal_year=year)


def _read_points(wording: _Wording) -> Timeframe | None:
    moments = read_moments(_AND.split(wording.text), wording.fiscal_year)
    points = tuple(_month(moment.first_day()) for moment in moments)
    named = tuple(map(_named, moments))
    start, end = min(points), max(points)
    if len(points) == 1:
        return Timeframe(wording.raw, TimeframeKind.MONTH, start, end, named=named)
    return Timeframe(wording.raw, TimeframeKind.POINTS, start, end, points, named)


def _read_range(wording: _Wording) -> Timeframe | None:
    match = _RANGE.fullmatch(wording.text)
    if not match:
        return None
    first, last = read_moments(match.groups(), wording.fiscal_year)
    start, end = first.first_day(), last.last_day()
    if end < start:
        return None
    named = (_named(first), _named(last))
    return Timeframe(wording.raw, TimeframeKind.RANGE, _month(start), _month(end), named=named)


def _read_backwards(wording: _Wording) -> Timeframe | None:
    match = _RANGE.fullmatch(wording.text)
    if not match:
        return None
    (first,), (last,) = (read_moments([part], None) for part in match.groups())
    backwards = last.last_day() < first.first_day()
    kind = TimeframeKind.UNPARSED
    return Timeframe(wording.raw, kind, runs_backwards=True) if backwards else None


def _throughout(wording: _Wording, kind: TimeframeKind) -> Timeframe:
    year = wording.fiscal_year
    start, end = fiscal_months(year) if year else (None, None)
    return Timeframe(wording.raw, kind, start, end, fiscal_year=year)


def _named(moment: Moment) -> BEDate | YearMonth:
    day = moment.first_day()
    return _month(day) if moment.day is None else day


def _month(day: BEDate) -> YearMonth:
    return YearMonth(day.year, day.month)


_READERS: Final[tuple[_Reader, ...]] = (
    _read_whole_year,
    _read_every_quarter,
    _read_every_n_months,
    _read_quarters,
    _read_rounds,
    _read_range,
    _read_with_year,
    _read_annotated,
    _read_points,
    _read_backwards,
)
