"""The analysis of a result with the measures that follow from it (the measures item)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.rules.figures.numbering import numbered
from ita_site.site.documents.official_table import OfficialTable, measures_table
from ita_site.site.pages.text import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.assessment import Analysis, Assessment, Question
    from ita_site.site.documents.paper import Paper
    from ita_site.site.pages.view import AgencyView
    from ita_site.site.pages.year_view import YearView

POINTS = {
    "summaries": ("เครื่องมือ", "สรุปผลการวิเคราะห์"),
    "findings": ("ประเด็น", "ข้อค้นพบ"),
    "urgent_fixes": ("ประเด็น", "ข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน"),
    "improvements": ("ประเด็น", "ประเด็นที่ต้องพัฒนาให้ดีขึ้น"),
    "recommendations": ("เครื่องมือ", "ข้อเสนอแนะ"),
}
MEASURES = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
"""What agencies call them, whatever the item is called in its year."""
ITA = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"


def title_of(year: YearView) -> str:
    """What the paper is called."""
    facts = year.facts
    return (
        f"การวิเคราะห์ผล{ITA} ประจำปีงบประมาณ พ.ศ. {facts.result_year} "
        f"และ{MEASURES} ประจำปีงบประมาณ พ.ศ. {facts.implementation_year}"
    )


def write(paper: Paper, view: AgencyView, year: YearView) -> None:
    """Set the whole paper."""
    facts = year.facts
    _head(paper, view, year)
    for part in facts.info.background:
        paper.heading(part.title or "หลักการและเหตุผล")
        paper.prose(part.text)
    if facts.assessment:
        _result(paper, view, year, facts.assessment)
        _points(paper, year, facts.assessment.analysis)
        _limitations(paper, facts.assessment)
    paper.turn(is_wide=True)
    paper.line(
        f"{MEASURES} ประจำปีงบประมาณ พ.ศ. {facts.implementation_year}",
        bold=True,
        centred=True,
    )
    paper.table(measures_table(year))


def _head(paper: Paper, view: AgencyView, year: YearView) -> None:
    facts = year.facts
    for text in (
        f"การวิเคราะห์ผล{ITA}",
        f"ประจำปีงบประมาณ พ.ศ. {facts.result_year}",
        f"และ{MEASURES}",
        f"ประจำปีงบประมาณ พ.ศ. {facts.implementation_year}",
        view.facts.agency.name,
        " ".join(filter(None, (view.facts.agency.district, view.facts.agency.province))),
    ):
        if text:
            paper.line(text, bold=True, size=18, centred=True)
    if facts.info.prepared_by:
        paper.line(f"จัดทำโดย {facts.info.prepared_by}", centred=True)
    paper.line()


def _result(paper: Paper, view: AgencyView, year: YearView, assessment: Assessment) -> None:
    if scores := year.scores:
        paper.heading(f"ผลการประเมิน ปีงบประมาณ พ.ศ. {year.facts.result_year}")
        if scores.total is not None:
            level = f" ระดับผลการประเมิน {scores.rating}" if scores.rating else ""
            paper.prose(f"{view.facts.agency.name}มีผลคะแนนรวม {number(scores.total)} คะแนน{level}")
        rows = [
            (f"{one.name} ({one.code})", number(one.score))
            for one in scores.instruments
            if one.score is not None
        ]
        _scores(paper, "เครื่องมือ", rows)
        _scores(
            paper,
            "ตัวชี้วัด",
            [
                (f"{one.indicator.no}. {one.indicator.name}", number(one.fact.score))
                for one in scores.indicators
            ],
        )
    if assessment.questions:
        paper.heading("ข้อคำถามที่นำมาวิเคราะห์")
        paper.table(_questions(assessment.questions))


def _scores(paper: Paper, what: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        cells = tuple(((name,), (score,)) for name, score in rows)
        paper.table(OfficialTable((what, "ผลคะแนน (ร้อยละ)"), cells))
        paper.line()


def _questions(questions: tuple[Question, ...]) -> OfficialTable:
    """With the columns in which something stands."""
    columns = {
        "หัวข้อการประเมิน": [tuple(_question(one)) for one in questions],
        "คะแนน": [tuple(_score(one)) for one in questions],
        "แนวทาง/มาตรการ": [
            tuple(f"{at}. {text}" for at, text in enumerate(one.guidelines, 1)) for one in questions
        ],
    }
    kept = {name: cells for name, cells in columns.items() if any(any(cell) for cell in cells)}
    rows = tuple(zip(*kept.values(), strict=True))
    return OfficialTable(tuple(kept), rows)


def _question(question: Question) -> Iterator[str]:
    yield f"{question.code} {question.text or ''}".strip()
    yield from (f"- {part.text}" for part in question.sub_items)


def _score(question: Question) -> Iterator[str]:
    scores = (question.score, *(part.score for part in question.sub_items))
    yield from ("" if score is None else number(score) for score in scores)


def _points(paper: Paper, year: YearView, analysis: Analysis) -> None:
    for name, (of_what, heading) in POINTS.items():
        if points := getattr(analysis, name):
            paper.heading(heading)
            labels = [year.group_label(point) for point in points]
            texts = numbered(points, [point.text for point in points])
            grouped = any(labels)
            rows = tuple(
                ((label,), (text,)) if grouped else ((text,),)
                for label, text in zip(labels, texts, strict=True)
            )
            paper.table(OfficialTable((of_what, heading) if grouped else (heading,), rows))
            paper.line()


def _limitations(paper: Paper, assessment: Assessment) -> None:
    limits = assessment.limitations
    if not limits.items:
        return
    when = f" ปีงบประมาณ พ.ศ. {limits.year}" if limits.year else ""
    when += f" (รอบ {limits.round} เดือน)" if limits.round else ""
    paper.heading(f"การวิเคราะห์ข้อจำกัดของหน่วยงานในการดำเนินการประเมิน{when}")
    for text in numbered(limits.items, [limitation.text for limitation in limits.items]):
        paper.prose(" ".join(text.split()))
