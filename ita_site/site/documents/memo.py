"""The memo (บันทึกข้อความ) that puts measures or a report before the executive.

What the year's data say of the memo stands in it; what they do not is left to be written, or,
where it follows from other facts, proposed. Nobody is named: who signs writes the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.model.year import Memo, Purpose
from ita_site.site.documents import analysis, report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.model.year import YearInfo
    from ita_site.site.documents.paper import Paper
    from ita_site.site.pages.view import AgencyView
    from ita_site.site.pages.year_view import YearView

TITLE = 29
EMBLEM = 0.5
"""Centimetres above the title, which with it are the 1.5 of the Garuda at its left."""
PAST, FACTS = "เรื่องเดิม", "ข้อเท็จจริง"
PROPOSAL = "ข้อเสนอเพื่อโปรดพิจารณา"
CHOICES = ("(   ) เห็นชอบ   (   ) ไม่เห็นชอบ", "." * 50)


def memo_of(info: YearInfo, months: int | None) -> Memo:
    """The year's memo for a round's report, else for its measures; an empty one to fill in."""
    purpose = Purpose.REPORT if months else Purpose.MEASURES
    fitting = [one for one in info.all_memos if (one.purpose, one.round) == (purpose, months)]
    unsaid = [one for one in info.all_memos if one.purpose is None]
    return next(iter([*fitting, *unsaid]), Memo())


def write(paper: Paper, view: AgencyView, year: YearView, months: int | None) -> None:
    """Set the memo; the emblem's place is left empty."""
    memo = memo_of(year.facts.info, months)
    paper.line("บันทึกข้อความ", bold=True, size=TITLE, centred=True, emblem=EMBLEM)
    _head(paper, memo, year, months)
    for heading, parts in _body(view, year, memo, months):
        paper.heading(heading)
        for text in parts:
            paper.prose(text, stays=heading == PROPOSAL)
    paper.prose("จึงเรียนมาเพื่อโปรดพิจารณา", stays=True)
    asked = f"ความเห็นของ{memo.approved_by or 'ผู้บริหาร'}"
    paper.signatures((asked, *CHOICES), memo.approved_by or "", memo.signed_by or "")


def _head(paper: Paper, memo: Memo, year: YearView, months: int | None) -> None:
    unit = memo.unit or year.facts.info.prepared_by or ""
    phone = f" โทร. {memo.phone}" if memo.phone else ""
    paper.label(("ส่วนราชการ", f"{unit}{phone}".strip()))
    date = memo.date.long() if memo.date else ""
    paper.label(("ที่", memo.number or ""), ("วันที่", date))
    subject = report.title_of(year, months) if months else analysis.title_of(year)
    paper.label(("เรื่อง", memo.subject or subject))
    paper.rule()
    paper.label(("เรียน", memo.addressed_to or ""), ruled=False)


def _body(
    view: AgencyView, year: YearView, memo: Memo, months: int | None
) -> Iterator[tuple[str, Iterable[str]]]:
    """In the agency's own words where the year's background has them."""
    background = () if months else year.facts.info.background
    own = {part.title: [part.text] for part in background}
    yield PAST, own.get(PAST) or [_reason(year, months)]
    yield FACTS, own.get(FACTS) or _facts(view, year, memo, months)
    yield PROPOSAL, own.get(PROPOSAL) or [_proposal(year, months)]


def _reason(year: YearView, months: int | None) -> str:
    items = year.edition.items
    item = items.results if months else items.measures
    return (
        f"{analysis.ITA} ประจำปีงบประมาณ พ.ศ. {year.year} "
        f"กำหนดให้หน่วยงานเผยแพร่ข้อ {item.code} {item.title}"
    )


def _facts(view: AgencyView, year: YearView, memo: Memo, months: int | None) -> Iterator[str]:
    facts = year.facts
    who = memo.unit or facts.info.prepared_by or view.facts.agency.name
    count = len(facts.measures.measures)
    if months:
        reported = {one.measure for one in facts.progress.progress if one.round == months}
        yield (
            f"{who} รวบรวมผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. {facts.implementation_year} "
            f"{report.period(facts, months)} แล้ว มีรายงาน {len(reported)} เรื่อง "
            f"จากมาตรการทั้งหมด {count} เรื่อง รายละเอียดตามเอกสารแนบ"
        )
        return
    yield (
        f"{who} วิเคราะห์ผลการประเมินประจำปีงบประมาณ พ.ศ. {facts.result_year} และนำผลการวิเคราะห์"
        f"มากำหนดมาตรการ ประจำปีงบประมาณ พ.ศ. {facts.implementation_year} จำนวน {count} เรื่อง "
        "รายละเอียดตามเอกสารแนบ"
    )


def _proposal(year: YearView, months: int | None) -> str:
    facts = year.facts
    if months:
        return f"เห็นควรรับทราบและให้ความเห็นชอบรายงานผลรอบ {months} เดือน และให้เผยแพร่บนเว็บไซต์ของหน่วยงาน"
    return (
        f"เห็นควรให้ความเห็นชอบการวิเคราะห์ผลและมาตรการ ประจำปีงบประมาณ พ.ศ. "
        f"{facts.implementation_year} แจ้งผู้รับผิดชอบดำเนินการ และให้เผยแพร่บนเว็บไซต์ของหน่วยงาน"
    )
