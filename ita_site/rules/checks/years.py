"""Rules about the three years of a folder, and about folders that repeat each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.facts.model.assessment import Assessment
from ita_site.facts.thai.fiscal import fiscal_year_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.problems import Problem
    from ita_site.facts.strict_yaml.document import Value
    from ita_site.rules.checks.scope import Scope

FILE = "year.yml"


def result_is_there(scope: Scope) -> Iterator[Problem]:
    """What is analysed in a year is the result of the year before."""
    result, year = scope.year.info.result_year, scope.year.year
    if result is not None and result != year - 1:
        code = "ITA329" if result >= year else "ITA330"
        details = {"value": str(result), "year": str(year), "usual": str(year - 1)}
        yield scope.problem(code, FILE, ("result_year",), **details)


def implemented_in_its_year(scope: Scope) -> Iterator[Problem]:
    """Measures are carried out in a year of which the edition's items speak."""
    items, stated = scope.edition.items, scope.year.info.implementation_year
    years = sorted({scope.year.year + item.covers for item in (items.measures, items.results)})
    if stated is not None and stated not in years:
        details = {"value": str(stated), "year": str(scope.year.year)}
        usual = " หรือ ".join(map(str, years))
        yield scope.problem("ITA331", FILE, ("implementation_year",), **details, usual=usual)


def limitations_of_its_years(scope: Scope) -> Iterator[Problem]:
    """The limitations speak of a year with which this one has to do."""
    facts = scope.year
    years = sorted({facts.result_year, facts.implementation_year, facts.year})
    stated = (facts.assessment or Assessment()).limitations.year
    if stated is not None and stated not in years:
        details = {"value": str(stated), "year": str(facts.year)}
        usual = " หรือ ".join(map(str, years))
        path = ("limitations", "year")
        yield scope.problem("ITA334", "assessment.yml", path, **details, usual=usual)


def survey_of_its_year(scope: Scope) -> Iterator[Problem]:
    """The public's survey is open within the assessment's fiscal year."""
    eit, year = scope.year.info.eit, scope.year.year
    for name, day in (("opens_on", eit.opens_on), ("closes_on", eit.closes_on)):
        if day and fiscal_year_of(day) != year:
            details = {"value": day.short(), "year": str(year)}
            yield scope.problem("ITA335", FILE, ("eit", name), **details)


def no_copy(scope: Scope) -> Iterator[Problem]:
    """No file of a year holds word for word what an earlier year's holds."""
    for name in ("assessment.yml", "measures.yml", "progress.yml"):
        content = _content(scope, name)
        for earlier in scope.agency.years:
            before = replace(scope, year=earlier)
            if content and earlier.year < scope.year.year and _content(before, name) == content:
                yield scope.problem("ITA336", name, (), value=before.file(name))
                break


def _content(scope: Scope, name: str) -> Value:
    """What a file holds apart from remarks; nothing where it has no entries."""
    document = scope.sources.documents.get(scope.file(name))
    value = document.value if document else None
    parts = value.values() if isinstance(value, dict) else ()
    return value if any(part and not isinstance(part, str) for part in parts) else None
