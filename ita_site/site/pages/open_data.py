"""The files beside the pages that hold the same facts as data, as a reader is offered them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ita_site.facts.model.labelled import Labelled
from ita_site.site.downloads.tables import year_tables

if TYPE_CHECKING:
    from ita_site.facts.model.publication import AgencyFacts
    from ita_site.site.pages.view import AgencyView
    from ita_site.site.pages.year_view import YearView


class Form(Labelled):
    """A kind of file, by its media type."""

    JSON = "application/json", "JSON"
    CSV = "text/csv", "CSV"
    ATOM = "application/atom+xml", "Atom"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"
    CALENDAR = "text/calendar", "ไฟล์ปฏิทิน"


class DataFile(NamedTuple):
    """A file: its address below the site's root, what it holds, and its kind."""

    address: str
    name: str
    form: Form


def year_files(year: YearView) -> tuple[DataFile, ...]:
    """The open data of a year."""
    at, tables = year.address, year_tables(year.facts)
    return (
        DataFile(f"{at}data.json", "ข้อมูลทั้งปี", Form.JSON),
        DataFile(f"{at}data.xlsx", "ทุกตารางของปี", Form.XLSX),
        *(DataFile(f"{at}{table.name}.csv", table.title, Form.CSV) for table in tables),
    )


def agency_files(agency: AgencyFacts) -> tuple[DataFile, ...]:
    """The open data of an agency that belongs to no year."""
    return (
        DataFile(f"{agency.prefix}data/agency.json", "หน่วยงานและช่องทางร้องเรียน", Form.JSON),
        DataFile(f"{agency.prefix}complaints/channels.csv", "ช่องทางร้องเรียน", Form.CSV),
    )


def page_files(view: AgencyView, kind: str, year: YearView | None) -> tuple[DataFile, ...]:
    """The files that hold what a kind of page shows; `year` is the one whose facts it shows."""
    followed = DataFile(f"{view.facts.prefix}data/progress.atom", "ติดตามรายงานใหม่", Form.ATOM)
    feed = (followed,) if view.has_feed and kind in ("home", "results") else ()
    dates = DataFile(f"{view.facts.prefix}due.ics", "กำหนดเวลาทั้งหมด", Form.CALENDAR)
    calendar = (dates,) if view.has_deadlines and kind == "checklist" else ()
    if kind == "changes":
        changes = DataFile(f"{view.changes_address}changes.atom", "ติดตามการแก้ไข", Form.ATOM)
        return (changes,) if view.has_changes_feed else ()
    if kind == "history":
        scored = view.history and len(view.history.trend.results) > 1
        table = DataFile(f"{view.history_address}history.csv", "คะแนนทุกปี", Form.CSV)
        return (table,) if scored else ()
    of_agency = agency_files(view.facts) if kind in ("home", "complaints") else ()
    of_year = year_files(year) if year else ()
    wanted = OF_KIND.get(kind, ())
    shown = (file for file in of_year if file.address.endswith(wanted))
    return (*shown, *of_agency, *feed, *calendar)


OF_KIND = {
    "home": ("data.json",),
    "eit": ("data.json",),
    "checklist": ("data.json",),
    "measures": ("data.json", "data.xlsx", "measures.csv", "scores.csv"),
    "results": ("data.json", "data.xlsx", "progress.csv"),
    "oit": ("oit.csv",),
}
"""The files of its year that a page names at its end; the year's own page lists all by itself."""
