"""The round and the day of results, by what is said nearest above them: a heading, a sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.document.spans import Span
from ita_site.office.importer.tables.grids import Grid
from ita_site.office.importer.words.as_of import find_as_of
from ita_site.office.importer.words.headings import parse_heading
from ita_site.office.importer.words.roles import ONLY_ROUND, RESULT_ROLES
from ita_site.office.importer.words.rounds import find_round, find_stretch, months_until

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.office.importer.document.draft import Draft

_ROUNDS: Final = re.compile(
    r"(?:รอบ(?:ที่)?|(?<=เดือน)\s*(?:และ|,|กับ)(?:รอบ)?)\s*(?P<months>3|6|9|12)\s*เดือน(?P<half>\s*หลัง(?![ก-๎]))?"
)
_OF_RESULTS: Final = re.compile(
    r"ผลการ(?:ดำเนิน|ทำ|ปฏิบัติ)|รายงานผล|รายงานการ(?:ดำเนิน|ทำ|ปฏิบัติ)|ผลงาน|ความก้าวหน้า"
)
_TITLE: Final = re.compile(
    r"\W*(?:[0-9๐-๙]+[.)]\s*)?(?:ตาราง|ส่วน|ตอน|แบบ|สรุป|รายงาน|ผล|ความก้าวหน้า|การรายงาน|เรื่อง)"
)
_NAMES_ROUND: Final = re.compile("รอบ|งวด|ครึ่งปี|ไตรมาส|เดือน(?:แรก|หลัง)|สิ้นเดือน")
"""What tells that a title speaks of a round; a report counted by ครั้งที่ may be of any."""
_HEADING: Final = 200
_CAPTION: Final = 180
_TITLE_LINES: Final = 3
"""So many lines above a line that only says when may be the title it belongs to."""
_ABOVE: Final = 3
_WHOLE_YEAR: Final = "12"
_SHEET: Final = re.compile(r"แผ่นงาน “(?P<name>.*)” (?:เซลล์|แถว)")
CARRIED: Final = "ไม่บอกรอบของผล จึงอ่านเป็นรอบ {} เดือน ตามที่บอกไว้ก่อนหน้า โปรดตรวจ"


@dataclass(frozen=True, slots=True)
class Period:
    """A round in months and a day, each as far as it is said."""

    months: str = ""
    day: Span | None = None

    def then(self, said: Period) -> Period:
        """After more is said: another round has a day of its own."""
        other = said.months and self.months and said.months != self.months
        return Period(said.months or self.months, said.day or (None if other else self.day))


@dataclass(slots=True)
class Periods:
    """What a document's parts say of the round of results, by their places in it."""

    parts: Sequence[Span | Grid]
    said: dict[int, Period] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find what is said."""
        before, period = "", Period()
        for at, part in enumerate(self.parts):
            sheet = sheet_of(part.place)
            said = Period(round_of_sheet(part.place)) if sheet != before else Period()
            if isinstance(part, Span):
                said = said.then(self._of_line(at, part, period))
            if said != Period():
                self.said[at] = said
                period = period.then(said)
            before = sheet

    def above(self, at: int) -> Period:
        """What holds for the table at this place: said above it, else the first that is said."""
        period = Period()
        for said in self._until(at):
            period = period.then(said)
        return period if period != Period() else next(iter(self.said.values()), period)

    def within(self, first: int, end: int) -> Period:
        """What holds for lines: the first that they say themselves, else as of a table."""
        return next((self.said[at] for at in range(first, end) if at in self.said), self.above(end))

    def is_carried(self, at: int) -> bool:
        """Whether a table's sheet says no round, and the document has several."""
        sheet = sheet_of(self.parts[at].place)
        own = any(
            each.months and sheet_of(self.parts[place].place) == sheet
            for place, each in self.said.items()
            if place <= at
        )
        return not own and len({each.months for each in self.said.values() if each.months}) > 1

    def _until(self, at: int) -> Iterator[Period]:
        return (said for place, said in self.said.items() if place <= at)

    def _of_line(self, at: int, words: Span, before: Period) -> Period:
        """What a line says: as a title of results, or as the caption of the table below it."""
        said = self._of_title(at, words)
        if said.months and before.months and not _is_title(words):
            said = replace(said, months="")
        return said if said != Period() else self._of_caption(at, words, before)

    def _of_title(self, at: int, words: Span) -> Period:
        as_of, alone = find_as_of(words.own), _round_alone(words)
        lines = _TITLE_LINES if as_of or alone else 1
        above = [each for each in self.parts[max(0, at - lines) : at] if isinstance(each, Span)]
        title = " ".join(each.text for each in (*above, words))
        named = _OF_RESULTS.search(title[-2 * _HEADING :]) or self._heads_results(at, words)
        if len(words.text) > _HEADING or not named:
            return Period()
        rounds = _rounds_in(words.own)
        rounds |= {alone} if alone else set()
        if not rounds and _is_title(words) and _NAMES_ROUND.search(words.own):
            rounds |= _rounds_named(words.own)
        if not rounds and _is_title(words) and (months := find_stretch(words.own)):
            rounds.add(months)
        day = words.cut(as_of.start, as_of.end) if as_of else None
        if len(rounds) == 1 or (as_of and as_of.months):
            return Period(next(iter(rounds), as_of.months if as_of else ""), day)
        return Period("", day)

    def _heads_results(self, at: int, words: Span) -> bool:
        """Whether a title stands right above a table that has results."""
        below = self.parts[at + 1] if at + 1 < len(self.parts) else None
        if not isinstance(below, Grid) or not _is_title(words):
            return False
        return any(column.role in RESULT_ROLES for column in below.columns)

    def _of_caption(self, at: int, words: Span, before: Period) -> Period:
        """A short line right above a table that names results of a round, or only the round.

        A whole year's months are a round only behind results of a part of it.
        """
        below = self.parts[at + 1 : at + 1 + _ABOVE]
        if not _is_title(words) or not any(isinstance(part, Grid) for part in below):
            return Period()
        found = parse_heading(words.text)
        if not (found and found.sure and found.role in (ONLY_ROUND, *RESULT_ROLES)):
            return Period()
        rounds = _rounds_in(words.own)
        if len(rounds) > 1 or (found.months == _WHOLE_YEAR and not (rounds or before.months)):
            return Period()
        return Period(found.months)


