"""Facts of one year, from the terms of the data files."""

from __future__ import annotations

from dataclasses import replace

from ita_site.facts.editions.load import edition_for
from ita_site.facts.model.agency import Agency
from ita_site.facts.model.assessment import Assessment
from ita_site.facts.model.channels import Channels
from ita_site.facts.model.measures import Measures
from ita_site.facts.model.progress import Progress
from ita_site.facts.model.publication import AgencyFacts, YearFacts
from ita_site.facts.model.year import YearInfo


def year_facts(
    *measures: str | dict[str, object], year="2566", progress=(), **info: object
) -> YearFacts:
    """A year with these measures (an id, or a mapping) and reports."""
    named = [{"id": entry} if isinstance(entry, str) else entry for entry in measures]
    return YearFacts(
        year=int(year),
        edition=edition_for(int(year)),
        info=YearInfo.model_validate(info),
        measures=Measures.model_validate({"measures": named}, context={"fiscal_year": int(year)}),
        progress=Progress.model_validate({"progress": list(progress)}),
    )


def result_facts(year: int, *indicators: str | None, **assessment: object) -> YearFacts:
    """A year with scores of indicators 1, 2, … (None for none), analysing the year before.

    `result_year` says otherwise; all else is a part of `assessment.yml`.
    """
    info = {key: assessment.pop(key) for key in ("result_year",) if key in assessment}
    scores = [
        {"no": str(number), "score": score}
        for number, score in enumerate(indicators, start=1)
        if score
    ]
    facts = {"indicators": scores, **assessment}
    return replace(year_facts(year=str(year), **info), assessment=Assessment.model_validate(facts))


def agency_facts(*years: YearFacts, slug="") -> AgencyFacts:
    """An agency with these years, oldest first."""
    agency = Agency.model_validate({"name": "เทศบาลทดสอบ", "kind": "other"})
    return AgencyFacts(slug, "data", agency, Channels(), years)


def report(measure="a", **fields: object) -> dict[str, object]:
    return {"measure": measure, **fields}
