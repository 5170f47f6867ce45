"""How the scores moved from one result year to the next, and where a year is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from ita_site.facts.model.labelled import Labelled
from ita_site.rules.figures.scores import are_comparable, scores

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.model.edition import Edition, Level
    from ita_site.facts.model.publication import AgencyFacts
    from ita_site.rules.figures.scores import Scores

TOTAL = "คะแนนรวม"
PAIR = 2


@dataclass(frozen=True, slots=True)
class ResultYear:
    """A year's result. `folder` is the assessment year in whose folder it stands.

    `anew` tells that it cannot be compared with the result before.
    """

    year: int
    folder: int
    edition: Edition
    scores: Scores
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """One year of a line; its score is None where the agency gave none.

    `target` is the score that year asks for, None where its rule is not known. `anew` tells
    that nothing earlier can be compared with it, or with what follows.
    """

    year: int
    score: Decimal | None = None
    target: Decimal | None = None
    anew: bool = False

    @property
    def weak(self) -> bool:
        """Whether the score misses the target of its own year."""
        return self.score is not None and self.target is not None and self.score < self.target


class Direction(Labelled):
    """Where a score went."""

    UP = "up", "เพิ่มขึ้น"
    DOWN = "down", "ลดลง"
    SAME = "same", "เท่าเดิม"


@dataclass(frozen=True, slots=True)
class Move:
    """From one year's score to another's; both years have one."""

    before: Point
    after: Point

    @property
    def difference(self) -> Decimal:
        """The later score less the earlier."""
        return (self.after.score or Decimal(0)) - (self.before.score or Decimal(0))

    @property
    def direction(self) -> Direction:
        """Up, down, or neither."""
        if not self.difference:
            return Direction.SAME
        return Direction.UP if self.difference > 0 else Direction.DOWN

    @property
    def amount(self) -> Decimal:
        """How much, without a sign."""
        return abs(self.difference)


@dataclass(frozen=True, slots=True)
class Line:
    """The scores of one thing, a point for every year of the trend, the missing ones too.

    `code` is an indicator's number or an instrument's code, empty for the total.
    """

    code: str
    name: str
    points: tuple[Point, ...]

    @property
    def known(self) -> tuple[Point, ...]:
        """The years with a score."""
        return tuple(point for point in self.points if point.score is not None)

    @property
    def comparable(self) -> tuple[Point, ...]:
        """The newest years with a score that can be compared."""
        first = max((point.year for point in self.points if point.anew), default=0)
        return tuple(point for point in self.known if point.year >= first)

    @property
    def overall(self) -> Move | None:
        """From the first comparable score to the last; None with fewer than two."""
        found = self.comparable
        return Move(found[0], found[-1]) if len(found) >= PAIR else None

    @property
    def latest(self) -> Move | None:
        """From the score before to the newest year's; None when they cannot be compared."""
        ends_now = bool(self.points) and self.points[-1].score is not None
        found = self.comparable
        return Move(*found[-PAIR:]) if ends_now and len(found) >= PAIR else None

    @property
    def weak(self) -> tuple[Point, ...]:
        """The years in which the target was missed."""
        return tuple(point for point in self.points if point.weak)

    @property
    def stretches(self) -> tuple[tuple[Point, ...], ...]:
        """Scores that can be compared year by year; nothing is said across a gap."""
        found: list[list[Point]] = []
        for point in self.known:
            if found and found[-1][-1].year == point.year - 1 and not point.anew:
                found[-1].append(point)
            else:
                found.append([point])
        return tuple(tuple(stretch) for stretch in found)


@dataclass(frozen=True, slots=True)
class RuleChange:
    """From `year` on results are rated by other levels; `each` tells that instruments count too."""

    year: int
    each: bool


