"""A result beside that of the year before, where the two can be compared."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_site.figures.scores import scores
from ita_site.figures.trend import Move, Point
from ita_site.model.fields import Labelled

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping
    from decimal import Decimal
    from typing import TypeVar

    from ita_site.figures.scores import Scores
    from ita_site.model.edition import Questionnaire, RatingRule
    from ita_site.model.publication import AgencyFacts, YearFacts

    K = TypeVar("K", bound=Hashable)


class Obstacle(Labelled):
    """Why two years' scores say nothing about each other."""

    RULE = "rule", "เกณฑ์ระดับผลต่างกัน"
    QUESTIONS = "questions", "แบบวัดเป็นคนละชุด"


@dataclass(frozen=True, slots=True)
class LastYear:
    """What moved since the result of `year`; nothing where an obstacle stands between.

    `instruments` are the moves by code, `indicators` by number, of those both years have.
    """

    year: int
    obstacle: Obstacle | None = None
    total: Move | None = None
    instruments: Mapping[str, Move] = field(default_factory=dict)
    indicators: Mapping[int, Move] = field(default_factory=dict)


def last_year(agency: AgencyFacts, facts: YearFacts) -> LastYear | None:
    """A year's result against the one before; None where the agency did not give both.

    They are compared when both were rated by the same levels and made by the same questions,
    as far as these are known. Of two folders with the same year's result, the newer holds.
    """
    year = facts.result_year - 1
    given = (other for other in reversed(agency.years) if other.result_year == year)
    before = next((other for other in given if _scores(other)), None)
    now, then = _scores(facts), _scores(before) if before else None
    if before is None or now is None or then is None:
        return None
    if obstacle := _obstacle(before, facts):
        return LastYear(year, obstacle)
    return LastYear(
        year,
        None,
        _moves(year, [("", then.total)], [("", now.total)]).get(""),
        _by_code(_moves(year, _instruments(then), _instruments(now))),
        _by_code(_moves(year, _indicators(then), _indicators(now))),
    )


def _scores(facts: YearFacts) -> Scores | None:
    given = facts.assessment
    return scores(given, facts.edition, facts.result_year) if given and given.has_scores else None


def _obstacle(before: YearFacts, after: YearFacts) -> Obstacle | None:
    rules = (facts.edition.rating_rule(facts.result_year) for facts in (before, after))
    asked = (facts.edition.questionnaire(facts.result_year) for facts in (before, after))
    if not _same_rule(*rules):
        return Obstacle.RULE
    return None if _same_questions(*asked) else Obstacle.QUESTIONS


def _same_rule(one: RatingRule | None, other: RatingRule | None) -> bool:
    if one is None or other is None:
        return False
    return (one.target, one.levels) == (other.target, other.levels)


def _same_questions(one: Questionnaire | None, other: Questionnaire | None) -> bool:
    """Whether two lists agree in all that both of them know."""
    if one is None or other is None or one.indicator_of.keys() != other.indicator_of.keys():
        return False
    indicators = ((place, other.indicator_of[code]) for code, place in one.indicator_of.items())
    texts = {question.code.lower(): question.text for question in other.questions}
    wording = ((known.text, texts.get(known.code.lower())) for known in one.questions)
    return all(None in pair or pair[0] == pair[1] for pair in (*indicators, *wording))


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
