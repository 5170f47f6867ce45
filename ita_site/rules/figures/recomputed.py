"""A result computed again from its parts, to be held against what was printed.

An instrument is the plain mean of its indicators, a question the mean of its parts, the total
the mean of the instruments by weight (proved on two agencies' printed results). The assessment
system averages values before it rounds them: what is computed here from rounded ones may be
off by a hundredth.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

from ita_site.facts.thai.decimals import mean, round_half_up
from ita_site.rules.figures.scores import rating

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.facts.model.assessment import Assessment, Question
    from ita_site.facts.model.edition import Edition, Questionnaire

PLACES = 2
TOLERANCE = Decimal("0.01")


def instrument_means(assessment: Assessment, edition: Edition) -> dict[str, Decimal]:
    """The mean, not rounded, of each instrument whose indicators are all given, and once."""
    means = {}
    for instrument in edition.instruments:
        wanted = [entry.no for entry in edition.indicators if entry.instrument == instrument.code]
        given = [entry for entry in assessment.indicators if entry.no in wanted]
        if wanted and sorted(entry.no for entry in given) == sorted(wanted):
            means[instrument.code] = mean(entry.score for entry in given)
    return means


def totals(assessment: Assessment, edition: Edition) -> tuple[Decimal, ...]:
    """The total, not rounded: from printed instruments first, then from their means.

    They differ where an instrument was printed wrongly. None where an instrument is not known.
    """
    means, printed = instrument_means(assessment, edition), _printed(assessment)
    found = (_weighted(scores, edition) for scores in (means | printed, printed | means))
    return tuple(dict.fromkeys(total for total in found if total is not None))


def question_mean(question: Question, questionnaire: Questionnaire | None) -> Decimal | None:
    """The mean of a question's parts, not rounded; None unless all of them have a score."""
    scores = [part.score for part in question.sub_items if part.score is not None]
    asked = questionnaire.parts_of(question.code) if questionnaire else 0
    if len(scores) < max(2, asked, len(question.sub_items)):
        return None
    return mean(scores)


def ratings(assessment: Assessment, edition: Edition, result_year: int) -> tuple[str, ...]:
    """The ratings the year's rule can give, likeliest first.

    More than one where printed and computed values reach different levels, or where a computed
    value is so near a level that rounding decides.
    """
    rule = edition.rating_rule(result_year)
    found = (
        rating(rule, total, list(instruments.values()), len(edition.instruments))
        for total, instruments in _readings(assessment, edition)
    )
    return tuple(dict.fromkeys(name for name in found if name))


def agrees(printed: Decimal, computed: Decimal) -> bool:
    """Whether a value no more than the tolerance from the computed one is printed like this."""
    places = min(PLACES, max(0, -int(printed.as_tuple().exponent)))
    least = round_half_up(computed - TOLERANCE, places)
    return least <= printed <= round_half_up(computed + TOLERANCE, places)


def _readings(
    assessment: Assessment, edition: Edition
) -> Iterator[tuple[Decimal | None, dict[str, Decimal]]]:
    """Total and instruments as printed and as computed, these up to the tolerance off."""
    means, printed = instrument_means(assessment, edition), _printed(assessment)
    total = assessment.total.score if assessment.total else None
    for as_printed, off in product((True, False), (Decimal(0), -TOLERANCE, TOLERANCE)):
        near = {code: round_half_up(score + off) for code, score in means.items()}
        weighted = _weighted(means | printed if as_printed else printed | means, edition)
        instruments = near | printed if as_printed else printed | near
        if weighted is None or (as_printed and total is not None):
            yield total, instruments
        else:
            yield round_half_up(weighted + off), instruments


def _printed(assessment: Assessment) -> dict[str, Decimal]:
    return {entry.code: entry.score for entry in assessment.instruments}


def _weighted(scores: Mapping[str, Decimal], edition: Edition) -> Decimal | None:
    if any(instrument.code not in scores for instrument in edition.instruments):
        return None
    parts = (instrument.weight * scores[instrument.code] for instrument in edition.instruments)
    return sum(parts, Decimal(0)) / 100
