"""Facts of one year, from the terms of the data files."""

from __future__ import annotations

from ita_site.editions.load import edition_for
from ita_site.model.measures import Measures
from ita_site.model.progress import Progress
from ita_site.model.publication import YearFacts
from ita_site.model.year import YearInfo


def year_facts(
    *measures: str | dict[str, object], year="2566", progress=(), **info: object
) -> YearFacts:
    """A year with these measures (an id, or a mapping) and reports."""
    named = [{"id": entry} if isinstance(entry, str) else entry for entry in measures]
    return YearFacts(
        year=int(year),
        edition=edition_for(int(year)),
        info=YearInfo.model_validate(info),
        measures=Measures.model_validate({"measures": named}),
        progress=Progress.model_validate({"progress": list(progress)}),
    )


def report(measure="a", **fields: object) -> dict[str, object]:
    return {"measure": measure, **fields}
