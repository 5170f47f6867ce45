"""The pages for who takes the data along: every address, examples that run, every column."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from ita_site.site.downloads.dataset.catalogue import FILE as CATALOGUE
from ita_site.site.downloads.dataset.codes import CODES
from ita_site.site.downloads.dataset.files import CSV, PARQUET, forms
from ita_site.site.downloads.dataset.identity import FOLDER
from ita_site.site.downloads.dataset.package import FILE as PACKAGE
from ita_site.site.downloads.dataset.package import HOW
from ita_site.site.downloads.dataset.tables import TIDY
from ita_site.site.downloads.tables import CHANNELS, OF_YEAR, OIT
from ita_site.site.pages.environment import render
from ita_site.site.pages.page import Page

if TYPE_CHECKING:
    from ita_site.site.downloads.dataset.publisher import Publisher
    from ita_site.site.pages.page import Frame

API: Final = "api/"
COLUMNS: Final = "api/columns/"
SOMEWHERE: Final = "https://ที่อยู่ของเว็บไซต์นี้/"
"""Stands in examples for an address that nobody has said."""


class Example(NamedTuple):
    """An agency and a year of its that there are, for addresses of one agency and of one year.

    `prefix` is the agency's; `has_oit` whether the year has an index of all OIT items.
    """

    name: str
    prefix: str
    year: int | None
    has_oit: bool


class Address(NamedTuple):
    """A file below the site's root, and what it is."""

    path: str
    what: str


def api_page(frame: Frame, publisher: Publisher, example: Example | None, *, of_all: bool) -> Page:
    """Of an agency alone, or with `of_all` of a portal; `example` is None where it has none."""
    title = "ข้อมูลเปิดและวิธีนำไปใช้"
    description = "ตารางข้อมูล ITA ให้โหลดเป็น CSV และรูปแบบอื่น พร้อมตัวอย่างคำสั่งที่ใช้ได้จริง ไม่ต้องสมัคร"
    offered = forms(of_all=of_all)
    body = partial(
        render,
        "api.md.jinja",
        here=API,
        title=title,
        publisher=publisher,
        base=publisher.home or SOMEWHERE,
        tables=TIDY,
        forms=offered,
        folder=FOLDER,
        of_all=of_all,
        how=HOW,
        beside=tuple(_beside(publisher)),
        of_agency=tuple(_of_agency(example)) if example and of_all else (),
        of_year=tuple(_of_year(example)) if example and example.year else (),
        example_of=example,
        columns=COLUMNS,
        asked=PARQUET if PARQUET in offered else CSV,
    )
    return Page(API, "api", title, description, body, frame, nav_title="ข้อมูลเปิด")


def columns_page(frame: Frame) -> Page:
    """What each column of the tables of all years means."""
    title = "ความหมายของทุกคอลัมน์"
    description = "ความหมาย หน่วย และรหัสของทุกคอลัมน์ในตารางข้อมูลเปิด"
    titles = {tidy.name: tidy.table.title for tidy in TIDY}
    body = partial(
        render, "columns.md.jinja", here=COLUMNS, title=title, api=API, tables=TIDY, titles=titles
    )
    return Page(COLUMNS, "api", title, description, body, frame)


def _beside(publisher: Publisher) -> list[Address]:
    """What describes the tables."""
    found = [
        Address(f"{FOLDER}{PACKAGE}", "คำอธิบายทุกคอลัมน์ ไทยและอังกฤษ (Data Package)"),
        Address(f"{FOLDER}{CSV.file(CODES.name)}", "รหัสทุกตัวและความหมาย"),
    ]
    if publisher.home:
        found.append(Address(f"{FOLDER}{CATALOGUE}", "รายการชุดข้อมูลสำหรับบัญชีข้อมูลภาครัฐ (DCAT)"))
    return found


def _of_agency(example: Example) -> list[Address]:
    """The same of one agency of a portal."""
    folder = f"{example.prefix}{FOLDER}"
    tables = [Address(f"{folder}{CSV.file(tidy.name)}", tidy.table.title) for tidy in TIDY]
    return [*tables, Address(f"{folder}{PACKAGE}", "คำอธิบายทุกคอลัมน์")]


def _of_year(example: Example) -> list[Address]:
    """What stands at addresses of one year, as before there were tables of all years."""
    folder = f"{example.prefix}{example.year}/"
    return [
        Address(f"{folder}data.xlsx", "ทุกตารางของปี (Excel)"),
        Address(f"{folder}data.json", "ข้อมูลทั้งปี (JSON)"),
        *(
            Address(f"{folder}{CSV.file(table.name)}", table.title)
            for table in OF_YEAR
            if example.has_oit or table is not OIT
        ),
        Address(f"{example.prefix}{FOLDER}agency.json", "หน่วยงานและช่องทางร้องเรียน (JSON)"),
        Address(f"{example.prefix}complaints/{CSV.file(CHANNELS.name)}", CHANNELS.title),
        Address(f"{example.prefix}{FOLDER}columns.csv", "คำอธิบายคอลัมน์ของตารางของปี"),
    ]
