"""The list of all OIT items, as the assessment system asks for them: address and explanation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.facts.model.oit import OitIndex
from ita_site.rules.figures.handing_in import explanation
from ita_site.rules.figures.oit import index_rows, item_codes, official_title, own_items
from ita_site.site.documents.official_table import OfficialTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.rules.figures.criteria import Verdicts
    from ita_site.rules.figures.oit import Row
    from ita_site.site.documents.paper import Paper
    from ita_site.site.pages.view import AgencyView
    from ita_site.site.pages.year_view import YearView

NOT_GIVEN = "." * 20


def write(paper: Paper, view: AgencyView, year: YearView, verdicts: Verdicts) -> None:
    """Set the list; what is not known of an item is left to be written."""
    paper.lie_down()
    for text in (
        f"ที่อยู่และคำอธิบายของข้อมูลสาธารณะ (OIT) ประจำปีงบประมาณ พ.ศ. {year.year}",
        view.facts.agency.name,
    ):
        paper.line(text, bold=True, size=18, centred=True)
    paper.line()
    rows = tuple(_cells(view, year, verdicts))
    headings = ("ข้อ", "ข้อมูล", "มี/ไม่มี", "ที่อยู่ (URL)", "คำอธิบายเพิ่มเติม")
    paper.table(OfficialTable(headings, rows))


def _cells(
    view: AgencyView, year: YearView, verdicts: Verdicts
) -> Iterator[tuple[tuple[str, ...], ...]]:
    facts = year.facts if year.facts.oit else replace(year.facts, oit=OitIndex())
    given = {row.code: row for row in index_rows(view.facts, facts)}
    own = dict(_explained(view, year, verdicts))
    for code in dict.fromkeys((*item_codes(year.facts), *given)):
        title = official_title(year.edition, code)
        row = given.get(code)
        name = row.title if row and row.title else (title.text if title else NOT_GIVEN)
        places = tuple(_address(view, place.own, place.url) for place in row.places) if row else ()
        told = tuple(filter(None, (*_looks(row), own.get(code))))
        has = "มี" if places else NOT_GIVEN[:6]
        yield (code,), (name,), (has,), places or (NOT_GIVEN,), told or (NOT_GIVEN,)


def _looks(row: Row | None) -> tuple[str, ...]:
    """Where on the pages to look, as the agency says it."""
    return (row.look, *(place.look for place in row.places), row.note) if row else ()


def _address(view: AgencyView, own: str | None, url: str) -> str:
    return url if own is None else view.published_at(own)


def _explained(view: AgencyView, year: YearView, verdicts: Verdicts) -> Iterator[tuple[str, str]]:
    """Our two items, where something is seen that can be told: code and explanation."""
    for code, (item, path) in own_items(view.facts, year.facts).items():
        judged = verdicts.of_item(item)
        if any(one.first_seen for one in judged):
            url = view.published_at(path)
            yield code, explanation(f"ข้อ {item.code} {item.title}", url, judged)
