"""Rules about scores that must follow from each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ita_site.facts.model.assessment import Assessment
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

    from ita_site.facts.problems import Problem
    from ita_site.facts.strict_yaml.document import Path
    from ita_site.rules.checks.scope import Scope

FILE = "assessment.yml"


class Kind(NamedTuple):
    """A list of scores: its field, and what one of it is called."""

    where: str
    label: str
    word: str


INSTRUMENTS = Kind("instruments", "เครื่องมือ", "instrument")
INDICATORS = Kind("indicators", "ตัวชี้วัด", "indicator")


def instruments_are_means(scope: Scope) -> Iterator[Problem]:
    """An instrument's score is the mean of its indicators'."""
    assessment = scope.year.assessment or Assessment()
    means = instrument_means(assessment, scope.edition)
    for at, instrument in enumerate(assessment.instruments):
        if instrument.code in means:
            path, computed = ("instruments", at, "score"), (means[instrument.code],)
            details = {"item": instrument.code}
            yield from _contradicted(scope, "ITA320", path, instrument.score, computed, **details)


def total_is_weighted(scope: Scope) -> Iterator[Problem]:
    """The total is the instruments' mean by their weights."""
    assessment = scope.year.assessment or Assessment()
    if assessment.total:
        path, computed = ("total", "score"), totals(assessment, scope.edition)
        weights = " ".join(f"{entry.code} {entry.weight}" for entry in scope.edition.instruments)
        details = {"weights": weights}
        yield from _contradicted(scope, "ITA321", path, assessment.total.score, computed, **details)


def questions_are_means(scope: Scope) -> Iterator[Problem]:
    """A question's score is the mean of its parts'."""
    questionnaire = scope.edition.questionnaire(scope.year.result_year)
    for at, question in enumerate((scope.year.assessment or Assessment()).questions):
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
    if not scope.declared(str(printed)):
        details |= {"value": str(printed), "computed": str(round_half_up(computed[0]))}
        yield scope.problem(code, FILE, path, **details)


def rating_follows(scope: Scope) -> Iterator[Problem]:
    """The rating is that of the result year's rule."""
    assessment, year = scope.year.assessment or Assessment(), scope.year.result_year
    printed = assessment.total.rating_as_printed if assessment.total else None
    found = ratings(assessment, scope.edition, year)
    if not printed or not found or scope.declared(printed):
        return
    if _level(printed) not in map(_level, found):
        details = {"value": printed, "computed": found[0], "year": str(year)}
        yield scope.problem("ITA323", FILE, ("total", "rating_as_printed"), **details)


def _level(name: str) -> str:
    """A level's name alone: of `ระดับ A`, `A`."""
    return re.sub("^(?:ผลการประเมิน|ระดับ)+", "", compact(name))


def one_score_each(scope: Scope) -> Iterator[Problem]:
    """An instrument and an indicator have one score."""
    assessment = scope.year.assessment or Assessment()
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
    assessment = scope.year.assessment or Assessment()
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
    assessment = scope.year.assessment
    missing = [name for name in wanted if name not in {*given, *known}]
    is_result = len(given) > 1 or (given and assessment and assessment.total)
    if is_result and missing:
        details = {"value": ", ".join(missing), "kind": kind.label, "kind_en": kind.word}
        yield scope.problem("ITA326", FILE, (kind.where,), **details)
