"""The tables of the result: scores of a year and of all, what was read from it, what conflicts."""

from __future__ import annotations

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
from ita_site.facts.model.described import label_of
from ita_site.facts.model.kinds import ORDER, POINTS, of_choices
from ita_site.facts.model.labelled import Labelled
from ita_site.site.downloads.table import (
    RESULT,
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
    from ita_site.rules.figures.trend import Trend
    from ita_site.site.downloads.table import Record


class Level(Labelled):
    """What a score is of."""

    TOTAL = "total", "คะแนนรวม"
    INSTRUMENT = "instrument", "เครื่องมือ"
    INDICATOR = "indicator", "ตัวชี้วัด"
    QUESTION = "question", "ข้อคำถาม"
    SUB_ITEM = "sub_item", "ข้อย่อย"


ENTRIES: Final = (Total, InstrumentScore, IndicatorScore, Question, SubItem)
SCORE: Final = (
    RESULT,
    figure(
        *("level", "ระดับ", "คะแนนของภาพรวม เครื่องมือ ตัวชี้วัด ข้อคำถาม หรือข้อย่อย"),
        kind=of_choices(Level),
    ),
    figure("code", "รหัส", "", "InstrumentScore.code", "IndicatorScore.no", "Question.code"),
    figure("name", "ชื่อหรือข้อความ", "", "Total.rating_as_printed", "Question.text", "SubItem.text"),
    figure("score", "คะแนน", "", *(f"{model.__name__}.score" for model in ENTRIES), kind=POINTS),
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
    figure(
        *("kind", "เรื่อง", "สรุป จุดอ่อน ประเด็นพัฒนา ข้อค้นพบ ข้อเสนอแนะ หรือข้อจำกัด"),
        kind=of_choices(PointKind),
    ),
    figure("order", "ลำดับ", "ลำดับในเรื่องเดียวกัน", kind=ORDER),
    *group_columns("Point"),
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
                **group_cells(point),
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
