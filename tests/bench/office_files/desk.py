"""The desk at which a file is made: one random generator, one vocabulary, words taken once."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

T = TypeVar("T")
WORDS = Path(__file__).parent / "words"
MONTHS = (
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
)
LONG_MONTHS = (
    *("ตุลาคม", "พฤศจิกายน", "ธันวาคม", "มกราคม", "กุมภาพันธ์", "มีนาคม"),
    *("เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน"),
)
YEAR = 2568
OFFSET = 543
"""Years of the Buddhist calendar before those of the Christian one."""
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@dataclass(frozen=True, slots=True)
class Story:
    """What one office undertook for one indicator, in its own words, and what came of it."""

    title: str
    indicator: int
    weakness: str
    objective: str
    guideline: str
    steps: list[str]
    units: list[str]
    target: list[str]
    budget: str
    monitoring: str
    risk: str
    summary: dict[int, str]
    outcome: str
    obstacle: str
    suggestion: str
    evidence: str
    percent: dict[int, str]
    reached: str
    months: list[int]


@cache
def vocabulary(name: str) -> dict[str, Any]:
    """The words of `words/<name>.yml`."""
    words: dict[str, Any] = yaml.safe_load((WORDS / f"{name}.yml").read_text("utf-8"))
    return words


@cache
def stories(name: str) -> tuple[Story, ...]:
    """The stories of `words/<name>_stories.yml`."""
    listed = yaml.safe_load((WORDS / f"{name}_stories.yml").read_text("utf-8"))
    return tuple(Story(**story) for story in listed)


@dataclass
class Desk:
    """Chooses words; a heading once given is not given again within the file."""

    chance: random.Random
    name: str
    taken: set[str] = field(default_factory=set)

    @property
    def words(self) -> dict[str, Any]:
        """The vocabulary."""
        return vocabulary(self.name)

    def choose(self, among: Sequence[T]) -> T:
        """One of them."""
        return self.chance.choice(among)

    def stories(self, count: int) -> list[Story]:
        """So many different stories."""
        return self.chance.sample(stories(self.name), count)

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """The same in another order."""
        return self.chance.sample(items, len(items))

    def fresh(self, among: Sequence[str]) -> str:
        """One of them that no other column of this file has."""
        left = [one for one in among if one not in self.taken] or list(among)
        self.taken.add(one := self.choose(left))
        return one

    def heading(self, role: str) -> str:
        """How this office calls a column."""
        return self.fresh(self.words["headings"][role])

    def span(self, kind: str) -> str:
        """How this office calls what stands over several columns."""
        return self.fresh(self.words["spans"][kind])

    def rounds(self, *rounds: int) -> list[str]:
        """How this office calls these rounds, all in one manner; four are quarters."""
        if len(rounds) == 4:
            manner = self.choose(self.words["quarters"])
            return [manner.format(n=n, span=_quarter(n)) for n in range(1, 5)]
        manner = self.chance.randrange(len(self.words["rounds"][rounds[0]]))
        return [self.words["rounds"][each][manner] for each in rounds]

    def timeframe(self, months: Sequence[int]) -> str:
        """A span of months of the fiscal year, as offices write it."""
        first, last = months
        patterns: list[str] = self.words.get("timeframes", [])
        if patterns:
            return self.choose(patterns).format(**_ends(first, last))
        manner = self.chance.randrange(4)
        if manner == 0:
            return f"{LONG_MONTHS[first]} {year_of(first)} - {LONG_MONTHS[last]} {year_of(last)}"
        if manner == 1:
            return f"{MONTHS[first]} {year_of(first) % 100} – {MONTHS[last]} {year_of(last) % 100}"
        text = f"{MONTHS[first]} {year_of(first)} - {MONTHS[last]} {year_of(last)}"
        return text.translate(THAI_DIGITS) if manner == 2 else text

    def score(self) -> str:
        """A score as ITAS prints it."""
        return f"{self.chance.randrange(6500, 9990) / 100:.2f}"

    def full_score(self) -> str:
        """A score that a workbook, too, holds as it is printed."""
        while (score := self.score()).endswith("0"):
            pass
        return score


def _quarter(number: int) -> str:
    first, last = number * 3 - 3, number * 3 - 1
    return f"{MONTHS[first]} - {MONTHS[last]} {year_of(last) % 100}"


def _ends(first: int, last: int) -> dict[str, str]:
    """First and last month for a pattern: short, long, and their years in each way."""
    said: dict[str, str] = {}
    for month, short, long, year in ((first, "m", "M", "y"), (last, "n", "N", "z")):
        number = year_of(month)
        said |= {short: MONTHS[month], long: LONG_MONTHS[month], year: str(number)}
        said[year * 2] = brief = str(number % 100)
        said[f"t{year}{year}"] = brief.translate(THAI_DIGITS)
        said[f"c{year}"] = str(number - OFFSET)
    said["day"] = str(monthrange(year_of(last) - OFFSET, calendar_month(last))[1])
    return said


def year_of(month: int) -> int:
    """The Buddhist year of a month of the fiscal year, counted from October."""
    return YEAR - 1 if month < 3 else YEAR


def calendar_month(month: int) -> int:
    """The month as calendars count it, 1 to 12."""
    return (month + 9) % 12 + 1
