"""The agencies of a portal side by side, as far as they can be compared.

A score says something beside another only when both are results of one year, rated by one
rule; so a group holds nothing else, and nothing is ranked across groups.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from ita_site.facts.thai.decimals import round_half_up
from ita_site.facts.thai.text import sort_key
from ita_site.rules.figures.status import Standing, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.facts.model.edition import Edition


@dataclass(frozen=True, slots=True)
class Rung:
    """A rating, and what its total and each instrument have to reach."""

    name: str
    total: Decimal
    each: Decimal


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule of rating asks, whoever wrote it down: two that ask the same are one."""

    target: Decimal
    levels: tuple[Rung, ...]


def rule_of(edition: Edition, result_year: int) -> Rule | None:
    """The rule by which a result was rated, None where that is not known."""
    rule = edition.rating_rule(result_year)
    if rule is None:
        return None
    rungs = (Rung(level.name, level.total, level.each) for level in rule.levels)
    return Rule(rule.target, tuple(rungs))


class Compared(Protocol):
    """An agency's assessment year with what follows from its facts."""

    @property
    def name(self) -> str:
        """Whose it is."""

    @property
    def year(self) -> int:
        """The assessment year."""

    @property
    def result_year(self) -> int:
        """The year of the result that was analysed."""

    @property
    def covered_year(self) -> int:
        """The fiscal year of the measures in `tally`."""

    @property
    def rule(self) -> Rule | None:
        """By which that result was rated."""

    @property
    def total(self) -> Decimal | None:
        """That result, 0 to 100, None where it is not known."""

    @property
    def tally(self) -> Tally:
        """The measures its results item speaks of, by standing."""

    @property
    def own_tally(self) -> Tally:
        """The year's own measures, by standing."""


T = TypeVar("T", bound=Compared)


@dataclass(frozen=True)
class Group(Generic[T]):
    """Assessment years that can be compared.

    The highest score stands first, those without one by name; all by name where the scores
    are not ranked.
    """

    year: int
    result_year: int
    covered_year: int
    rule: Rule | None
    rows: tuple[T, ...]

    @cached_property
    def totals(self) -> tuple[Decimal, ...]:
        """The total scores there are, 0 to 100, highest first."""
        found = (row.total for row in self.rows if row.total is not None)
        return tuple(sorted(found, reverse=True))

    @property
    def is_ranked(self) -> bool:
        """Whether their scores say something beside each other: rated by one known rule."""
        return self.rule is not None and len(self.totals) > 1

    @property
    def median(self) -> Decimal | None:
        """The middle of the scores, to two digits; None where they are not ranked."""
        import statistics  # noqa: PLC0415 - only where agencies are compared

        return round_half_up(statistics.median(self.totals)) if self.is_ranked else None

    @cached_property
    def tally(self) -> Tally:
        """All measures of all rows by standing."""
        return _together([row.tally for row in self.rows])

    @cached_property
    def own_tally(self) -> Tally:
        """All measures of the year itself, of all rows, by standing."""
        return _together([row.own_tally for row in self.rows])


def _together(tallies: list[Tally]) -> Tally:
    return Tally(tuple((one, sum(tally.count(one) for tally in tallies)) for one in Standing))


def comparable(years: Iterable[T]) -> tuple[Group[T], ...]:
    """The years in groups, the newest and then the largest first."""
    found: dict[object, list[T]] = {}
    for year in years:
        key = (year.year, year.result_year, year.covered_year, year.rule)
        found.setdefault(key, []).append(year)
    groups = (_group(rows) for rows in found.values())
    return tuple(sorted(groups, key=lambda group: (-group.year, -len(group.rows))))


def _group(rows: list[T]) -> Group[T]:
    first, ordered = rows[0], tuple(sorted(rows, key=_place))
    return Group(first.year, first.result_year, first.covered_year, first.rule, ordered)


def _place(row: Compared) -> tuple[bool, Decimal, tuple[str, str]]:
    total = row.total if row.rule else None
    return total is None, -(total or Decimal(0)), sort_key(row.name)
