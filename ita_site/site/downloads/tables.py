"""The tables of a year: measures, reports, scores, what was analysed, and what is said once.

A column never changes its name or its meaning; new ones stand after those there are.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from ita_site.facts.model.assessment import (
    Analysis,
    Assessment,
    Conflict,
    IndicatorScore,
    InstrumentScore,
    Limitation,
    Limitations,
    Point,
    Question,
    SubItem,
    Total,
)
from ita_site.facts.model.channels import Channel
from ita_site.facts.model.described import label_of
from ita_site.facts.model.fields import Labelled
from ita_site.facts.model.grouping import Grouped
from ita_site.facts.model.measures import Measure, Step
from ita_site.facts.model.oit import OitEntry
from ita_site.facts.model.progress import Evidence, Metric, Report
from ita_site.facts.schemas.files import MODELS
from ita_site.rules.figures.oit import index_rows
from ita_site.rules.figures.status import measure_reports
from ita_site.site.downloads.table import Table, field, fields_of, figure, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.base import Fact
    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.rules.figures.trend import Trend
    from ita_site.site.downloads.table import Column, Record


class Level(Labelled):
    """What a score is of."""

    TOTAL = "total", "คะแนนรวม"
    INSTRUMENT = "instrument", "เครื่องมือ"
    INDICATOR = "indicator", "ตัวชี้วัด"
    QUESTION = "question", "ข้อคำถาม"
    SUB_ITEM = "sub_item", "ข้อย่อย"


def _groups(model: str) -> tuple[Column, Column]:
    """Which of the three kinds of group a fact names, and its identifier."""
    held = [f"{model}.{kind}" for kind in ("topic", "indicator", "instrument")]
    kinds = "topic (ประเด็น) indicator (ตัวชี้วัด) หรือ instrument (เครื่องมือ)"
    return (
        figure("group_kind", "จัดกลุ่มตาม", kinds, *held),
        figure("group_id", "กลุ่ม", "รหัสของประเด็น ตัวชี้วัด หรือเครื่องมือ", *held),
    )


def _grouped(fact: Fact) -> Record:
    group = fact.group if isinstance(fact, Grouped) else None
    return {"group_kind": group and group.kind, "group_id": group and group.id}


YEAR: Final = figure("assessment_year", "ปีประเมิน")
DONE_IN: Final = figure("implementation_year", "ปีงบประมาณที่ดำเนินการ")
RESULT: Final = figure("result_year", "ปีของผลประเมิน")

MEASURE: Final = (
    YEAR,
    DONE_IN,
    field("measure_id", "measure", Measure, "id"),
    figure("order", "ลำดับ", "ลำดับของมาตรการในปี"),
    field("title", "measure", Measure, "titles"),
    *_groups("Measure"),
    figure("step_order", "ขั้นตอนที่"),
    field("step", "step", Step, "text"),
    figure("units", "ผู้รับผิดชอบ", "ผู้รับผิดชอบขั้นตอน ถ้าไม่ระบุคือผู้รับผิดชอบทั้งมาตรการ", "Step.units.name"),
    figure("timeframe", "ระยะเวลา", "ระยะเวลาของขั้นตอน ถ้าไม่ระบุคือของทั้งมาตรการ", "Step.timeframes"),
    field("monitoring", "measure", Measure, "monitoring"),
    field("reporting_rounds_months", "measure", Measure, "reporting_rounds"),
    field("measure_units", "measure", Measure, "units.name", "ผู้รับผิดชอบทั้งมาตรการ"),
    field("measure_timeframe", "measure", Measure, "timeframes", "ระยะเวลาทั้งมาตรการ"),
)


def _measures(_: AgencyFacts, year: YearFacts) -> Iterator[Record]:
    """A record a step; a measure without steps has one."""
    for order, measure in enumerate(year.measures.measures, start=1):
        for number, step in enumerate(measure.steps or (None,), start=1):
            yield {
                "assessment_year": year.year,
                "implementation_year": year.implementation_year,
                "measure": measure,
                "order": order,
                **_grouped(measure),
                "step_order": number if step else None,
                "step": step,
                "units": _names(step) or _names(measure),
                "timeframe": (step and step.timeframes) or measure.timeframes,
            }


def _names(fact: Measure | Step | None) -> tuple[str, ...]:
    return tuple(unit.name for unit in fact.units) if fact else ()


MEASURES: Final = Table(
    "measures",
    "มาตรการ",
    (
        *MEASURE,
        *fields_of("measure", Measure, besides=MEASURE, apart=["Measure.steps"], prefix="measure_"),
        *fields_of("step", Step, besides=MEASURE, prefix="step_", within="ขั้นตอน: "),
    ),
    _measures,
)

REPORT: Final = (
    DONE_IN,
    figure("measure_id", "รหัสมาตรการ", "", "Report.measure"),
    figure("title", "ชื่อมาตรการ"),
    figure("standing", "สถานะล่าสุด", "สถานะที่หน้าเว็บแสดง ซึ่งไม่เกินที่รายงาน"),
    field("round_months", "report", Report, "round"),
    field("status", "report", Report, "status", "สถานะที่รายงาน"),
    field("summary", "report", Report, "summary"),
    field("outcomes", "report", Report, "outcomes.text"),
    field("obstacles", "report", Report, "obstacles"),
    figure("evidence", "หลักฐาน", "ลิงก์ ไฟล์ หรือชื่อของหลักฐาน รายละเอียดอยู่ในตารางหลักฐาน"),
    field("updated_on", "report", Report, "updated_on"),
)


def _progress(_: AgencyFacts, year: YearFacts) -> Iterator[Record]:
    """A record a report; a measure without a report has one that says so."""
    for entry in measure_reports(year):
        for report in entry.reports or (None,):
            evidence = report.evidence if report else ()
            yield {
                "implementation_year": year.implementation_year,
                "measure_id": entry.measure.id,
                "title": entry.measure.titles,
                "standing": entry.standing,
                "report": report,
                "evidence": tuple(item.url or item.file or item.title for item in evidence),
            }


APART: Final = ("Report.outcomes.metrics", "Report.evidence")
PROGRESS: Final = Table(
    "progress",
    "ผลการดำเนินการ",
    (*REPORT, *fields_of("report", Report, besides=REPORT, apart=APART)),
    _progress,
)

OF_REPORT: Final = (
    DONE_IN,
    field("measure_id", "report", Report, "measure"),
    field("round_months", "report", Report, "round"),
)
METRICS: Final = Table(
    "metrics",
    "ตัวเลขประกอบผลลัพธ์",
    (*OF_REPORT, figure("outcome", "ผลลัพธ์หรือความสำเร็จ"), *fields_of("metric", Metric)),
    lambda _, year: (
        {**_of_report(year, report), "outcome": outcome.text, "metric": metric}
        for report in year.progress.progress
        for outcome in report.outcomes
        for metric in outcome.metrics
    ),
)
EVIDENCE: Final = Table(
    "evidence",
    "หลักฐาน",
    (*OF_REPORT, *fields_of("evidence", Evidence)),
    lambda _, year: (
        {**_of_report(year, report), "evidence": evidence}
        for report in year.progress.progress
        for evidence in report.evidence
    ),
)


def _of_report(year: YearFacts, report: Report) -> Record:
    return {"implementation_year": year.implementation_year, "report": report}


ENTRIES: Final = (Total, InstrumentScore, IndicatorScore, Question, SubItem)
SCORE: Final = (
    RESULT,
    figure("level", "ระดับ", "คะแนนของภาพรวม เครื่องมือ ตัวชี้วัด ข้อคำถาม หรือข้อย่อย"),
    figure("code", "รหัส", "", "InstrumentScore.code", "IndicatorScore.no", "Question.code"),
    figure("name", "ชื่อหรือข้อความ", "", "Total.rating_as_printed", "Question.text", "SubItem.text"),
    figure("score", "คะแนน", "", *(f"{model.__name__}.score" for model in ENTRIES)),
    field("question_code", "question", Question, "code"),
)


def _scores(_: AgencyFacts, year: YearFacts) -> Iterator[Record]:
    """A record a score, from the total down to the questions' parts."""
    for level, code, name, entry in _entries(year):
        yield {
            "result_year": year.result_year,
            "level": level,
            "code": code,
            "name": name,
            "score": entry.score,
            "entry": entry,
            "question": entry if level is Level.QUESTION else None,
        }