def read_period(period: Period, draft: Draft) -> None:
    """Let results that are read from now on be of this round and day."""
    draft.round, draft.as_of = period.months, period.day


def doubt_carried(periods: Periods, at: int, grid: Grid, draft: Draft) -> None:
    """Tell that a table of results has no round of its own beside tables that have."""
    of_results = any(column.role in RESULT_ROLES and not column.round for column in grid.columns)
    if of_results and draft.round and periods.is_carried(at):
        words = grid.heads[0] if grid.heads else next(grid.words())
        draft.doubt(words, f"{grid.place} {CARRIED.format(draft.round)}")


def sheet_of(place: str) -> str:
    """The name of the sheet that something stands in; empty in what has no sheets."""
    found = _SHEET.match(place)
    return found["name"] if found else ""


def round_of_sheet(place: str) -> str:
    """The round that the name of a place's sheet says its results are of."""
    found = parse_heading(sheet_of(place))
    named = found and found.sure and found.role in (ONLY_ROUND, *RESULT_ROLES)
    return found.months if found and named else ""


def _is_title(words: Span) -> bool:
    """Whether a line is a title and no sentence, which may speak of a round to come."""
    found = find_round(words.own)
    is_when = found is not None and not found[1]
    return is_when or (len(words.text) <= _CAPTION and bool(_TITLE.match(words.own)))


def _rounds_in(text: str) -> set[str]:
    """The rounds a line names by their months; of halves the second ends the year."""
    found = _ROUNDS.finditer(to_arabic(text))
    return {_WHOLE_YEAR if each["half"] else each["months"] for each in found}


def _rounds_named(text: str) -> set[str]:
    """The rounds that a title names, as far as it is one, or one more beside it."""
    months, name = find_round(text) or ("", "")
    other, _ = (find_round(name) if _NAMES_ROUND.search(name) else None) or ("", "")
    return {each for each in (months, other) if each}


def _round_alone(words: Span) -> str:
    """The round of a line that names it and nothing else; a whole year's months name none."""
    months, name = find_round(words.own) or ("", "")
    return "" if name or months_until(words.own) == _WHOLE_YEAR else months
