"""The tidy tables: a row one thing, a column one fact, keys by which tables are joined.

Those of all agencies have the same columns. A column never changes its name or meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from ita_site.facts.model.agency import Agency
from ita_site.facts.model.kinds import DAY, FLAG, ORDER
from ita_site.facts.model.measures import Measure, Step
from ita_site.facts.model.progress import Metric, Outcome, Report
from ita_site.rules.figures.places import district_of, province_of
from ita_site.rules.figures.status import measure_reports
from ita_site.site.downloads.dataset.identity import agency_id
from ita_site.site.downloads.measure_tables import STANDING
from ita_site.site.downloads.result_tables import ANALYSIS, SCORES
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
from ita_site.site.downloads.tables import CHANNELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.model.publication import AgencyFacts
    from ita_site.facts.thai.timeframe import Timeframe
    from ita_site.rules.figures.status import MeasureReports
    from ita_site.site.downloads.table import Column, Record


class Tidy(NamedTuple):
    """A table with the columns that tell its rows apart; `parent` is the table these lead to."""

    table: Table
    key: tuple[str, ...]
    parent: str = ""
    parent_key: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What it is called in addresses."""
        return self.table.name


ID: Final = figure("agency_id", "รหัสหน่วยงาน", "ชื่อในที่อยู่ของหน่วยงาน ใช้เชื่อมกับตารางหน่วยงาน")
MEASURE: Final = figure("measure_id", "รหัสมาตรการ", "ไม่เปลี่ยนหลังเผยแพร่ ไม่ซ้ำกันในปีประเมินเดียวกัน")


def _order(name: str, heading: str, description: str) -> Column:
    return figure(name, heading, description, kind=ORDER)


WHO: Final = (
    ID,
    field("name", "agency", Agency, "name"),
    field("name_en", "agency", Agency, "name_en"),
    field("kind", "agency", Agency, "kind"),
    figure("district", "อำเภอ"),
    figure("province", "จังหวัด", "จังหวัด ถ้าไม่ได้ระบุแต่รู้ได้จากชื่อ อำเภอ หรือที่อยู่ ใส่ให้"),
    field("website", "agency", Agency, "website"),
    field("phone", "agency", Agency, "contact.phone"),
    field("email", "agency", Agency, "contact.email"),
    field("address", "agency", Agency, "contact.address"),
    field("licence", "agency", Agency, "licence"),
    field("updated_on", "agency", Agency, "updated_on"),
    figure(
        *("sample", "ข้อมูลสมมติ", "true คือแต่งขึ้นเพื่อแสดงวิธีใช้ ไม่ใช่ข้อมูลของหน่วยงานจริง", "Agency.sample"),
        kind=FLAG,
    ),
)


def _agency(facts: AgencyFacts) -> Iterator[Record]:
    agency = facts.agency
    places = {"district": district_of(agency), "province": province_of(agency)}
    yield {"agency_id": agency_id(facts), "agency": agency, "sample": agency.sample, **places}


OF_MEASURE: Final = (ID, YEAR, DONE_IN, MEASURE)
NAMED: Final = (
    field("measure_id", "measure", Measure, "id"),
    field("measure_id", "report", Report, "measure"),
)
"""What `measure_id` stands for already."""
WHEN: Final = (
    figure("starts_on", "เริ่ม", "วันแรกของระยะเวลาเท่าที่อ่านได้ (ค.ศ.)", kind=DAY),
    figure("ends_on", "สิ้นสุด", "วันสุดท้ายของระยะเวลาเท่าที่อ่านได้ (ค.ศ.)", kind=DAY),
)
PROMISE: Final = (
    *OF_MEASURE,
    _order("measure_order", "ลำดับ", "ลำดับของมาตรการในปี"),
    field("title", "measure", Measure, "titles"),
    *group_columns("Measure"),
    STANDING,
    *WHEN,
)


def _each_measure(facts: AgencyFacts) -> Iterator[tuple[MeasureReports, Record]]:
    """Every measure of every year, with the cells that tell it apart."""
    for year in facts.years:
        for order, entry in enumerate(measure_reports(year), start=1):
            keys = {
                "agency_id": agency_id(facts),
                "assessment_year": year.year,
                "implementation_year": year.implementation_year,
                "measure_id": entry.measure.id,
                "measure_order": order,
            }
            yield entry, keys


def _measures(facts: AgencyFacts) -> Iterator[Record]:
    for entry, keys in _each_measure(facts):
        measure = entry.measure
        yield {
            **keys,
            "measure": measure,
            "standing": entry.standing,
            **group_cells(measure),
            **_span(measure.timeframes),
        }


def _span(timeframes: Iterable[Timeframe]) -> Record:
    """The first and last day of what was understood."""
    starts = [it.start.first_day() for it in timeframes if it.start]
    ends = [it.end.last_day() for it in timeframes if it.end]
    return {"starts_on": min(starts, default=None), "ends_on": max(ends, default=None)}


STEP: Final = (
    *(ID, YEAR, MEASURE),
    _order("step_order", "ขั้นตอนที่", "ลำดับของขั้นตอนในมาตรการ"),
    *WHEN,
)


def _steps(facts: AgencyFacts) -> Iterator[Record]:
    for entry, keys in _each_measure(facts):
        for order, step in enumerate(entry.measure.steps, start=1):
            yield {**keys, "step_order": order, "step": step, **_span(step.timeframes)}


