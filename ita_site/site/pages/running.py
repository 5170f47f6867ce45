"""What runs above and below a printed item page: whose, which item and year, as of when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.facts.model.agency import Numerals
from ita_site.site.artifact import Artifact
from ita_site.site.pages.numerals import in_numerals
from ita_site.site.pages.text import date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.publication import YearFacts
    from ita_site.site.pages.view import AgencyView

TO_ESCAPE = re.compile(r'[\x00-\x1f"\\<>]')
COUNTED_IN_THAI = (
    '@page{@bottom-right{content:"หน้า " counter(page,thai) " จาก " counter(pages,thai)}}\n'
)


def print_stylesheets(view: AgencyView) -> Iterator[Artifact]:
    """A stylesheet beside each item page; its texts stand in the margins of ita.css."""
    for year in view.years:
        items, source = year.edition.items, year.covered or year.facts
        planned = f"ข้อ {items.measures.code} ปีงบประมาณ {year.facts.implementation_year}"
        yield _stylesheet(view, year.measures_address, planned, year.facts)
        done = f"ข้อ {items.results.code} ผลปีงบประมาณ {year.covered_year}"
        yield _stylesheet(view, year.results_address, done, source)


def _stylesheet(view: AgencyView, address: str, item: str, facts: YearFacts) -> Artifact:
    agency = view.facts.agency
    texts = {"agency-name": agency.name, "item": item, "date": as_of(view, facts)}
    properties = "".join(
        f"--ita-{name}:{_string(in_numerals(text, agency.numerals))};"
        for name, text in texts.items()
    )
    counted = COUNTED_IN_THAI if agency.numerals is Numerals.THAI else ""
    return Artifact(f"{address}print.css", f":root{{{properties}}}\n{counted}".encode())


def as_of(view: AgencyView, facts: YearFacts) -> str:
    """As of when the facts are; on what day the page was made when the agency does not say."""
    if facts.info.as_of:
        return f"ข้อมูล ณ {date(facts.info.as_of)}"
    if view.facts.agency.updated_on:
        return f"ปรับปรุงข้อมูล {date(view.facts.agency.updated_on)}"
    return f"จัดทำเอกสาร {date(view.today)}"


def _string(text: str) -> str:
    """As CSS writes a string."""
    return '"' + TO_ESCAPE.sub(lambda char: f"\\{ord(char[0]):x} ", text) + '"'
