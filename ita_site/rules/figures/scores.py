"""The assessment's scores beside the year's own yardsticks, and whether two results compare."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ita_site.facts.model.assessment import Assessment, IndicatorScore
    from ita_site.facts.model.edition import Edition, Indicator, Questionnaire, RatingRule


@dataclass(frozen=True, slots=True)
class ScoredIndicator:
    """An indicator with its score, and whether that reaches the target."""

    indicator: Indicator
    fact: IndicatorScore
    weak: bool


@dataclass(frozen=True, slots=True)
class ScoredInstrument:
    """An instrument with its score, None where the agency gave none, and its indicators."""

    code: str
    name: str
    score: Decimal | None
    weak: bool
    indicators: tuple[ScoredIndicator, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """A year's result as it is shown. `rule` is None for a year whose rating is not known."""

    total: Decimal | None
    rating: str | None
    rule: RatingRule | None
    instruments: tuple[ScoredInstrument, ...]

    @property
    def target(self) -> Decimal | None:
        """The total to reach, 0 to 100."""
        return self.rule.target if self.rule else None

    @property
    def part_target(self) -> Decimal | None:
        """What an instrument or indicator is to reach, None where that year set nothing."""
        return self.rule.part_target if self.rule else None

    @property
    def indicators(self) -> tuple[ScoredIndicator, ...]:
        """All indicators with a score, in the official order."""
        return tuple(entry for instrument in self.instruments for entry in instrument.indicators)

    @property
    def weakest(self) -> tuple[ScoredIndicator, ...]:
        """The indicators, lowest score first."""
        return tuple(sorted(self.indicators, key=lambda entry: entry.fact.score))


def scores(assessment: Assessment, edition: Edition, result_year: int) -> Scores:
    """Arrange a result by the edition's instruments, against the result year's rule.

    The rating is the one the agency printed, else the one the rule gives.
    """
    rule = edition.rating_rule(result_year)
    target = (rule.part_target if rule else None) or Decimal(0)
    by_code = {entry.code: entry.score for entry in assessment.instruments}
    by_no = {entry.no: entry for entry in assessment.indicators}
    instruments = tuple(
        ScoredInstrument(
            instrument.code,
            instrument.name,
            by_code.get(instrument.code),
            by_code.get(instrument.code, target) < target,
            tuple(
                ScoredIndicator(indicator, by_no[indicator.no], by_no[indicator.no].score < target)
                for indicator in edition.indicators
                if indicator.instrument == instrument.code and indicator.no in by_no
            ),
        )
        for instrument in edition.instruments
    )
    total = assessment.total.score if assessment.total else None
    printed = assessment.total.rating_as_printed if assessment.total else None
    name = printed or rating(rule, total, list(by_code.values()), len(edition.instruments))
    return Scores(total, name, rule, instruments)


def rating(
    rule: RatingRule | None, total: Decimal | None, instruments: list[Decimal], expected: int
) -> str | None:
    """The level a result reaches; None where the rule needs what is not known.

    `expected` is how many instruments there are: a rule may ask for each of them.
    """
    if rule is None or total is None:
        return None
    needs_each = any(level.each for level in rule.levels)
    if needs_each and len(instruments) < expected:
        return None
    lowest = min(instruments, default=total) if needs_each else total
    reached = (level for level in rule.levels if total >= level.total and lowest >= level.each)
    return next((level.name for level in reached), None)


def are_comparable(one: Questionnaire | None, other: Questionnaire | None) -> bool:
    """Whether results of two questionnaires may be compared: they agree in all that both know.

    None is one that is not known. By which levels results are rated is of no matter to the
    scores, only to the ratings.
    """
    if one is None or other is None or one.indicator_of.keys() != other.indicator_of.keys():
        return False
    indicators = ((place, other.indicator_of[code]) for code, place in one.indicator_of.items())
    texts = {question.code.lower(): question.text for question in other.questions}
    wording = ((known.text, texts.get(known.code.lower())) for known in one.questions)
    return all(None in pair or pair[0] == pair[1] for pair in (*indicators, *wording))
