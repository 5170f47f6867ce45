"""Whether the scores of two results say anything about each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.model.fields import Labelled

if TYPE_CHECKING:
    from ita_site.model.edition import Edition, Questionnaire, RatingRule

    Result = tuple[Edition, int]
    """An edition that knows of it, and the year of the result."""


class Obstacle(Labelled):
    """Why two years' scores say nothing about each other."""

    RULE = "rule", "เกณฑ์ระดับผลต่างกัน"
    QUESTIONS = "questions", "แบบวัดเป็นคนละชุด"


def obstacle(before: Result, after: Result) -> Obstacle | None:
    """Why two results cannot be compared.

    They can where both were rated by the same levels and made by the same questions, as far
    as these are known.
    """
    rules = (edition.rating_rule(year) for edition, year in (before, after))
    asked = (edition.questionnaire(year) for edition, year in (before, after))
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
