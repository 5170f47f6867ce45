"""The tables of what was to be done, what was done, and what shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_site.facts.model.kinds import of_choices
from ita_site.facts.model.measures import Measure, Step, Target
from ita_site.facts.model.progress import Evidence, Metric, Picture, Report
from ita_site.facts.model.year import Memo
from ita_site.rules.figures.status import Standing, measure_reports
from ita_site.rules.figures.targets import reached
from ita_site.site.downloads.table import (
    DONE_IN,
    YEAR,
    Table,
    field,
    fields_of,
    figure,
    group_cells,
    group_columns,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.site.downloads.table import Record

MEASURE: Final = (
    YEAR,
    DONE_IN,
    field("measure_id", "measure", Measure, "id"),
    figure("order", "ลำดับ", "ลำดับของมาตรการในปี"),
    field("title", "measure", Measure, "titles"),
    *group_columns("Measure"),
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
                **group_cells(measure),
                "step_order": number if step else None,
                "step": step,
                "units": _names(step) or _names(measure),
                "timeframe": (step and step.timeframes) or measure.timeframes,
            }


def _names(fact: Measure | Step | None) -> tuple[str, ...]:
    return tuple(unit.name for unit in fact.units) if fact else ()


PROMISED: Final = (
    field("measure_objective", "measure", Measure, "objective"),
    field("measure_budget", "measure", Measure, "budget.amount", "งบประมาณ (บาท)"),
    field("measure_budget_source", "measure", Measure, "budget.source", "แหล่งงบประมาณ"),
    field("measure_budget_note", "measure", Measure, "budget.note", "หมายเหตุของงบประมาณ"),
    field("measure_risk", "measure", Measure, "risk"),
)
HELD: Final = (*MEASURE, *PROMISED)
MEASURES: Final = Table(
    "measures",
    "มาตรการ",
    (
        *MEASURE,
        *fields_of(
            *("measure", Measure),
            besides=HELD,
            apart=["Measure.steps", "Measure.targets"],
            prefix="measure_",
        ),
        *fields_of("step", Step, besides=MEASURE, prefix="step_", within="ขั้นตอน: "),
        *PROMISED,
    ),
    _measures,
)

STANDING: Final = figure(
    *("standing", "สถานะล่าสุด", "สถานะที่หน้าเว็บแสดง ซึ่งไม่เกินที่รายงาน"), kind=of_choices(Standing)
)
REPORT: Final = (
    DONE_IN,
    figure("measure_id", "รหัสมาตรการ", "", "Report.measure"),
    figure("title", "ชื่อมาตรการ"),
    STANDING,
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


APART: Final = (
    *("Report.outcomes.metrics", "Report.evidence"),
    *("Report.reached", "Report.pictures"),
)
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


PICTURES: Final = Table(
    "pictures",
    "ภาพประกอบ",
    (*OF_REPORT, *fields_of("picture", Picture)),
    lambda _, year: (
        {**_of_report(year, report), "picture": picture}
        for report in year.progress.progress
        for picture in report.pictures
    ),
)
TARGET: Final = (
    DONE_IN,
    figure("measure_id", "รหัสมาตรการ"),
    field("target", "target", Target, "text"),
    field("goal", "target", Target, "goal"),
    field("unit", "target", Target, "unit"),
    figure("round_months", "รอบรายงาน (เดือน)"),
    figure("value", "ผลที่ทำได้", "", "Reached.target", "Reached.value"),
)


def _targets(_: AgencyFacts, year: YearFacts) -> Iterator[Record]:
    """A record a target and report that tells of it; a target nobody has told of has one."""
    for entry in measure_reports(year):
        told = [(report, *it) for report in entry.reports for it in reached(entry.measure, report)]
        for target in entry.measure.targets:
            of_it: list[tuple[Report | None, str | None]] = [
                (report, value) for report, one, value in told if one is target
            ]
            for report, value in of_it or [(None, None)]:
                yield {
                    "implementation_year": year.implementation_year,
                    "measure_id": entry.measure.id,
                    "target": target,
                    "round_months": report and report.round,
                    "value": value,
                }


TARGETS: Final = Table(
    "targets",
    "ตัวชี้วัดและเป้าหมาย",
    (*TARGET, *fields_of("target", Target, besides=TARGET, prefix="target_")),
    _targets,
)
MEMOS: Final = Table(
    "memos",
    "บันทึกข้อความ",
    (YEAR, *fields_of("memo", Memo)),
    lambda _, year: ({"assessment_year": year.year, "memo": memo} for memo in year.info.all_memos),
)
