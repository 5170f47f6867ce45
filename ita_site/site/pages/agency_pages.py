"""The pages of one agency."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.facts.editions.load import national_channels
from ita_site.facts.model.year import YearInfo
from ita_site.rules.figures.handing_in import explanation
from ita_site.rules.figures.oit import groups, missing_codes, named_by_agency, spans
from ita_site.site.pages.agency_page import agency_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.edition import Item
    from ita_site.facts.model.oit import OitIndex
    from ita_site.facts.model.publication import YearFacts
    from ita_site.rules.figures.criteria import Verdict, Verdicts
    from ita_site.site.pages.page import Page
    from ita_site.site.pages.view import AgencyView
    from ita_site.site.pages.year_view import YearView


def agency_pages(view: AgencyView) -> Iterator[Page]:
    """Every page of an agency that shows its facts, in the order of its navigation."""
    yield home(view)
    for year in view.years:
        yield year_page(view, year)
        yield measures_page(view, year)
        yield results_page(view, year)
        if year.has_progress:
            yield progress_page(view, year)
        if year.facts.oit:
            yield oit_page(view, year, year.facts.oit)
    if view.history:
        yield history_page(view)
    yield eit_page(view)
    yield complaints_page(view)


def home(view: AgencyView) -> Page:
    """The current year at a glance."""
    name = view.facts.agency.name
    return agency_page(
        view,
        view.facts.prefix,
        "home",
        title="ทำตามที่บอกไว้แค่ไหน",
        description=f"{name} ทำตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสถึงไหนแล้ว "
        "คะแนน ITA แบบวัด EIT และช่องทางร้องเรียน",
        file="agency.yml",
        nav_title="หน้าแรก",
        year=view.current,
    )


def year_page(view: AgencyView, year: YearView) -> Page:
    """What a year has: both items, the survey, the data."""
    name = view.facts.agency.name
    return agency_page(
        view,
        year.address,
        "year",
        title=f"การประเมิน ITA ปี {year.year}",
        description=f"มาตรการ ผลการดำเนินการ และข้อมูลเปิดของ{name} ปีประเมิน {year.year}",
        file=_data_file(year.facts, "year.yml"),
        nav_title=f"ภาพรวมปี {year.year}",
        year=year,
    )


def measures_page(view: AgencyView, year: YearView) -> Page:
    """What was found last year and what will be done."""
    item, facts = year.edition.items.measures, year.facts
    return agency_page(
        view,
        year.measures_address,
        "measures",
        title=f"พบอะไร จะทำอะไร: มาตรการปี {facts.implementation_year}",
        description=f"{item.title} ข้อ {item.code} {view.facts.agency.name} "
        f"วิเคราะห์ผล ITA ปี {facts.result_year} และมาตรการปี {facts.implementation_year}",
        file=_data_file(facts, "measures.yml"),
        item=item,
        nav_title=f"มาตรการ ({item.code})",
        year=year,
    )


def results_page(view: AgencyView, year: YearView) -> Page:
    """What came of the measures."""
    item = year.edition.items.results
    source = year.covered or year.facts
    return agency_page(
        view,
        year.results_address,
        "results",
        title=_asked_again(year)
        if year.told_elsewhere
        else f"ทำแล้วเป็นอย่างไร: ผลตามมาตรการปี {year.covered_year}",
        description=f"{item.title} ข้อ {item.code} {view.facts.agency.name} "
        f"ผลการดำเนินการปีงบประมาณ {year.covered_year} รายมาตรการ",
        file=_data_file(source, "progress.yml"),
        item=item,
        nav_title=f"ผลการดำเนินการ ({item.code})",
        year=year,
    )


def _asked_again(year: YearView) -> str:
    """No two pages are called the same: an earlier round's page tells these results."""
    return f"ถามอีกในรอบปี {year.year}: ผลตามมาตรการปี {year.covered_year}"


def progress_page(view: AgencyView, year: YearView) -> Page:
    """How far the year's own measures are, which no results item asks for yet."""
    facts = year.facts
    return agency_page(
        view,
        year.progress_address,
        "progress",
        title=f"ทำถึงไหนแล้ว: ความก้าวหน้าปี {facts.implementation_year}",
        description=f"ความก้าวหน้าของมาตรการปีงบประมาณ {facts.implementation_year} "
        f"ของ{view.facts.agency.name} ทีละมาตรการ ทีละรอบ",
        file=_data_file(facts, "progress.yml"),
        nav_title=f"ความก้าวหน้าปี {facts.implementation_year}",
        year=year,
    )


