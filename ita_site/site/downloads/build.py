"""A year's facts as files that a program or a spreadsheet opens."""

from __future__ import annotations

import json
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from ita_site.facts.model.colour import Colour
from ita_site.facts.schemas.files import MODELS, schema_name
from ita_site.facts.schemas.line import PUBLISHED
from ita_site.facts.thai.calendar import BEDate, YearMonth
from ita_site.facts.thai.timeframe import Timeframe
from ita_site.rules.figures.trend import trend
from ita_site.site.artifact import Artifact
from ita_site.site.downloads import tables
from ita_site.site.downloads.calendar import calendar, survey_calendar
from ita_site.site.downloads.csv_file import as_csv, guarded
from ita_site.site.downloads.feed import feed
from ita_site.site.downloads.result_tables import HISTORY
from ita_site.site.downloads.table import in_codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.site.downloads.table import Table


def build_downloads(agency: AgencyFacts, today: BEDate) -> Iterator[Artifact]:
    """The open data of an agency, of each of its years, and of its years together."""
    yield Artifact(f"{agency.prefix}data/agency.json", partial(agency_json, agency))
    yield Artifact(f"{agency.prefix}data/columns.csv", _columns)
    yield _csv(f"{agency.prefix}complaints/", tables.CHANNELS, agency)
    if atom := feed(agency, path := f"{agency.prefix}data/progress.atom"):
        yield Artifact(path, atom)
    if deadlines := calendar(agency, today):
        yield Artifact(f"{agency.prefix}due.ics", deadlines)
    if days := survey_calendar(agency, today):
        yield Artifact(f"{agency.prefix}eit/eit.ics", days)
    for year in agency.years:
        folder = f"{agency.prefix}{year.year}/"
        yield Artifact(f"{folder}data.json", partial(year_json, agency, year))
        yield Artifact(f"{folder}data.xlsx", partial(_workbook, agency, year))
        for table in tables.year_tables(year):
            yield _csv(folder, table, agency, year)
    if len((scores := trend(agency)).results) > 1:
        yield _csv(f"{agency.prefix}history/", HISTORY, scores)


def build_schemas() -> Iterator[Artifact]:
    """The schema of each data file, once for all agencies."""
    for name in map(schema_name, MODELS):
        shipped = files("ita_site.facts.schemas") / name
        yield Artifact(f"{PUBLISHED}/{name}", shipped.read_bytes)


def agency_json(agency: AgencyFacts) -> bytes:
    """The agency and where to complain, in the terms of the data files."""
    content = {"agency": _plain(agency.agency), **_plain(agency.channels)}
    return (json.dumps(content, ensure_ascii=False) + "\n").encode()


def year_json(agency: AgencyFacts, year: YearFacts) -> bytes:
    """Everything of a year, in the terms of the data files; scores as text, digits as written."""
    content = {
        "agency": _plain(agency.agency),
        "assessment_year": year.year,
        "result_year": year.result_year,
        "implementation_year": year.implementation_year,
        "year": _plain(year.info),
        "assessment": _plain(year.assessment),
        **_plain(year.measures),
        **_plain(year.progress),
        "oit": _plain(year.oit),
    }
    return (json.dumps(content, ensure_ascii=False) + "\n").encode()


def _workbook(agency: AgencyFacts, year: YearFacts) -> bytes:
    from ita_site.site.downloads.workbook import workbook  # noqa: PLC0415 - the library is large

    return workbook(agency, year)


def _plain(value: Any) -> Any:  # noqa: ANN401 - one line a kind of value
    if type(value) is str:
        return value
    if isinstance(value, BaseModel):
        pairs = ((key, getattr(value, name)) for key, name in _keys(type(value)))
        return {key: _plain(part) for key, part in pairs if part is not None and part != ()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Timeframe):
        return _timeframe(value)
    if isinstance(value, StrEnum | BEDate | YearMonth | Decimal | Colour):
        return str(value)
    return value


@cache
def _keys(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The model's fields: as written in the data, and as called here."""
    return tuple((field.alias or name, name) for name, field in model.model_fields.items())


def _timeframe(timeframe: Timeframe) -> dict[str, Any]:
    names = ("start", "end", "points", "quarters", "interval_months", "rounds", "fiscal_year")
    values = {name: _plain(getattr(timeframe, name)) for name in names}
    if any(isinstance(moment, BEDate) for moment in timeframe.named):
        values["named"] = _plain(timeframe.named)
    known = {name: value for name, value in values.items() if value not in (None, [])}
    return {"raw": timeframe.raw, "kind": timeframe.kind.value, **known}


@cache
def _columns() -> bytes:
    return _csv("", tables.DICTIONARY).content


def _csv(folder: str, table: Table, *facts: object) -> Artifact:
    return Artifact(f"{folder}{table.name}.csv", partial(_csv_bytes, table, *facts))


def _csv_bytes(table: Table, *facts: object) -> bytes:
    rows = ([guarded(in_codes(value)) for value in row] for row in table.rows(*facts))
    return as_csv(table.names, rows)