REPORT_ORDER: Final = _order("report_order", "รายงานที่", "ลำดับของรายงานในมาตรการ")
OF_REPORT: Final = (
    *OF_MEASURE,
    REPORT_ORDER,
    field("round_months", "report", Report, "round"),
)
REPORT: Final = (
    *OF_REPORT,
    figure("evidence", "หลักฐาน", "ลิงก์ ไฟล์ หรือชื่อของหลักฐาน"),
)
APART: Final = ("Report.outcomes", "Report.evidence", "Report.reached", "Report.pictures")


def _reports(facts: AgencyFacts) -> Iterator[Record]:
    for entry, keys in _each_measure(facts):
        for order, report in enumerate(entry.reports, start=1):
            shown = tuple(item.url or item.file or item.title for item in report.evidence)
            yield {**keys, "report_order": order, "report": report, "evidence": shown}


OUTCOME_ORDER: Final = _order("outcome_order", "ผลลัพธ์ที่", "ลำดับของผลลัพธ์ในรายงาน")


def _outcomes(facts: AgencyFacts) -> Iterator[Record]:
    for found in _reports(facts):
        for order, outcome in enumerate(found["report"].outcomes, start=1):
            yield {**found, "outcome_order": order, "outcome": outcome}


METRIC_ORDER: Final = _order("metric_order", "ตัวเลขที่", "ลำดับของตัวเลขในผลลัพธ์")


def _metrics(facts: AgencyFacts) -> Iterator[Record]:
    for found in _outcomes(facts):
        for order, metric in enumerate(found["outcome"].metrics, start=1):
            yield {**found, "metric_order": order, "metric": metric}


def _of_each_year(table: Table, facts: AgencyFacts) -> Iterator[Record]:
    """The records of a table that is made for each year."""
    for year in facts.years:
        keys = {"agency_id": agency_id(facts), "assessment_year": year.year}
        for order, record in enumerate(table.records(facts, year), start=1):
            yield {"score_order": order, **keys, **record}


def _channels(facts: AgencyFacts) -> Iterator[Record]:
    for order, record in enumerate(CHANNELS.records(facts), start=1):
        yield {"agency_id": agency_id(facts), "channel_order": order, **record}


_MEASURE_KEY: Final = ("agency_id", "assessment_year", "measure_id")
_REPORT_KEY: Final = (*_MEASURE_KEY, "report_order")
_OUTCOME_KEY: Final = (*_REPORT_KEY, "outcome_order")
_AGENCY: Final = ("agencies", ("agency_id",))

AGENCIES: Final = Tidy(Table("agencies", "หน่วยงาน", WHO, _agency), ("agency_id",))
MEASURES: Final = Tidy(
    Table(
        "measures",
        "มาตรการ",
        (
            *PROMISE,
            *fields_of(
                "measure",
                Measure,
                besides=[*PROMISE, *NAMED],
                apart=["Measure.steps", "Measure.targets"],
            ),
        ),
        _measures,
    ),
    _MEASURE_KEY,
    *_AGENCY,
)
STEPS: Final = Tidy(
    Table("steps", "ขั้นตอน", (*STEP, *fields_of("step", Step)), _steps),
    (*_MEASURE_KEY, "step_order"),
    *("measures", _MEASURE_KEY),
)
REPORTS: Final = Tidy(
    Table(
        "reports",
        "รายงานผล",
        (*REPORT, *fields_of("report", Report, besides=[*REPORT, *NAMED], apart=APART)),
        _reports,
    ),
    _REPORT_KEY,
    *("measures", _MEASURE_KEY),
)
OUTCOMES: Final = Tidy(
    Table(
        "outcomes",
        "ผลลัพธ์",
        (*OF_REPORT, OUTCOME_ORDER, *fields_of("outcome", Outcome, apart=["Outcome.metrics"])),
        _outcomes,
    ),
    _OUTCOME_KEY,
    *("reports", _REPORT_KEY),
)
METRICS: Final = Tidy(
    Table(
        "metrics",
        "ตัวเลขประกอบผลลัพธ์",
        (*OF_REPORT, OUTCOME_ORDER, METRIC_ORDER, *fields_of("metric", Metric)),
        _metrics,
    ),
    (*_OUTCOME_KEY, "metric_order"),
    *("outcomes", _OUTCOME_KEY),
)
SCORE_ORDER: Final = _order("score_order", "ลำดับ", "ลำดับของคะแนนในปี")
SCORES_OF_ALL: Final = Tidy(
    Table(
        SCORES.name,
        SCORES.title,
        (ID, YEAR, SCORE_ORDER, *SCORES.columns),
        lambda facts: _of_each_year(SCORES, facts),
    ),
    ("agency_id", "assessment_year", "score_order"),
    *_AGENCY,
)
FINDINGS: Final = Tidy(
    Table(
        "findings",
        "ข้อค้นพบและการวิเคราะห์",
        (ID, YEAR, *ANALYSIS.columns),
        lambda facts: _of_each_year(ANALYSIS, facts),
    ),
    ("agency_id", "assessment_year", "kind", "order"),
    *_AGENCY,
)
CHANNELS_OF_ALL: Final = Tidy(
    Table(
        CHANNELS.name,
        CHANNELS.title,
        (ID, _order("channel_order", "ลำดับ", "ลำดับของช่องทาง"), *CHANNELS.columns),
        _channels,
    ),
    ("agency_id", "channel_order"),
    *_AGENCY,
)

TIDY: Final = (
    *(AGENCIES, MEASURES, STEPS, REPORTS, OUTCOMES, METRICS),
    *(SCORES_OF_ALL, FINDINGS, CHANNELS_OF_ALL),
)
