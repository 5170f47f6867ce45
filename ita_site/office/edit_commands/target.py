"""Which agency, year and measure are meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.facts.model.labelled import suggestion
from ita_site.facts.problems import DataError
from ita_site.facts.reading.publication import OWN_FILE
from ita_site.facts.thai.calendar import parse_date, parse_year
from ita_site.facts.thai.fiscal import fiscal_year_of
from ita_site.facts.thai.text import compact, fold
from ita_site.office.edit_commands.request import request_problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ita_site.facts.model.measures import Measure
    from ita_site.facts.model.publication import AgencyFacts, Publication, YearFacts
    from ita_site.facts.problems import Problem
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.office.edit_commands.request import Request

ANCHOR = re.compile(r"(?:\S*#)?measure-(?P<id>[a-z0-9-]+)")
MOST_CHOICES = 30


@dataclass(frozen=True, slots=True)
class Target:
    """Where a report belongs."""

    agency: AgencyFacts
    year: YearFacts
    measure: Measure


def find_target(publication: Publication, request: Request) -> Target:
    """The agency, year and measure of a request.

    Raises:
        DataError: ITA701 to ITA704 and ITA730, for what there is not or is not said.
    """
    agency = find_agency(publication, request.agency)
    year = _find_year(agency, request.year) if request.year else _year_of_day(agency, request)
    return Target(agency, year, _find_measure(year, request.measure))


def find_agency(publication: Publication, name: str) -> AgencyFacts:
    """The agency of this slug or name; the only one need not be named.

    Raises:
        DataError: ITA704.
    """
    agencies = publication.agencies
    if not name and len(agencies) == 1:
        return agencies[0]
    for agency in agencies:
        if fold(name) in (agency.slug, fold(agency.agency.name)):
            return agency
    choices = [agency.slug for agency in agencies if agency.slug]
    near = suggestion(name, choices)
    raise DataError([_unknown_problem("ITA704", "agency", name, choices, suggestion=near)])


def refuse_foreign(data: Path, agency: AgencyFacts) -> None:
    """Hold a command that writes to agencies whose files lie in the data folder.

    Raises:
        DataError: ITA733 for one with a repository of its own.
    """
    if not (data / agency.slug / OWN_FILE).is_file():
        details = {"value": agency.slug, "target": agency.folder}
        raise DataError([request_problem("ITA733", "agency", **details)])


def _find_year(agency: AgencyFacts, text: str) -> YearFacts:
    years = {facts.year: facts for facts in agency.years}
    try:
        facts = years.get(parse_year(text)) if text else _newest_with_measures(agency)
    except ValueError:
        facts = None
    if facts is None:
        raise DataError([_unknown_problem("ITA703", "year", text, [str(year) for year in years])])
    return facts


def _year_of_day(agency: AgencyFacts, request: Request) -> YearFacts:
    """The newest year with measures, unless the report's day lies before what it is about.

    Raises:
        DataError: ITA703 where no year has measures, ITA730 where that of the day has none.
    """
    newest = _newest_with_measures(agency)
    day = _parse_day(request.updated_on)
    if newest is None or day is None or fiscal_year_of(day) >= newest.implementation_year:
        return _find_year(agency, "")
    wanted = fiscal_year_of(day)
    planned = [facts for facts in agency.years if facts.measures.measures]
    for facts in planned:
        if facts.implementation_year == wanted:
            return facts
    choices = [f"--year {facts.year}" for facts in planned]
    details = {"year": str(wanted)}
    raise DataError([_unknown_problem("ITA730", "updated_on", day.short(), choices, **details)])


def _parse_day(text: str) -> BEDate | None:
    try:
        return parse_date(text) if text else None
    except ValueError:
        return None  # told with all else that cannot be read


def _newest_with_measures(agency: AgencyFacts) -> YearFacts | None:
    planned = [facts for facts in agency.years if facts.measures.measures]
    return planned[-1] if planned else None


def _find_measure(year: YearFacts, text: str) -> Measure:
    if not text.strip():
        raise DataError([])  # reported with all else that is missing
    meant = _find_meant(year.measures.measures, text.strip())
    if len(meant) == 1:
        return meant[0]
    several = meant or year.measures.measures
    choices = [_named(measure) for measure in several]
    if meant:
        raise DataError([_unknown_problem("ITA702", "measure", text, choices)])
    near = suggestion(text, [measure.id for measure in several])
    near = near or suggestion(text, [_title(measure) for measure in several])
    problem = _unknown_problem(
        "ITA701", "measure", text, choices, suggestion=near, year=str(year.year)
    )
    raise DataError([problem])


def _find_meant(measures: Sequence[Measure], text: str) -> list[Measure]:
    """The measures a text may mean: by id, by anchor, by title, by part of a title."""
    anchor = ANCHOR.fullmatch(text)
    ids = [text, anchor["id"] if anchor else "", re.split(r"[\s:·]", text, maxsplit=1)[0]]
    for wanted in ids:
        if matching := [one for one in measures if wanted in one.ids]:
            return matching
    words = compact(text)
    whole = [measure for measure in measures if words in map(compact, measure.titles)]
    part = (measure for measure in measures if any(words in compact(t) for t in measure.titles))
    return whole or (list(part) if words else [])


def _unknown_problem(
    code: str, field: str, value: str, choices: list[str], **details: str
) -> Problem:
    more = [] if len(choices) <= MOST_CHOICES else ["…"]
    listed = ", ".join([*choices[:MOST_CHOICES], *more])
    return request_problem(code, field, value=value, choices=listed, **details)


def _title(measure: Measure) -> str:
    return measure.titles[0] if measure.titles else ""


def _named(measure: Measure) -> str:
    title = _title(measure)
    return f"{measure.id} ({title})" if title else measure.id
