"""What the program knows of each year, and what only the year's manual can confirm."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from ita_site.facts.editions.load import edition_for, edition_years, national_channels
from ita_site.rules.figures.doubts import doubts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.rules.figures.doubts import Doubt

ISSUES: Final = "https://github.com/ita-site/ita-site/issues"
SEND: Final = f"""\
ถ้ามีคู่มือหรือเอกสารที่ยืนยันได้
  ใช้กับหน่วยงานของท่านทันที: เขียนเฉพาะค่าที่ต่างใน <ปี>/edition.yml เช่น
      items:
        measures:
          code: O25
          source: คู่มือการประเมิน ITA ปี 2570 หน้า 41
          certainty: certain
  ให้ทุกหน่วยงานได้ใช้: แจ้งที่ {ISSUES}
      บอกปี ข้อ ชื่อเอกสาร เลขหน้า และข้อความคำต่อคำ (หรือภาพของหน้านั้น) ไม่ต้องส่งชื่อบุคคล
  ข้อที่ตรงกับคู่มืออยู่แล้วก็โปรดแจ้ง จะได้เลิกเตือน"""


def overview() -> str:
    """A line a year: item codes, how many OIT items, and how much is in doubt."""
    return "\n".join(_line(year) for year in reversed(edition_years()))


def _line(year: int) -> str:
    edition = edition_for(year)
    items, oit = edition.items, edition.oit
    known = f"OIT {oit.count} ข้อ รู้ชื่อ {len(oit.items)} ข้อ" if oit else "ไม่รู้จำนวนข้อ OIT"
    unsure = len(doubts(edition, year, year - 1))
    codes = f"มาตรการ {items.measures.code} ผล {items.results.code}"
    covered = f"(ผลของปีงบประมาณ {year + items.results.covers})"
    return f"ปี {year}: {codes} {covered} · {known} · ยังไม่ยืนยัน {unsure} เรื่อง"


def all_doubts(years: tuple[int, ...]) -> str:
    """What is not confirmed of these years, newest first, with what would, and how to send it.

    A year without an edition tells the doubts about what it borrows.
    """
    told = "\n\n".join("\n".join(_of_year(year)) for year in sorted(years, reverse=True))
    return "\n\n".join((told, *_channels(), SEND))


def _of_year(year: int) -> Iterator[str]:
    edition = edition_for(year)
    found = doubts(edition, year, year - 1)
    lent = "" if edition.year == year else f" (ยังไม่มีเกณฑ์ของปีนี้ ใช้ของปี {edition.year})"
    yield f"ปี {year}{lent}: ยังไม่ยืนยัน {len(found)} เรื่อง"
    for settled_by, alike in groupby(found, key=lambda doubt: doubt.settled_by):
        yield f"  ยืนยันได้ด้วย {settled_by}"
        yield from (f"    - {_doubt_line(doubt)}" for doubt in alike)


def _doubt_line(doubt: Doubt) -> str:
    return f"{doubt.fact} ({doubt.certainty}; {doubt.source})"


def _channels() -> Iterator[str]:
    """The country's complaint channels in doubt; nothing where there are none."""
    unsure = [found for found in national_channels().channels if found.needs_checking]
    if unsure:
        lines = (f"    - {it.name} ({it.certainty.label}; {it.source})" for it in unsure)
        head = "ทุกปี\n  ยืนยันได้ด้วย เว็บไซต์ทางการของหน่วยงานนั้น"
        yield "\n".join((head, *lines))
