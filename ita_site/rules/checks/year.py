"""Rules about the years of a folder, their days, the public's survey and the edition."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from ita_site.facts.model.year import Wording
from ita_site.facts.thai.calendar import BEDate
from ita_site.facts.thai.fiscal import fiscal_year_of, quarter_months
from ita_site.rules.checks import memos

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.problems import Problem
    from ita_site.facts.strict_yaml.document import Path
    from ita_site.rules.checks.scope import Scope

FILE = "year.yml"
EIT_URL = ("eit", "url")
EDITION_FILE = "edition.yml"
ALL_WEIGHTS = 100
MOST_OF_A_QR_CODE = 1663
"""Bytes of a code of version 40 and error correction Q (ISO/IEC 18004:2015, table 7)."""


def year_of_folder(scope: Scope) -> Iterator[Problem]:
    """The year a file states is the year of its folder."""
    stated = scope.year.info.assessment_year
    if stated is not None and stated != scope.year.year:
        details = {"value": str(stated), "folder": str(scope.year.year)}
        yield scope.problem("ITA308", FILE, ("assessment_year",), **details)


def original_of_abridged(scope: Scope) -> Iterator[Problem]:
    """Who abridges a paper says which."""
    info = scope.year.info
    if info.wording is Wording.ABRIDGED and info.original is None:
        yield scope.problem("ITA417", FILE, ("wording",))


def edition_of_year(scope: Scope) -> Iterator[Problem]:
    """A year without an edition of its own borrows the newest."""
    if scope.edition.year != scope.year.year:
        details = {"value": str(scope.year.year), "used": str(scope.edition.year)}
        yield scope.problem("ITA405", FILE, (), **details)


def eit_link(scope: Scope) -> Iterator[Problem]:
    """The survey's link leads to the public survey of the assessment system, encrypted."""
    url = scope.year.info.eit.url
    if not url:
        return
    rule, parts = scope.edition.eit, urlsplit(url)
    if parts.scheme != "https":
        yield scope.problem("ITA401", FILE, EIT_URL, value=url)
    if parts.hostname not in rule.hosts or parts.netloc.lower() != parts.hostname:
        host, hosts = parts.netloc, ", ".join(rule.hosts)
        yield scope.problem("ITA402", FILE, EIT_URL, value=host, hosts=hosts)
    elif re.search(rule.staff_path, parts.path):
        yield scope.problem("ITA404", FILE, EIT_URL, value=url)
    elif not re.fullmatch(rule.path, parts.path) or parts.query or parts.fragment:
        yield scope.problem("ITA403", FILE, EIT_URL, value=url, pattern=rule.example)


def eit_code(scope: Scope) -> Iterator[Problem]:
    """A QR code, as the pages print it, has room for the survey's link."""
    url = scope.year.info.eit.url
    if url and len(url.encode()) > MOST_OF_A_QR_CODE:
        sizes = {"size": str(len(url.encode())), "most": str(MOST_OF_A_QR_CODE)}
        yield scope.problem("ITA383", FILE, EIT_URL, value=url, **sizes)


def eit_window(scope: Scope) -> Iterator[Problem]:
    """It opens before it closes."""
    eit = scope.year.info.eit
    if eit.opens_on and eit.closes_on and eit.closes_on < eit.opens_on:
        details = {"closes": eit.closes_on.short(), "opens": eit.opens_on.short()}
        yield scope.problem("ITA311", FILE, ("eit", "closes_on"), **details)


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
    stated = scope.assessment.limitations.year
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


class Span(NamedTuple):
    """The days on which something can have happened; to this day where `last` is not given."""

    first: BEDate
    last: BEDate | None = None


def paper_days(scope: Scope) -> Iterator[Problem]:
    """The year's papers are not older than its result, and its memos are not of a later year."""
    info, first = scope.year.info, _last_quarter(scope.year.result_year)
    until_year_ends = Span(first, BEDate(scope.year.year, 12, 31))
    yield from _outside(scope, ("as_of",), info.as_of, Span(first))
    for path, memo in memos.with_places(scope):
        for name in ("date", "approved_on"):
            yield from _outside(scope, (*path, name), getattr(memo, name), until_year_ends)


def report_days(scope: Scope) -> Iterator[Problem]:
    """Reports and evidence are not older than the year in which the measures are carried out.

    Orders for a fiscal year are given in the last months of the year before it.
    """
    span = Span(_last_quarter(scope.year.implementation_year - 1))
    for at, report in enumerate(scope.year.progress.progress):
        place: Path = ("progress", at)
        yield from _outside(scope, (*place, "updated_on"), report.updated_on, span)
        for number, evidence in enumerate(report.evidence):
            yield from _outside(scope, (*place, "evidence", number, "date"), evidence.date, span)


def _last_quarter(fiscal_year: int) -> BEDate:
    """The first day of its last quarter, in which the year's result comes out."""
    return quarter_months(fiscal_year, 4)[0].first_day()


def _outside(scope: Scope, path: Path, day: BEDate | None, span: Span) -> Iterator[Problem]:
    last = min(span.last or scope.today, scope.today)
    if day is None or span.first <= day <= last or scope.is_declared(day.short()):
        return
    file = "progress.yml" if path[0] == "progress" else "year.yml"
    details = {"value": day.short(), "year": str(scope.year.year), "today": scope.today.short()}
    details |= {"first": span.first.short(), "last": max(span.first, last).short()}
    yield scope.problem("ITA332" if day > scope.today else "ITA333", file, path, **details)


def edition_weights_add_up(scope: Scope) -> Iterator[Problem]:
    """The instruments' weights are parts of a hundred."""
    total = sum(instrument.weight for instrument in scope.edition.instruments)
    if total != ALL_WEIGHTS:
        yield scope.problem("ITA407", EDITION_FILE, ("instruments",), value=str(total))


def edition_instruments_known(scope: Scope) -> Iterator[Problem]:
    """An indicator belongs to an instrument there is."""
    known = [instrument.code for instrument in scope.edition.instruments]
    for at, indicator in enumerate(scope.edition.indicators):
        if indicator.instrument not in known:
            path = ("indicators", at, "instrument")
            details = {"value": indicator.instrument, "choices": ", ".join(known)}
            yield scope.problem("ITA408", EDITION_FILE, path, **details)


def edition_codes_unique(scope: Scope) -> Iterator[Problem]:
    """What is referred to by a code has it alone."""
    for path, codes in _codes(scope):
        for code, count in Counter(codes).items():
            if count > 1:
                yield scope.problem("ITA409", EDITION_FILE, path, value=code)


def _codes(scope: Scope) -> Iterator[tuple[Path, Iterable[str]]]:
    edition = scope.edition
    items = edition.items.measures, edition.items.results
    yield ("items",), (item.slug for item in items)
    yield ("items",), (criterion.id for item in items for criterion in item.criteria)
    yield ("instruments",), (instrument.code for instrument in edition.instruments)
    yield ("indicators",), (str(indicator.no) for indicator in edition.indicators)
    yield ("topics",), (topic.id for topic in edition.topics)
    yield ("oit", "items"), (entry.code for entry in (edition.oit.items if edition.oit else ()))


def edition_of_folder(scope: Scope) -> Iterator[Problem]:
    """An edition is that of the folder it stands in."""
    if (
        scope.edition.year != scope.year.year
        and scope.file(EDITION_FILE) in scope.sources.documents
    ):
        details = {"value": str(scope.edition.year), "folder": str(scope.year.year)}
        yield scope.problem("ITA410", EDITION_FILE, ("year",), **details)
