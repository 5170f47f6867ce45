"""Whether the scores of two results say anything about each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ita_site.model.edition import Edition, Questionnaire

    Result = tuple[Edition, int]
    """An edition that knows of it, and the year of the result."""


def are_comparable(before: Result, after: Result) -> bool:
    """Whether two results were made by the same questions, as far as these are known.

    By which levels they are rated is of no matter to the scores, only to the ratings.
    """
    return _same_questions(*(edition.questionnaire(year) for edition, year in (before, after)))


def _same_questions(one: Questionnaire | None, other: Questionnaire | None) -> bool:
    """Whether two lists agree in all that both of them know."""
    if one is None or other is None or one.indicator_of.keys() != other.indicator_of.keys():
        return False
    indicators = ((place, other.indicator_of[code]) for code, place in one.indicator_of.items())
    texts = {question.code.lower(): question.text for question in other.questions}
    wording = ((known.text, texts.get(known.code.lower())) for known in one.questions)
    return all(None in pair or pair[0] == pair[1] for pair in (*indicators, *wording))
