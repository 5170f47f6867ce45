"""The order (คำสั่ง) by which the executive makes units answer for the measures.

By what power and of which day is the office's to write: no such fact is in the data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.rules.figures.numbering import measure_number
from ita_site.site.documents.analysis import MEASURES
from ita_site.site.documents.official_table import OfficialTable

if TYPE_CHECKING:
    from ita_site.facts.model.measures import Measure
    from ita_site.site.documents.paper import Paper
    from ita_site.site.pages.view import AgencyView
    from ita_site.site.pages.year_view import YearView

DOTS = "." * 50
EMBLEM = 3
"""Centimetres for the Garuda above an order (สำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ)."""


def write(paper: Paper, view: AgencyView, year: YearView) -> None:
    """Set the order; the emblem's place is left empty."""
    facts, name = year.facts, view.facts.agency.name
    fiscal = f"ประจำปีงบประมาณ พ.ศ. {facts.implementation_year}"
    paper.line(f"คำสั่ง{name}", bold=True, size=18, centred=True, emblem=EMBLEM)
    paper.line("ที่ ......../" + "." * 8, centred=True)
    paper.line(f"เรื่อง มอบหมายผู้รับผิดชอบตาม{MEASURES} {fiscal}", centred=True)
    paper.line("." * 20, centred=True)
    paper.prose(
        f"เพื่อให้การดำเนินการตาม{MEASURES}ของ{name} {fiscal} เป็นไปด้วยความเรียบร้อย "
        f"อาศัยอำนาจตามความใน{DOTS} จึงมอบหมายให้ส่วนราชการรับผิดชอบดังนี้"
    )
    paper.table(_duties(year))
    paper.prose("ให้ผู้ได้รับมอบหมายดำเนินการตามขั้นตอนที่กำหนด กำกับติดตาม และรายงานผลตามรอบที่กำหนดไว้ในมาตรการ")
    paper.prose("ทั้งนี้ ตั้งแต่วันที่ " + "." * 30)
    paper.line(f"สั่ง ณ วันที่ {'.' * 12} พ.ศ. {'.' * 10}", centred=True)
    paper.signature("")


def _duties(year: YearView) -> OfficialTable:
    """Each unit once, in the order in which the measures name them, with all of its measures."""
    duties: dict[str, list[str]] = {}
    for at, measure in enumerate(year.facts.measures.measures, 1):
        named = (*measure.units, *(unit for step in measure.steps for unit in step.units))
        for name in dict.fromkeys(unit.name for unit in named):
            duties.setdefault(name, []).append(_called(year, measure, at))
    rows = tuple(((name,), tuple(measures)) for name, measures in duties.items())
    return OfficialTable(("ส่วนราชการ", "มาตรการที่รับผิดชอบ"), rows)


def _called(year: YearView, measure: Measure, at: int) -> str:
    """Its number and all its names; as on the page where it has none."""
    names = " และ".join(measure.titles) or year.heading(measure, at)
    return f"{measure_number(measure, at, year.facts)} {names}".strip()