def _entries(year: YearFacts) -> Iterator[tuple[Level, object, str | None, Any]]:
    if (given := year.assessment) is None:
        return
    if given.total:
        yield Level.TOTAL, None, given.total.rating_as_printed, given.total
    for instrument in given.instruments:
        yield Level.INSTRUMENT, instrument.code, None, instrument
    for indicator in given.indicators:
        yield Level.INDICATOR, indicator.no, indicator.name_as_printed, indicator
    for question in given.questions:
        yield Level.QUESTION, question.key, question.text, question
        for part in question.sub_items:
            yield Level.SUB_ITEM, question.key, part.text, part


SCORES: Final = Table(
    "scores",
    "คะแนน",
    (*SCORE, *fields_of("entry", *ENTRIES, besides=SCORE, apart=["Question.sub_items"])),
    _scores,
)


class PointKind(Labelled):
    """What is said of the result, by its field of the analysis; or a limitation."""

    SUMMARY = "summaries", label_of(Analysis, "summaries")
    URGENT_FIX = "urgent_fixes", label_of(Analysis, "urgent_fixes")
    IMPROVEMENT = "improvements", label_of(Analysis, "improvements")
    FINDING = "findings", label_of(Analysis, "findings")
    RECOMMENDATION = "recommendations", label_of(Analysis, "recommendations")
    LIMITATION = "limitations", label_of(Assessment, "limitations")


