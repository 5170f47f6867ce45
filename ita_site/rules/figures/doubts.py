"""Which facts of an edition are not certain, so that an officer holds them against the manual."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.edition import Edition, Sourced


@dataclass(frozen=True, slots=True)
class Doubt:
    """A fact in an officer's words, how sure it is and where it was read, all in Thai."""

    fact: str
    certainty: str
    source: str


def doubts(edition: Edition, result_year: int) -> tuple[Doubt, ...]:
    """What is not certain of an edition, for an agency that analyses that year's result."""
    return tuple(
        Doubt(fact, sourced.certainty.label, sourced.source)
        for fact, sourced in _facts(edition, result_year)
        if sourced and sourced.needs_checking
    )


def _facts(edition: Edition, result_year: int) -> Iterator[tuple[str, Sourced | None]]:
    """Every fact an officer meets, with its words."""
    for name, item in (("มาตรการ", edition.items.measures), ("ผล", edition.items.results)):
        yield f"ข้อ{name}: รหัส {item.code} “{item.title}”", item
        for criterion in item.criteria:
            yield f"เกณฑ์ข้อ {item.code}: {criterion.text}", criterion
    yield f"จำนวนข้อ OIT {edition.oit.count if edition.oit else ''} ข้อ", edition.oit
    for entry in edition.oit.items if edition.oit else ():
        yield f"ข้อ {entry.code} “{entry.title}”", entry
    for topic in edition.topics:
        yield f"ประเด็นที่ {topic.no} {topic.name}", topic
    yield f"เกณฑ์ระดับผลการประเมินของผลปี {result_year}", edition.rating_rule(result_year)
    yield f"รหัสข้อคำถามของผลปี {result_year}", edition.questionnaire(result_year)
    yield "รอบรายงานของข้อผลการดำเนินการ", edition.reporting_rounds
    for period in edition.calendar:
        yield f"ปฏิทิน: {period.name}", period
