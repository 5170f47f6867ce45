"""A result beside that of the year before, where the two can be compared."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_site.rules.figures.scores import are_comparable, scores
from ita_site.rules.figures.trend import Move, Point

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping
    from decimal import Decimal
    from typing import TypeVar

    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.rules.figures.scores import Scores

    K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class LastYear:
    """What moved since the result of `year`; nothing where the two cannot be compared.

    `instruments` are the moves by code, `indicators` by number, of those both years have.
    """

    year: int
    is_comparable: bool = True
    total: Move | None = None
    instruments: Mapping[str, Move] = field(default_factory=dict)
    indicators: Mapping[int, Move] = field(default_factory=dict)


def last_year(agency: AgencyFacts, facts: YearFacts) -> LastYear | None:
    """A year's result against the one before; None where the agency did not give both.

    Of two folders with the same year's result, the newer holds.
    """
    year = facts.result_year - 1
    given = (other for other in reversed(agency.years) if other.result_year == year)
    before = next((other for other in given if _scores(other)), None)
    now, then = _scores(facts), _scores(before) if before else None
    if before is None or now is None or then is None:
        return None
    asked = (each.edition.questionnaire(each.result_year) for each in (before, facts))
    if not are_comparable(*asked):
        return LastYear(year, is_comparable=False)
    return LastYear(
        year,
        total=_moves(year, [("", then.total)], [("", now.total)]).get(""),
        instruments=_by_code(_moves(year, _instruments(then), _instruments(now))),
        indicators=_by_code(_moves(year, _indicators(then), _indicators(now))),
    )


def _scores(facts: YearFacts) -> Scores | None:
    given = facts.assessment
    return scores(given, facts.edition, facts.result_year) if given and given.has_scores else None


def _instruments(given: Scores) -> list[tuple[tuple[str, str], Decimal | None]]:
    return [((entry.code, entry.name), entry.score) for entry in given.instruments]


def _indicators(given: Scores) -> list[tuple[tuple[int, str], Decimal | None]]:
    """By number and name: a number that changed its name is another thing."""
    entries = given.indicators
    return [((entry.indicator.no, entry.indicator.name), entry.fact.score) for entry in entries]


def _moves(
    year: int, then: Iterable[tuple[K, Decimal | None]], now: Iterable[tuple[K, Decimal | None]]
) -> dict[K, Move]:
    former = {name: score for name, score in then if score is not None}
    return {
        name: Move(Point(year, former[name]), Point(year + 1, score))
        for name, score in now
        if score is not None and name in former
    }


def _by_code(moves: dict[tuple[K, str], Move]) -> dict[K, Move]:
    return {code: move for (code, _), move in moves.items()}
