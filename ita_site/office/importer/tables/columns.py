"""A table's columns: what each holds, told by its heading, its cells and its neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import letters_only
from ita_site.office.importer.words.headings import Heading, is_name, nearest, parse_heading
from ita_site.office.importer.words.roles import (
    KEPT_ROLES,
    ONLY_ROUND,
    RESULT,
    RESULT_ROLES,
    label_of,
    result_key,
)
from ita_site.office.importer.words.roots import weigh_heading
from ita_site.office.importer.words.rounds import months_until
from ita_site.office.importer.words.ticks import find_ticked_column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.document.spans import Span

_QUARTER: Final = "ไตรมาส"
_IN_BRACKETS: Final = re.compile(r"\([^()]*\)")
_SIDES: Final = {"ก่อน": "before", "หลัง": "after"}
_OUTPUT: Final = letters_only("ผลผลิต")
_NUMBER: Final = re.compile(r"[1-4๑-๔]")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds.

    `heading` are the words above it, `parents` those of the levels over them. `tick` is the
    heading a tick below stands for. `named` tells whether the heading is just a name of the role.
    `second` is what it may be as well; `guess` says in Thai why the reading is not certain,
    empty where it is.
    """

    role: str | None = None
    months: str = ""
    year: int | None = None
    heading: Span | None = None
    parents: tuple[Span, ...] = ()
    tick: Span | None = None
    named: bool = False
    second: str | None = None
    guess: str = ""

    def doubted(self, text: str) -> Column:
        """With one thing more to be told of it, beside what is told already."""
        return replace(self, guess="; ".join(filter(None, (self.guess, text))))

    @property
    def key(self) -> str | None:
        """What a row calls its cells; None when they belong to no field."""
        if self.role is None or self.role in KEPT_ROLES:
            return None
        return result_key(self.role, self.round)

    @property
    def round(self) -> str:
        """The reporting round of a result, in months; empty for what has none."""
        return self.months if self.role in RESULT_ROLES else ""

    @property
    def words(self) -> str:
        """The heading with its levels, as one text."""
        listed = [*self.parents, *([self.heading] if self.heading else [])]
        return " > ".join(dict.fromkeys(words.text for words in listed))

    @property
    def meaning(self) -> str:
        """What officers call it, with its round."""
        named = label_of(self.role)
        return f"{named} รอบ {self.round} เดือน" if self.round else named


def read_column(levels: Sequence[Span]) -> Column:
    """A column by its headings, from the highest level to the one right above its cells."""
    if not levels:
        return Column()
    *parents, lowest = levels
    lowest = _as_quarter(parents, lowest)
    above = next((found for words in reversed(parents) if (found := _parse(words))), None)
    column = Column(heading=lowest, parents=tuple(parents))
    if ticked := find_ticked_column(lowest.text):
        return _ticked(column, ticked, above)
    found = _as_output(lowest, parents) or _as_side(lowest) or _parse(lowest)
    if above and found and found.role == "score" and found.year and lowest is not levels[0]:
        return _as(column, replace(above, year=found.year))
    if found and found.role == ONLY_ROUND:
        is_result = above is not None and above.role in RESULT_ROLES
        role = above.role if above and is_result else RESULT
        named = not is_result or (above is not None and above.named)
        return _as(column, replace(found, role=role, named=named))
    if found:
        return _as(column, _within(found, above))
    return _below_known(column, above)


def _as_output(lowest: Span, parents: Sequence[Span]) -> Heading | None:
    """What ผลผลิต below results is: what was done."""
    below_results = is_output(lowest.text) and any(map(_speaks_of_results, parents))
    return Heading(RESULT) if below_results else None


def _as_side(lowest: Span) -> Heading | None:
    """What ก่อน or หลัง is, which within sentences may say anything: a figure's value."""
    side = _SIDES.get(letters_only(lowest.text))
    return Heading(side) if side else None


def is_output(text: str) -> bool:
    """Whether a heading is ผลผลิต, which is promised in a plan and reached in a report."""
    return letters_only(_IN_BRACKETS.sub(" ", text)) == _OUTPUT


def _speaks_of_results(words: Span) -> bool:
    """Whether a level of headings is about what came of measures."""
    found, spoken = _parse(words), weigh_heading(words.text)
    if found and found.sure:
        return found.role in RESULT_ROLES
    return max(spoken, key=lambda role: spoken[role], default=None) in RESULT_ROLES


def _as_quarter(parents: Sequence[Span], lowest: Span) -> Span:
    """A number below a heading that speaks of quarters, with that word before it."""
    above = next((words for words in parents if _QUARTER in words.own), None)
    if above is None or not _NUMBER.fullmatch(lowest.own):
        return lowest
    at = above.own.index(_QUARTER)
    return above.cut(at, at + len(_QUARTER)).followed_by(lowest, spaced=True)


def _parse(words: Span) -> Heading | None:
    return parse_heading(words.text)


def _within(found: Heading, above: Heading | None) -> Heading:
    """With the round and the year that a level above names."""
    if above is None:
        return found
    months = found.months or (above.months if found.role in RESULT_ROLES else "")
    return replace(found, months=months, year=found.year or above.year)


def _ticked(column: Column, ticked: str, above: Heading | None) -> Column:
    """A month, a quarter or a status: a tick below it says so, words below it are a result.

    A status is of the round that a level above names.
    """
    assert column.heading  # noqa: S101 - it was read
    own = _parse(column.heading)
    months = own.months if own else ""
    if above and ticked == "status":
        months = months or above.months
    is_result = above is not None and above.role in RESULT_ROLES
    role = above.role if above and is_result and ticked == "timeframe" else ticked
    return replace(column, role=role, months=months, tick=column.heading)


def _below_known(column: Column, above: Heading | None) -> Column:
    assert column.heading  # noqa: S101 - it was read
    if above is None:
        return replace(column, second=nearest(column.heading.text))
    if above.role in RESULT_ROLES and (months := months_until(column.heading.text)):
        return _as(column, replace(above, months=months))
    joined = " ".join(words.text for words in (*column.parents[-1:], column.heading))
    found = parse_heading(joined)
    if found and found.role != ONLY_ROUND and (found.role != above.role or is_name(joined)):
        return _as(column, found)
    if above.role == ONLY_ROUND or (above.role == "score" and above.year):
        months = above.months if above.role == ONLY_ROUND else ""
        return replace(column, months=months, second=nearest(column.heading.text))
    return replace(
        _as(column, above), named=False, guess=f"อ่านตามหัวข้อที่อยู่เหนือขึ้นไป “{column.parents[-1]}”"
    )


def _as(column: Column, found: Heading) -> Column:
    role = None if found.role == ONLY_ROUND else found.role
    guess = "" if found.sure else "อ่านตามคำที่ใกล้เคียง"
    return replace(
        column,
        role=role,
        months=found.months,
        year=found.year,
        named=found.named,
        second=found.second,
        guess=guess,
    )
