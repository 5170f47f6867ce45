"""Every table there is: those of a year, of an agency and over its years, and what they mean.

A column never changes its name or its meaning; new ones stand after those there are.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.channels import Channel
from ita_site.facts.model.oit import OitEntry
from ita_site.facts.schemas.files import MODELS
from ita_site.rules.figures.oit import index_rows
from ita_site.site.downloads.measure_tables import (
    EVIDENCE,
    MEASURES,
    MEMOS,
    METRICS,
    PICTURES,
    PROGRESS,
    TARGETS,
)
from ita_site.site.downloads.result_tables import ANALYSIS, CONFLICTS, HISTORY, SCORES
from ita_site.site.downloads.table import YEAR, Table, fields_of, figure, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.base import Fact
    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.site.downloads.table import Column, Record

ITEM: Final = (
    YEAR,
    figure("code", "รหัสข้อ", "", "OitEntry.code"),
    figure("title", "ชื่อข้อ", "", "OitEntry.title"),
    figure("group", "ตัวชี้วัดย่อย", "", "OitEntry.group"),
    figure("url", "ที่อยู่ที่เปิดดูข้อมูลได้", "", "OitEntry.places.url"),
    figure("look", "ดูตรงไหน", "", "OitEntry.look", "OitEntry.places.look"),
    figure("note", "หมายเหตุ", "", "OitEntry.note"),
    figure("updated_on", "วันที่เผยแพร่หรือปรับปรุงล่าสุด", "", "OitEntry.updated_on"),
    figure("filled_in_by_program", "โปรแกรมเติมให้", "ข้อที่เป็นหน้าในเว็บไซต์นี้ โปรแกรมใส่ที่อยู่ให้"),
)


def _items(agency: AgencyFacts, year: YearFacts) -> Iterator[Record]:
    """A record an item of the index, our own two among them; none where there is no index."""
    entries = {entry.code: entry for entry in year.oit.items} if year.oit else {}
    for row in index_rows(agency, year) if year.oit else ():
        looks = (row.look, *(place.look for place in row.places))
        yield {
            "assessment_year": year.year,
            "code": row.code,
            "title": row.title,
            "group": row.group,
            "url": tuple(place.url for place in row.places),
            "look": tuple(look for look in looks if look),
            "note": row.note,
            "updated_on": row.updated_on,
            "filled_in_by_program": row.filled_in,
            "entry": entries.get(row.code),
        }


OIT: Final = Table(
    "oit",
    "ข้อมูลทุกข้อ OIT",
    (*ITEM, *fields_of("entry", OitEntry, besides=ITEM)),
    _items,
)

FILES: Final = {model: file for file, model in MODELS.items()}
IN_OTHER_TABLES: Final = (
    *("Channels.channels", "Assessment.total", "Assessment.instruments", "Assessment.indicators"),
    *("Assessment.questions", "Assessment.analysis", "Assessment.limitations"),
    *("Assessment.conflicts", "Progress.progress", "OitIndex.items", "YearInfo.memos"),
)


def _once(agency: AgencyFacts, year: YearFacts) -> Iterator[Record]:
    """A record a field that is said once, of those that are filled in."""
    given = (agency.agency, agency.channels, year.info, year.assessment, year.progress, year.oit)
    facts: Iterator[Fact] = (fact for fact in given if fact)
    for fact in facts:
        for column in _said_once(type(fact)):
            value = column.value({"fact": fact})
            if in_words(value):
                file = FILES[type(fact)]
                yield {"file": file, "field": column.name, "label": column.heading, "value": value}


@cache
def _said_once(model: type[Fact]) -> tuple[Column, ...]:
    return fields_of("fact", model, apart=IN_OTHER_TABLES)


GENERAL: Final = Table(
    "general",
    "ข้อมูลทั่วไป",
    (
        figure("file", "ไฟล์", "ไฟล์ข้อมูลที่ช่องนี้อยู่"),
        figure("field", "ช่อง", "ชื่อช่องในไฟล์ ช่องข้างในต่อด้วย _"),
        figure("label", "ความหมาย"),
        figure("value", "ค่า"),
    ),
    _once,
)


OF_YEAR: Final = (
    *(MEASURES, PROGRESS, SCORES, OIT),
    *(ANALYSIS, METRICS, EVIDENCE, CONFLICTS, GENERAL),
    *(TARGETS, PICTURES, MEMOS),
)


def year_tables(year: YearFacts) -> tuple[Table, ...]:
    """The tables of a year: empty ones too, for addresses stay; the OIT index only where given."""
    return tuple(table for table in OF_YEAR if year.oit or table is not OIT)


CHANNELS: Final = Table(
    "channels",
    "ช่องทางร้องเรียน",
    fields_of("channel", Channel),
    lambda agency: ({"channel": channel} for channel in agency.channels.channels),
)


def _columns() -> Iterator[Record]:
    for table in (*OF_YEAR, CHANNELS, HISTORY):
        for column in table.columns:
            yield {
                "table": f"{table.name}.csv",
                "sheet": table.title,
                "column": column.name,
                "heading": column.heading,
                "description": column.description,
            }


DICTIONARY: Final = Table(
    "columns",
    "คำอธิบายคอลัมน์",
    (
        figure("table", "ไฟล์ CSV"),
        figure("sheet", "แผ่นงาน", "แผ่นงานใน data.xlsx หรือชื่อของตาราง"),
        figure("column", "คอลัมน์ใน CSV"),
        figure("heading", "หัวคอลัมน์ใน Excel"),
        figure("description", "คำอธิบาย", "ข้อที่มีหลายค่าคั่นด้วย | และคอลัมน์ของรายการเดียวกันเรียงตรงกัน"),
    ),
    _columns,
)
"""What the columns of every table are called and mean: one for the whole site."""