@dataclass(frozen=True, slots=True)
class Trend:
    """The results, oldest first, and the line of everything that was scored."""

    results: tuple[ResultYear, ...]
    total: Line
    instruments: tuple[Line, ...]
    indicators: tuple[Line, ...]
    changes: tuple[RuleChange, ...]

    @property
    def years(self) -> range:
        """Every year from the first result to the last."""
        return _years(self.results)

    @property
    def apart(self) -> tuple[tuple[ResultYear, ResultYear], ...]:
        """The results that cannot be compared with the one before, each with that one."""
        pairs = pairwise(self.results)
        return tuple((before, after) for before, after in pairs if after.anew)

    @property
    def weakest_first(self) -> tuple[Line, ...]:
        """The indicators by their newest score, the lowest first; those without one last."""
        scored = [line for line in self.indicators if line.known]
        others = [line for line in self.indicators if not line.known]
        return (*sorted(scored, key=lambda line: line.known[-1].score or 0), *others)

    @property
    def missing(self) -> tuple[int, ...]:
        """The years in between of which there is no result."""
        given = {result.year for result in self.results}
        return tuple(year for year in self.years if year not in given)

    def result(self, year: int) -> ResultYear | None:
        """What is known of a year."""
        return next((result for result in self.results if result.year == year), None)

    @property
    def fallen(self) -> tuple[Line, ...]:
        """The indicators whose newest score is lower than the one before."""
        moved = ((line, line.latest) for line in self.indicators)
        return tuple(line for line, move in moved if move and move.direction is Direction.DOWN)

    @property
    def targets(self) -> tuple[Decimal | None, ...]:
        """The score each year asks for, in order; None where it is not known."""
        return tuple(point.target for point in self.total.points)

    @property
    def common_target(self) -> Decimal | None:
        """The score that every year asks for whose rule is known; None when they differ."""
        known = {target for target in self.targets if target is not None}
        return known.pop() if len(known) == 1 else None

    @property
    def lowest(self) -> Decimal:
        """The lowest of all scores and targets, 0 to 100; 100 when there are none."""
        lines = (self.total, *self.instruments, *self.indicators)
        points = [point for line in lines for point in line.points]
        values = [value for point in points for value in (point.score, point.target)]
        return min((value for value in values if value is not None), default=Decimal(100))


def trend(agency: AgencyFacts) -> Trend:
    """The results of all years. Of two folders that give the same year's, the newer holds."""
    results = _results(agency)
    instruments = _named(
        (result.year, (entry.code, entry.name), entry.score)
        for result in results
        for entry in result.scores.instruments
    )
    indicators = _named(
        (result.year, (str(entry.indicator.no), entry.indicator.name), entry.fact.score)
        for result in results
        for entry in result.scores.indicators
    )
    by_number = sorted(indicators, key=lambda name: int(name[0]))
    return Trend(
        results,
        _line("", TOTAL, {result.year: result.scores.total for result in results}, results),
        tuple(_line(*name, given, results) for name, given in instruments.items()),
        tuple(_line(*name, indicators[name], results) for name in by_number),
        tuple(_changes(results)),
    )


def _results(agency: AgencyFacts) -> tuple[ResultYear, ...]:
    found: dict[int, ResultYear] = {}
    for facts in agency.years:
        if facts.assessment and facts.assessment.has_scores:
            year = facts.result_year
            given = scores(facts.assessment, facts.edition, year)
            found[year] = ResultYear(year, facts.year, facts.edition, given)
    results = [found[year] for year in sorted(found)]
    later = (replace(after, anew=_is_anew(before, after)) for before, after in pairwise(results))
    return (*results[:1], *later)


def _is_anew(*pair: ResultYear) -> bool:
    return not are_comparable(*(each.edition.questionnaire(each.year) for each in pair))


def _named(
    given: Iterable[tuple[int, tuple[str, str], Decimal | None]],
) -> dict[tuple[str, str], dict[int, Decimal | None]]:
    """The scores by code and name: a number that changed its name is another thing."""
    found: dict[tuple[str, str], dict[int, Decimal | None]] = {}
    for year, name, score in given:
        if score is not None:
            found.setdefault(name, {})[year] = score
    return found


def _line(
    code: str, name: str, given: dict[int, Decimal | None], results: tuple[ResultYear, ...]
) -> Line:
    targets = {
        result.year: result.scores.part_target if code else result.scores.target
        for result in results
    }
    anew = {result.year for result in results if result.anew}
    points = (
        Point(year, given.get(year), targets.get(year), year in anew) for year in _years(results)
    )
    return Line(code, name, tuple(points))


def _years(results: tuple[ResultYear, ...]) -> range:
    return range(results[0].year, results[-1].year + 1) if results else range(0)


def _changes(results: tuple[ResultYear, ...]) -> Iterator[RuleChange]:
    for before, after in pairwise(results):
        old, new = before.scores.rule, after.scores.rule
        if old and new and old.levels != new.levels:
            year = _since(after, new.levels, before.year + 1)
            yield RuleChange(year, any(level.each for level in new.levels))


def _since(result: ResultYear, levels: tuple[Level, ...], earliest: int) -> int:
    """Since when results are rated by these levels, which may be longer than the rule runs."""
    year = result.year
    while year > earliest:
        rule = result.edition.rating_rule(year - 1)
        if rule is None or rule.levels != levels:
            break
        year -= 1
    return year