def oit_page(view: AgencyView, year: YearView, index: OitIndex) -> Page:
    """Where each item that the agency has to publish is to be seen."""
    missing = missing_codes(view.facts, year.facts)
    return agency_page(
        view,
        year.oit_address,
        "oit",
        title=f"ข้อมูลไหนดูได้ที่ไหน: รายการ OIT ปี {year.year}",
        description=f"ที่อยู่ของข้อมูลสาธารณะทุกข้อ (OIT) ของ{view.facts.agency.name} "
        f"ปีประเมิน {year.year} และดูตรงไหนของแต่ละหน้า",
        file=f"{year.year}/oit.yml",
        nav_title="ข้อมูลทุกข้อ (OIT)",
        year=year,
        note=index.note,
        groups=list(groups(year.oit_rows)),
        opened=[row for row in year.oit_rows if row.places],
        closed=[row for row in year.oit_rows if not row.places],
        missing=spans(missing),
        named=spans(named_by_agency(year.facts)),
        filled=spans(row.code for row in year.oit_rows if row.filled_in),
    )


def checklist_page(view: AgencyView, year: YearView, verdicts: Verdicts) -> Page:
    """Where each criterion of both items stands, for the assessor and the officer."""
    items = year.edition.items
    page = agency_page(
        view,
        year.checklist_address,
        "checklist",
        title=f"ตรวจตามเกณฑ์ปี {year.year}",
        description=f"แต่ละเกณฑ์ของข้อ {items.measures.code} และ {items.results.code} "
        f"ปี {year.year} อยู่ตรงไหนบนเว็บไซต์ของ{view.facts.agency.name}",
        file=_data_file(year.facts, "year.yml"),
        nav_title=f"ตรวจตามเกณฑ์ {year.year}",
        year=year,
        items=[
            (item, judged, _explanation(view, year, item, judged))
            for item in (items.measures, items.results)
            for judged in [verdicts.of_item(item)]
        ],
        notices=verdicts.notices,
    )
    return replace(page, searchable=False)


def _explanation(
    view: AgencyView, year: YearView, item: Item, verdicts: tuple[Verdict, ...]
) -> str:
    """What to paste beside the item's address; empty while nobody says where the site stands."""
    url = view.published_at(f"{year.address}{item.slug}/")
    return explanation(f"ข้อ {item.code} {item.title}", url, verdicts) if "://" in url else ""


def history_page(view: AgencyView) -> Page:
    """What several years tell together."""
    name = view.facts.agency.name
    return agency_page(
        view,
        view.history_address,
        "history",
        title=f"ดีขึ้นไหม: ผลย้อนหลัง {len(view.years)} ปี",
        description=f"คะแนน ITA ของ{name} เพิ่มหรือลด จุดอ่อนใดกลับมาอีก และมาตรการใดทำต่อจากปีก่อน",
        file=f"{view.years[0].year}/assessment.yml",
        nav_title="ดูย้อนหลัง",
        history=view.history,
    )


def eit_page(view: AgencyView) -> Page:
    """The public survey: link, code, window."""
    name = view.facts.agency.name
    surveyed = view.surveyed
    return agency_page(
        view,
        f"{view.facts.prefix}eit/",
        "eit",
        title="ให้คะแนนการทำงานของเรา",
        description=f"ลิงก์และคิวอาร์โค้ดแบบวัด EIT ของ{name} สำหรับผู้รับบริการหรือผู้มาติดต่อ",
        file=f"{surveyed.year}/year.yml" if surveyed else "agency.yml",
        nav_title="แบบวัด EIT",
        year=surveyed,
    )


def complaints_page(view: AgencyView) -> Page:
    """Where to report corruption, and how whoever reports is protected."""
    name = view.facts.agency.name
    return agency_page(
        view,
        f"{view.facts.prefix}complaints/",
        "complaints",
        title="แจ้งเรื่องทุจริตและประพฤติมิชอบ",
        description=f"ช่องทางแจ้งเรื่องทุจริตของเจ้าหน้าที่{name} ผู้รับเรื่อง ระยะเวลา และการคุ้มครองผู้แจ้ง",
        file="channels.yml",
        nav_title="แจ้งเรื่องทุจริต",
        channels=view.facts.channels,
        first=view.facts.channels.first,
        national=national_channels(),
    )


def _data_file(facts: YearFacts, name: str) -> str:
    """The year's file in which an officer mends a page: this one, or another that is there.

    A year may begin with its assessment alone.
    """
    has_measures = bool(facts.measures.measures)
    there = {
        "year.yml": facts.info != YearInfo(),
        "assessment.yml": facts.assessment is not None,
        "measures.yml": has_measures,
        "progress.yml": has_measures,
    }
    found = name if there[name] else next((other for other in there if there[other]), name)
    return f"{facts.year}/{found}"
