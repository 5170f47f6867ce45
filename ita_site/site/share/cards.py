"""What stands on the pictures: a year's or a measure's figures, and nothing that is not a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.decimals import PER_CENT, format_number
from ita_site.rules.figures.gist import measure_gist
from ita_site.rules.figures.status import Standing
from ita_site.site.pages.numerals import TO
from ita_site.site.share.picture import Card, Told, is_drawable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.rules.figures.gist import Moved
    from ita_site.rules.figures.status import MeasureReports, Tally
    from ita_site.site.pages.view import AgencyView
    from ita_site.site.pages.year_view import YearView

COLOUR: Final = (22, 50, 92)
"""Of agencies that name none (`ita.css`)."""
SAMPLE: Final = "ข้อมูลสาธิตของหน่วยงานสมมติ ไม่ใช่ข้อมูลราชการ"


def year_card(view: AgencyView, year: YearView) -> Card:
    """How far what was promised is, and what the assessment gave."""
    told: list[Told] = []
    if year.reports:
        told += _kept(year.tally, year.covered_year)
    elif year.own_reports:
        told += _kept(year.own_tally, year.facts.implementation_year)
    if year.scores and year.scores.total is not None:
        total = f"{format_number(year.scores.total)} คะแนน"
        told.append(Told(f"ผลประเมิน ITA ปี {year.facts.result_year}", total))
    return _card(view, f"ปีประเมิน {year.year}", "ทำตามที่สัญญาไว้แค่ไหน", told, "")


def _kept(tally: Tally, year: int) -> Iterator[Told]:
    if tally.count(Standing.NOT_REPORTED) == tally.total:
        yield Told(f"สัญญาไว้ปี {year} เว็บไซต์นี้ยังไม่มีรายงานผล", f"{tally.total} เรื่อง")
    else:
        done = f"{tally.count(Standing.DONE)} จาก {tally.total} เรื่อง"
        yield Told(f"สัญญาปี {year} รายงานว่าเสร็จแล้ว", done)


def measure_card(view: AgencyView, year: YearView, entry: MeasureReports, number: int) -> Card:
    """What a measure is called, how far it is, and the first figure that it tells."""
    title = year.heading(entry.measure, number)
    title = title if is_drawable(title) else f"มาตรการที่ {number}"
    gist = measure_gist(entry)
    told = [moved_figure(gist.moved)] if gist.moved else []
    corner = f"มาตรการปี {year.facts.implementation_year} {entry.standing.label}"
    return _card(view, corner, title, told, "" if told else gist.text)


def moved_figure(moved: Moved) -> Told:
    """A figure as it stands on a picture; a unit before the number stands with its name."""
    if moved.unit == PER_CENT:
        return Told(f"{moved.name} ({PER_CENT})", moved.after, moved.before)
    has_unit = not moved.unit or moved.unit in moved.after
    return Told(
        moved.name, moved.after if has_unit else f"{moved.after} {moved.unit}", moved.before
    )


def _card(view: AgencyView, corner: str, title: str, told: list[Told], note: str) -> Card:
    agency = view.facts.agency
    colour = agency.colour
    shown = tuple(one for one in told if all(map(is_drawable, one)))
    convert = TO[agency.numerals] if agency.numerals else str
    return Card(
        agency.name if is_drawable(agency.name) else "",
        convert(corner),
        convert(title),
        tuple(Told(*map(convert, one)) for one in shown),
        convert(note) if is_drawable(note) else "",
        SAMPLE if agency.sample else "",
        (colour.red, colour.green, colour.blue) if colour else COLOUR,
    )
