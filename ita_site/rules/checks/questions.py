"""Rules about question codes, against the questionnaire of the result's year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.facts.editions.load import edition_for
from ita_site.facts.model.assessment import Assessment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.edition import Edition
    from ita_site.facts.problems import Problem
    from ita_site.rules.checks.scope import Scope

FILE = "assessment.yml"
MOST_OIT_ITEMS = 43
"""The longest list of items any year had; for years whose list is not known."""
LETTERS = str.maketrans("0o1l", "OOii")
"""What a letter is printed as: `120` for i20, `042` for O42."""
DIGITS = str.maketrans("oil", "011")


def known_questions(scope: Scope) -> Iterator[Problem]:
    """A question code is one of the year's questionnaire or of its list of items."""
    known = _known(scope)
    for at, question in enumerate((scope.year.assessment or Assessment()).questions):
        code = _plain(question.code)
        if known and code not in known and not scope.declared(question.code):
            likely = [near for near in _readings(code) if near.lower() in known]
            details = {"value": question.code, "year": str(scope.year.result_year)}
            details |= {"suggestion": " หรือ ".join(likely)}
            yield scope.problem("ITA327", FILE, ("questions", at, "code"), **details)


def indicator_of_question(scope: Scope) -> Iterator[Problem]:
    """A question belongs to the indicator the year's questionnaire puts it under."""
    questionnaire = scope.edition.questionnaire(scope.year.result_year)
    indicator_of = questionnaire.indicator_of if questionnaire else {}
    for at, question in enumerate((scope.year.assessment or Assessment()).questions):
        official, own = indicator_of.get(_plain(question.code)), question.indicator
        if own is not None and official is not None and own != official:
            details = {"item": question.code, "value": str(own), "official": str(official)}
            details |= {"year": str(scope.year.result_year)}
            yield scope.problem("ITA328", FILE, ("questions", at, "indicator"), **details)


def _plain(code: str) -> str:
    """In lower case, without a part's number: of `I30.2`, `i30`."""
    return re.split(r"[._-]", code)[0].lower()


def _known(scope: Scope) -> set[str]:
    """Every code of the result's year; none where its questionnaire is not known."""
    year = scope.year.result_year
    questionnaire = scope.edition.questionnaire(year)
    if questionnaire is None:
        return set()
    edition = _edition_of(scope, year)
    items = edition.oit.count if edition and edition.oit else MOST_OIT_ITEMS
    numbered = (f"o{number}" for number in range(1, items + 1))
    named = (item.code.lower() for item in (edition.oit.items if edition and edition.oit else ()))
    return {*questionnaire.indicator_of, *numbered, *named}


def _edition_of(scope: Scope, year: int) -> Edition | None:
    """What that year asked, as the agency states it or as shipped."""
    own = (facts.edition for facts in scope.agency.years if facts.year == year)
    edition = next(own, edition_for(year))
    return edition if edition.year == year else None


def _readings(code: str) -> tuple[str, ...]:
    """What a misprinted code may have been, likeliest first."""
    letter, digits = code[:1].translate(LETTERS), code[1:].translate(DIGITS)
    return tuple(dict.fromkeys((letter + digits, f"i{code}", f"e{code}")))
