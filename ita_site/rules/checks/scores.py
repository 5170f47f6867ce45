"""Rules about scores and question codes: they follow from each other and the edition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ita_site.facts.editions.load import edition_for
from ita_site.facts.model.labelled import suggestion
from ita_site.facts.thai.decimals import round_half_up
from ita_site.facts.thai.text import compact
from ita_site.rules.figures.recomputed import (
    agrees,
    instrument_means,
    question_mean,
    ratings,
    totals,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from ita_site.facts.model.edition import Edition
    from ita_site.facts.problems import Problem
    from ita_site.facts.strict_yaml.document import Path
    from ita_site.rules.checks.scope import Scope

FILE = "assessment.yml"
NUMBERED = re.compile(r"^(?:ตัวชี้วัด)?(?:ที่)?\d*")
LIKENESS = 0.85
"""How like an official name a printed one must be; `การแก้ปัญหาการทุจริต` is 0.95 like its own."""
MOST_OIT_ITEMS = 43
"""The longest list of items any year had; for years whose list is not known."""
LETTER_MISPRINTS = str.maketrans("0o1l", "OOii")
"""What a letter is printed as: `120` for i20, `042` for O42."""
DIGIT_MISPRINTS = str.maketrans("oil", "011")


class Kind(NamedTuple):
    """A list of scores: its field, and what one of it is called."""

    where: str
    label: str
    word: str


INSTRUMENTS = Kind("instruments", "เครื่องมือ", "instrument")
INDICATORS = Kind("indicators", "ตัวชี้วัด", "indicator")


def instruments_are_means(scope: Scope) -> Iterator[Problem]:
    """An instrument's score is the mean of its indicators'."""
    assessment = scope.assessment
    means = instrument_means(assessment, scope.edition)
    for at, instrument in enumerate(assessment.instruments):
        if instrument.code in means:
            path, computed = ("instruments", at, "score"), (means[instrument.code],)
            details = {"item": instrument.code}
            yield from _contradicted(scope, "ITA320", path, instrument.score, computed, **details)


def total_is_weighted(scope: Scope) -> Iterator[Problem]:
    """The total is the instruments' mean by their weights."""
    assessment = scope.assessment
    if assessment.total:
        path, computed = ("total", "score"), totals(assessment, scope.edition)
        weights = " ".join(f"{entry.code} {entry.weight}" for entry in scope.edition.instruments)
        details = {"weights": weights}
        yield from _contradicted(scope, "ITA321", path, assessment.total.score, computed, **details)


def questions_are_means(scope: Scope) -> Iterator[Problem]:
    """A question's score is the mean of its parts'."""
    questionnaire = scope.edition.questionnaire(scope.year.result_year)
    for at, question in enumerate(scope.assessment.questions):
        mean = question_mean(question, questionnaire)
        if question.score is not None and mean is not None:
            path, details = ("questions", at, "score"), {"item": question.code}
            yield from _contradicted(scope, "ITA322", path, question.score, (mean,), **details)


def _contradicted(
    scope: Scope,
    code: str,
    path: Path,
    printed: Decimal,
    computed: tuple[Decimal, ...],
    **details: str,
) -> Iterator[Problem]:
    if not computed or any(agrees(printed, value) for value in computed):
        return
    if not scope.is_declared(str(printed)):
        details |= {"value": str(printed), "computed": str(round_half_up(computed[0]))}
        yield scope.problem(code, FILE, path, **details)


def rating_follows(scope: Scope) -> Iterator[Problem]:
    """The rating is that of the result year's rule."""
    assessment, year = scope.assessment, scope.year.result_year
    printed = assessment.total.rating_as_printed if assessment.total else None
    found = ratings(assessment, scope.edition, year)
    if not printed or not found or scope.is_declared(printed):
        return
    if _level(printed) not in map(_level, found):
        details = {"value": printed, "computed": found[0], "year": str(year)}
        yield scope.problem("ITA323", FILE, ("total", "rating_as_printed"), **details)


def _level(name: str) -> str:
    """A level's name alone: of `ระดับ A`, `A`."""
    return re.sub("^(?:ผลการประเมิน|ระดับ)+", "", compact(name))