POINT: Final = (
    RESULT,
    figure("kind", "เรื่อง", "สรุป จุดอ่อน ประเด็นพัฒนา ข้อค้นพบ ข้อเสนอแนะ หรือข้อจำกัด"),
    figure("order", "ลำดับ", "ลำดับในเรื่องเดียวกัน"),
    *_groups("Point"),
)


def _points(_: AgencyFacts, year: YearFacts) -> Iterator[Record]:
    """A record a point of the analysis, then one a limitation."""
    if (given := year.assessment) is None:
        return
    for kind in PointKind:
        limits = given.limitations if kind is PointKind.LIMITATION else None
        points = limits.items if limits else getattr(given.analysis, kind.value)
        for order, point in enumerate(points, start=1):
            yield {
                "result_year": year.result_year,
                "kind": kind,
                "order": order,
                **_grouped(point),
                "point": point,
                "limits": limits,
            }


ANALYSIS: Final = Table(
    "analysis",
    "การวิเคราะห์",
    (
        *POINT,
        *fields_of("point", Point, Limitation, besides=POINT),
        *fields_of("limits", Limitations, apart=["Limitations.items"], prefix="limitation_"),
    ),
    _points,
)
CONFLICTS: Final = Table(
    "conflicts",
    "ค่าที่ขัดกันในเอกสาร",
    (RESULT, *fields_of("conflict", Conflict)),
    lambda _, year: (
        {"result_year": year.result_year, "conflict": conflict}
        for conflict in (year.assessment.conflicts if year.assessment else ())
    ),
)

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
    *("Assessment.conflicts", "Progress.progress", "OitIndex.items"),
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


def _columns(*_: object) -> Iterator[Record]:
    for table in (*OF_YEAR, DICTIONARY):
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
        figure("sheet", "แผ่นงาน", "แผ่นงานใน data.xlsx"),
        figure("column", "คอลัมน์ใน CSV"),
        figure("heading", "หัวคอลัมน์ใน Excel"),
        figure("description", "คำอธิบาย", "ข้อที่มีหลายค่าคั่นด้วย | และคอลัมน์ของรายการเดียวกันเรียงตรงกัน"),
    ),
    _columns,
)

MAIN: Final = (MEASURES, PROGRESS, SCORES, OIT)
OF_YEAR: Final = (*MAIN, ANALYSIS, METRICS, EVIDENCE, CONFLICTS, GENERAL)
"""The tables of a year. What the columns of all of them mean stands in `DICTIONARY`."""


def year_tables(year: YearFacts) -> tuple[Table, ...]:
    """The tables a year has: that of the OIT index only where the agency gives one."""
    tables = (table for table in OF_YEAR if year.oit or table is not OIT)
    return (*tables, DICTIONARY)


CHANNELS: Final = Table(
    "channels",
    "ช่องทางร้องเรียน",
    fields_of("channel", Channel),
    lambda agency: ({"channel": channel} for channel in agency.channels.channels),
)


def _points_of_trend(trend: Trend) -> Iterator[Record]:
    """A record a score of any year, line by line; a year without one has none."""
    levels = (Level.TOTAL, [trend.total]), (Level.INSTRUMENT, trend.instruments)
    for level, lines in (*levels, (Level.INDICATOR, trend.indicators)):
        for line in lines:
            for point in line.known:
                yield {
                    "result_year": point.year,
                    "level": level,
                    "code": line.code,
                    "name": line.name,
                    "score": point.score,
                    "target": point.target,
                }


HISTORY: Final = Table(
    "history",
    "คะแนนทุกปี",
    (
        RESULT,
        figure("level", "ระดับ"),
        figure("code", "รหัส"),
        figure("name", "ชื่อ"),
        figure("score", "คะแนน"),
        figure("target", "เกณฑ์ผ่าน"),
    ),
    _points_of_trend,
)
