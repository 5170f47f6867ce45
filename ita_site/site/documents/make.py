"""One of the papers an office signs, from the facts of a year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.facts.model.agency import Numerals
from ita_site.facts.model.labelled import Labelled
from ita_site.facts.problems import DataError, Problem
from ita_site.site.documents import analysis, index, memo, order, report
from ita_site.site.documents.paper import Paper

if TYPE_CHECKING:
    from ita_site.rules.figures.criteria import Verdicts
    from ita_site.site.pages.view import AgencyView
    from ita_site.site.pages.year_view import YearView


class Kind(Labelled):
    """Which paper."""

    MEASURES = "measures", "การวิเคราะห์ผลและมาตรการ"
    REPORT = "report", "รายงานผลการดำเนินการ"
    MEMO = "memo", "บันทึกข้อความ"
    ORDER = "order", "คำสั่งมอบหมาย"
    INDEX = "index", "ที่อยู่และคำอธิบายทุกข้อ OIT"


OF_MEASURES = (Kind.MEASURES, Kind.REPORT, Kind.MEMO, Kind.ORDER)


def find_year(view: AgencyView, year: int) -> YearView:
    """The year of an agency.

    Raises:
        DataError: ITA726 with the years there are.
    """
    found = next((one for one in view.years if one.year == year), None)
    if found is None:
        years = ", ".join(str(one.year) for one in view.years)
        raise DataError([_fault("ITA726", view.facts.folder, value=str(year), choices=years)])
    return found


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which paper is wanted, of which round; `numerals` go before those the agency chose."""

    kind: Kind
    months: int | None = None
    numerals: Numerals | None = None


def make(wanted: Wanted, view: AgencyView, year: YearView, verdicts: Verdicts) -> bytes:
    """The paper as a Word file.

    Raises:
        DataError: ITA727 where that round has no report, ITA728 where there is nothing to set.
    """
    kind, months = wanted.kind, wanted.months
    if faults := _faults(view, year, kind, months):
        raise DataError(faults)
    chosen = wanted.numerals or view.facts.agency.numerals
    paper = Paper(thai=chosen is Numerals.THAI)
    if kind is Kind.MEASURES:
        analysis.write(paper, view, year)
    elif kind is Kind.REPORT:
        report.write(paper, view, year, months)
    elif kind is Kind.MEMO:
        memo.write(paper, view, year, months)
    elif kind is Kind.ORDER:
        order.write(paper, view, year)
    else:
        index.write(paper, view, year, verdicts)
    title = f"{kind.label} ปี {year.year}"
    return paper.content(title, view.facts.agency.name, year.today.to_date())


def _faults(view: AgencyView, year: YearView, kind: Kind, months: int | None) -> list[Problem]:
    folder = f"{view.facts.folder}/{year.year}"
    if kind in OF_MEASURES and not year.facts.measures.measures:
        return [_fault("ITA728", f"{folder}/measures.yml", year=str(year.year), value=kind.label)]
    made = sorted({one.round for one in year.facts.progress.progress if one.round})
    if months and kind in (Kind.REPORT, Kind.MEMO) and months not in made:
        rounds = ", ".join(map(str, made)) or "ไม่มี"
        return [_fault("ITA727", f"{folder}/progress.yml", value=str(months), choices=rounds)]
    if kind is Kind.REPORT and not year.facts.progress.progress:
        return [_fault("ITA728", f"{folder}/progress.yml", year=str(year.year), value=kind.label)]
    return []


def _fault(code: str, file: str, **details: str) -> Problem:
    return Problem(file, 1, 1, code, "", details)
