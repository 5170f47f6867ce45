"""Where a word stands, told from the facts alone: what a search must find.

It shares no code with the search: a text is compared without spaces and signs.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from ita_site.facts.editions.load import national_channels

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.site.pages.view import AgencyView
    from ita_site.site.pages.year_view import YearView

ARABIC = {ord("๐") + digit: str(digit) for digit in range(10)}
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))

Place = tuple[str, list[str]]
"""The address of a place that can be linked to, and the texts that stand there."""


@cache
def same(text: str) -> str:
    """A text as nobody would tell it from another one."""
    text = unicodedata.normalize("NFC", text.translate(ARABIC | INVISIBLE)).casefold()
    text = re.sub("\u0e4d([\u0e48-\u0e4b]?)\u0e32", "\\1\u0e33", text).replace("เเ", "แ")
    text = re.sub("([\u0e48-\u0e4c])([\u0e31\u0e34-\u0e3a\u0e47])", r"\2\1", text)
    return "".join(sign for sign in text if unicodedata.category(sign)[0] in "LMN")


def expected(places: Iterable[Place], query: str) -> set[str]:
    """The places where each word of a query stands somewhere."""
    words = [same(word) for word in asked(query)]
    known = ((address, [same(text) for text in texts]) for address, texts in places)
    return {
        address
        for address, texts in known
        if all(any(word in text for text in texts) for word in words)
    }


def asked(query: str) -> list[str]:
    """A query's words; a letter and a number after it are one code."""
    return re.sub(r"(?i)\b([a-z]) (?=[0-9๐-๙])", r"\1", query).split()


def places(view: AgencyView) -> Iterator[Place]:
    """Every place of an agency's pages, and what its facts say there."""
    prefix, agency = view.facts.prefix, view.facts.agency
    yield prefix, [agency.name]
    contact = agency.contact
    said = [contact.address, contact.phone, contact.email, contact.hours, agency.website]
    if any(said):
        yield f"{prefix}#contact-heading", [text for text in said if text]
    for year in view.years:
        yield from _measures(year)
        yield from _results(year)
        yield from _progress(year)
    yield from _complaints(view)
    if view.current and view.current.facts.info.eit.url:
        yield f"{prefix}eit/", ["แบบวัด EIT", "คิวอาร์โค้ด", f"ปี {view.current.year}"]


def _measures(year: YearView) -> Iterator[Place]:
    address, item = year.measures_address, year.edition.items.measures
    yield address, [f"ข้อ {item.code}", item.title]
    for measure in year.facts.measures.measures:
        texts = [*measure.titles, *measure.monitoring]
        texts += [part.text for part in (*measure.guidelines, *measure.steps)]
        texts += [unit.name for step in measure.steps for unit in step.units]
        texts += [unit.name for unit in measure.units]
        yield f"{address}#measure-{measure.id}", texts
    if assessment := year.facts.assessment:
        yield from _assessment(address, assessment)


def _assessment(address, assessment) -> Iterator[Place]:
    for question in assessment.questions:
        texts = [question.code, question.text or "", *question.guidelines]
        yield (
            f"{address}#question-{question.key}",
            texts + [item.text for item in question.sub_items],
        )
    for name in type(assessment.analysis).model_fields:
        points = getattr(assessment.analysis, name)
        codes = [
            assessment.question_by_key[code].code for point in points for code in point.questions
        ]
        if points:
            yield f"{address}#{name.replace('_', '-')}", [*(point.text for point in points), *codes]
    if assessment.limitations.items:
        texts = [limitation.text for limitation in assessment.limitations.items]
        yield f"{address}#limitations", texts
    if assessment.has_scores:
        notes = [
            part for conflict in assessment.conflicts for part in (conflict.field, conflict.note)
        ]
        yield f"{address}#result", [assessment.source or ""]
        yield f"{address}#notes", [text for text in notes if text]


def _results(year: YearView) -> Iterator[Place]:
    address, item = year.results_address, year.edition.items.results
    yield address, [f"ข้อ {item.code}", item.title]
    for entry in year.reports:
        short = year.told_elsewhere or not year.any_reported
        yield f"{address}#measure-{entry.measure.id}", _in_short(entry) if short else _told(entry)


def _in_short(entry) -> list[str]:
    latest = entry.latest
    told = [*latest.summary, *(outcome.text for outcome in latest.outcomes)] if latest else []
    return [*entry.measure.titles, *told]


def _told(entry) -> list[str]:
    texts = [*entry.measure.titles, *(unit.name for unit in entry.measure.units)]
    for report in entry.reports:
        texts += [*report.summary, *report.obstacles, report.status_as_printed or ""]
        texts += [evidence.title for evidence in report.evidence]
        for outcome in report.outcomes:
            texts += [outcome.text, *(metric.name for metric in outcome.metrics)]
    return texts


def _progress(year: YearView) -> Iterator[Place]:
    if year.has_progress and year.told_address == year.progress_address:
        for entry in year.own_reports:
            yield f"{year.progress_address}#measure-{entry.measure.id}", _told(entry)


def _complaints(view: AgencyView) -> Iterator[Place]:
    address, channels = f"{view.facts.prefix}complaints/", view.facts.channels
    told = [
        text
        for channel in channels.channels
        for text in (channel.label, channel.value, channel.unit, channel.hours)
    ]
    yield f"{address}#channels", [text for text in told if text]
    yield f"{address}#protection", list(channels.protection)
    yield f"{address}#what-to-tell", list(channels.what_to_tell)
    yield f"{address}#who-and-when", [channels.receiver or ""]
    national = national_channels().channels
    yield (
        f"{address}#national",
        [part for one in national for part in (one.name, one.short, one.hotline)],
    )
