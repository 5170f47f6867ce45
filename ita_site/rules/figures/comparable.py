"""Whether the scores of two results say anything about each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ita_site.facts.model.edition import Questionnaire


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
