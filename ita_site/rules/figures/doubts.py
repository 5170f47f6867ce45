"""Which facts of an edition are not certain, so that an officer holds them against the manual."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from ita_site.rules.figures.oit import codes_of, spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.edition import Edition, Item, Questionnaire
    from ita_site.facts.model.sourced import Sourced

UNKNOWN: Final = "ยังไม่รู้"
NOWHERE: Final = "ยังไม่พบในเอกสารใด"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A fact in an officer's words, how sure it is, where it was read, and what would settle it.

    All in Thai.
    """

    fact: str
    certainty: str
    source: str
    settled_by: str


def doubts(edition: Edition, year: int, result_year: int) -> tuple[Doubt, ...]:
    """What is not certain of an edition, for a year that analyses that year's result."""
    found = (*_of_items(edition, year), *_of_list(edition, year), *_of_scores(edition, result_year))
    return tuple(doubt for doubt in (*found, *_of_calendar(edition, year)) if doubt)


def _doubt(fact: str, sourced: Sourced | None, settled_by: str) -> Doubt | None:
    """The doubt about a fact; None where it is certain, or not there at all."""
    if sourced is None or not sourced.needs_checking:
        return None
    return Doubt(fact, sourced.certainty.label, sourced.source, settled_by)


def _of_items(edition: Edition, year: int) -> Iterator[Doubt | None]:
    items = edition.items
    for name, item in (("มาตรการ", items.measures), ("ผล", items.results)):
        manual = f"คู่มือการประเมิน ITA ปี {year} ข้อ {item.code} คำต่อคำ"
        yield _doubt(f"ข้อ{name}: รหัส {item.code} “{item.title}”", item, manual)
        yield _doubt(_covered(item, year), item, manual)
        for criterion in item.criteria:
            yield _doubt(f"เกณฑ์ข้อ {item.code}: {criterion.text}", criterion, manual)


def _covered(item: Item, year: int) -> str:
    return f"ข้อ {item.code} พูดถึงปีงบประมาณ {year + item.covers}"


def _of_list(edition: Edition, year: int) -> Iterator[Doubt | None]:
    oit, manual = edition.oit, f"คู่มือการประเมิน ITA ปี {year} ตาราง OIT"
    if oit is None:
        yield Doubt("จำนวนและชื่อข้อ OIT", UNKNOWN, NOWHERE, manual)
        return
    yield _doubt(f"จำนวนข้อ OIT {oit.count} ข้อ", oit, manual)
    both = {edition.items.measures.code.upper(), edition.items.results.code.upper()}
    for entry in oit.items:
        if entry.code.upper() not in both:
            yield _doubt(f"ข้อ {entry.code} “{entry.title}”", entry, manual)
    known = both | {entry.code.upper() for entry in oit.items}
    if missing := [code for code in codes_of(edition) if code not in known]:
        yield Doubt(f"ชื่อข้อ {spans(missing)}", UNKNOWN, NOWHERE, manual)


def _of_scores(edition: Edition, result_year: int) -> Iterator[Doubt | None]:
    manual = f"คู่มือการประเมิน ITA ปี {result_year}"
    for instrument in edition.instruments:
        fact = f"เครื่องมือ {instrument.code} {instrument.name} น้ำหนัก {instrument.weight}"
        yield _doubt(fact, instrument, f"{manual} ส่วนเครื่องมือและค่าน้ำหนัก")
    for indicator in edition.indicators:
        fact = f"ตัวชี้วัดที่ {indicator.no} {indicator.name} อยู่ใน {indicator.instrument}"
        yield _doubt(fact, indicator, f"{manual} ส่วนตัวชี้วัด")
    for topic in edition.topics:
        fact = f"ประเด็นที่ {topic.no} {topic.name}"
        yield _doubt(fact, topic, f"คู่มือการประเมิน ITA ปี {result_year + 1} ข้อมาตรการ")
    rule = edition.rating_rule(result_year)
    fact = f"เกณฑ์ระดับผลการประเมินของผลปี {result_year}"
    yield _doubt(fact, rule, f"ประกาศผลการประเมินปี {result_year} ของสำนักงาน ป.ป.ช.")
    if rule is None:
        yield Doubt(fact, UNKNOWN, NOWHERE, f"ประกาศผลการประเมินปี {result_year}")
    yield from _of_questions(edition.questionnaire(result_year), result_year)


def _of_questions(asked: Questionnaire | None, year: int) -> Iterator[Doubt | None]:
    """The survey's codes and their indicators, and the texts, known and unknown."""
    form = f"แบบวัด IIT และ EIT ปี {year} จากคู่มือหรือระบบ ITAS"
    if asked is None:
        yield Doubt(f"รหัสข้อคำถามของผลปี {year}", UNKNOWN, NOWHERE, form)
        return
    yield _doubt(f"รหัสข้อคำถามของผลปี {year}", asked, form)
    for question in asked.questions:
        yield _doubt(f"ข้อคำถาม {question.code} “{question.text}”", question, form)
    codes = [*chain.from_iterable(span.codes for span in asked.spans)]
    loose = [span.codes for span in asked.spans if span.indicator is None]
    texts = {question.code.lower() for question in asked.questions}
    unread = [code for code in codes if code.lower() not in texts]
    if loose:
        each = ", ".join(spans(part) for part in loose)
        yield Doubt(f"ข้อคำถาม {each} เป็นของตัวชี้วัดใด", UNKNOWN, NOWHERE, form)
    if unread:
        by_letter = (spans(code for code in unread if code[0] == letter) for letter in "ie")
        each = ", ".join(part for part in by_letter if part)
        yield Doubt(f"ข้อความของข้อคำถาม {each} ของผลปี {year}", UNKNOWN, NOWHERE, form)


def _of_calendar(edition: Edition, year: int) -> Iterator[Doubt | None]:
    manual = f"คู่มือหรือประกาศปฏิทินการประเมิน ITA ปี {year}"
    yield _doubt("รอบรายงานของข้อผลการดำเนินการ", edition.reporting_rounds, manual)
    for period in edition.calendar:
        yield _doubt(f"ปฏิทิน: {period.name}", period, manual)
    if not edition.calendar:
        yield Doubt(f"ปฏิทินการประเมินปี {year}", UNKNOWN, NOWHERE, manual)
    link = "ลิงก์แบบวัด EIT ที่ระบบ ITAS แสดง"
    yield _doubt(f"รูปแบบลิงก์แบบวัด EIT {edition.eit.example}", edition.eit, link)