def one_score_each(scope: Scope) -> Iterator[Problem]:
    """An instrument and an indicator have one score."""
    assessment = scope.assessment
    codes = [entry.code for entry in assessment.instruments]
    yield from _repeated(scope, INSTRUMENTS, "code", codes)
    numbers = [str(entry.no) for entry in assessment.indicators]
    yield from _repeated(scope, INDICATORS, "no", numbers)


def _repeated(scope: Scope, kind: Kind, key: str, named: list[str]) -> Iterator[Problem]:
    for at, name in enumerate(named):
        first = named.index(name)
        if first < at:
            line = scope.line(FILE, (kind.where, first, key))
            details = {"value": name, "kind": kind.label, "kind_en": kind.word, "line": line}
            yield scope.problem("ITA325", FILE, (kind.where, at, key), **details)


def all_scores(scope: Scope) -> Iterator[Problem]:
    """Where some indicators or instruments have a score, all of them have.

    A single score without a total is one quoted, not a result with holes.
    """
    assessment = scope.assessment
    means = instrument_means(assessment, scope.edition)
    instruments = [entry.code for entry in scope.edition.instruments]
    given = [entry.code for entry in assessment.instruments]
    yield from _missing(scope, INSTRUMENTS, instruments, given, means)
    indicators = [str(entry.no) for entry in scope.edition.indicators]
    numbers = [str(entry.no) for entry in assessment.indicators]
    yield from _missing(scope, INDICATORS, indicators, numbers)


def _missing(
    scope: Scope, kind: Kind, wanted: list[str], given: list[str], known: Iterable[str] = ()
) -> Iterator[Problem]:
    missing = [name for name in wanted if name not in {*given, *known}]
    is_result = len(given) > 1 or (given and scope.assessment.total)
    if is_result and missing:
        details = {"value": ", ".join(missing), "kind": kind.label, "kind_en": kind.word}
        yield scope.problem("ITA326", FILE, (kind.where,), **details)


def name_of_its_number(scope: Scope) -> Iterator[Problem]:
    """An indicator's printed name is not that of another; damaged print is no other's name."""
    numbers = {
        compact(name): str(entry.no)
        for entry in scope.edition.indicators
        for name in (entry.name, *entry.also)
    }
    official = scope.edition.group_names["indicator"]
    for at, entry in enumerate(scope.assessment.indicators):
        printed, own = entry.name_as_printed, str(entry.no)
        if printed is None:
            continue
        nearest = suggestion(NUMBERED.sub("", compact(printed)), list(numbers), LIKENESS)
        other = numbers.get(nearest, own)
        if other != own and not scope.is_declared(printed):
            details = {"value": own, "printed": printed, "other": other}
            details |= {"own_name": official.get(own, "–"), "other_name": official[other]}
            path = ("indicators", at, "name_as_printed")
            yield scope.problem("ITA324", FILE, path, **details)


def known_questions(scope: Scope) -> Iterator[Problem]:
    """A question code is one of the year's questionnaire or of its list of items."""
    known = _known(scope)
    for at, question in enumerate(scope.assessment.questions):
        code = _plain(question.code)
        if known and code not in known and not scope.is_declared(question.code):
            likely = [near for near in _readings(code) if near.lower() in known]
            details = {"value": question.code, "year": str(scope.year.result_year)}
            details |= {"suggestion": " หรือ ".join(likely)}
            yield scope.problem("ITA327", FILE, ("questions", at, "code"), **details)


def indicator_of_question(scope: Scope) -> Iterator[Problem]:
    """A question belongs to the indicator the year's questionnaire puts it under."""
    questionnaire = scope.edition.questionnaire(scope.year.result_year)
    indicator_of = questionnaire.indicator_of if questionnaire else {}
    for at, question in enumerate(scope.assessment.questions):
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
    letter, digits = code[:1].translate(LETTER_MISPRINTS), code[1:].translate(DIGIT_MISPRINTS)
    return tuple(dict.fromkeys((letter + digits, f"i{code}", f"e{code}")))
