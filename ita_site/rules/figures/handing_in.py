"""What an officer must know before handing in an item's address to the assessment system."""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING

from ita_site.facts.links import host_of
from ita_site.facts.thai.fiscal import round_due
from ita_site.rules.figures.due import answers_end
from ita_site.rules.figures.rounds import WHOLE_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.agency import Agency
    from ita_site.facts.model.publication import YearFacts
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.rules.figures.criteria import Verdict

SOON = 14
"""Days before the end of the answering window from which it is told."""
RESERVED = re.compile(r"[^.]+|.+\.(?:local|localhost|internal|lan|test|invalid|example)")
"""Names that nobody outside reaches (RFC 2606, 6761)."""
LENT = re.compile(
    r".+\.(?:github|gitlab|codeberg|bitbucket)\.(?:io|page)|.+\.(?:pages|workers|web|netlify|vercel|onrender"
    r"|surge|firebaseapp|glitch|ngrok-free|ngrok|trycloudflare)\.(?:dev|app|com|sh|me|io)"
)
"""Hosts that code hosts and services lend for trying something out."""


def notices(agency: Agency, year: YearFacts, published_at: str, today: BEDate) -> tuple[str, ...]:
    """What is to be said loudly of one year, in Thai; nothing when all is well.

    `published_at` is where the agency's pages will stand, empty when nobody says.
    """
    return (*_of_the_address(agency, published_at), *_of_the_window(year, today))


def _of_the_address(agency: Agency, published_at: str) -> Iterator[str]:
    if not published_at.startswith(("http://", "https://")):
        yield "ยังไม่ได้บอกที่อยู่จริงของเว็บไซต์ (site_url ใน agency.yml) จึงยังไม่มีลิงก์ให้กรอกในระบบประเมิน"
        return
    host, own = host_of(published_at), host_of(agency.website) if agency.website else ""
    if agency.sample:
        return
    if _is_number(host) or RESERVED.fullmatch(host) or LENT.fullmatch(host):
        yield (
            f"หน้านี้อยู่บนที่อยู่ทดลอง ({host}) ผู้ประเมินดูจากเว็บไซต์หลักของหน่วยงาน เผยแพร่ขึ้นเว็บไซต์จริงก่อนกรอกลิงก์"
        )
    elif own and not _is_within(host, own):
        yield f"หน้านี้อยู่บน {host} ไม่ใช่เว็บไซต์หลักของหน่วยงาน ({own}) ใส่ลิงก์มาหน้านี้ไว้บนเว็บไซต์หลักด้วย"


def _is_number(host: str) -> bool:
    """Whether it is a machine's number, which is nobody's name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_within(host: str, own: str) -> bool:
    """Whether both belong to one domain, whatever stands before it."""
    bare = own.removeprefix("www.")
    return host == bare or host.endswith(f".{bare}")


def _of_the_window(year: YearFacts, today: BEDate) -> Iterator[str]:
    """Its end when that is near; that nobody knows it, until the fiscal year is over."""
    end = answers_end(year)
    if end is None:
        if today <= round_due(year.year, WHOLE_YEAR):
            yield (
                f"ไม่ทราบช่วงวันตอบ OIT ของปี {year.year} จึงเตือนก่อนปิดไม่ได้ "
                "และไม่ได้ตรวจว่าเห็นชอบมาตรการทันหรือไม่ "
                f"ดูวันในคู่มือหรือประกาศของปี แล้วใส่ใน calendar ของ {year.year}/edition.yml"
            )
        return
    left = (end.to_date() - today.to_date()).days
    if 0 <= left <= SOON:
        when = "วันนี้เป็นวันสุดท้าย" if left == 0 else f"เหลือ {left} วัน"
        yield f"ช่วงตอบ OIT ปี {year.year} ปิดวันที่ {end.long()} ({when} นับจากวันที่สร้างหน้านี้)"


def explanation(title: str, url: str, verdicts: tuple[Verdict, ...]) -> str:
    """What to paste beside an item's address: each criterion that is met, with where it is shown.

    `url` is the item's page in full, handed in with nothing folded on a phone either. Nothing is
    claimed that was not seen on the page.
    """
    lines = [f"{title} แสดงที่ {url}#all"]
    for verdict in verdicts:
        if verdict.first_seen:
            anchor = verdict.places[0].partition("#")[2]
            place = f"{url}#{anchor}" if anchor and anchor != "top" else url
            lines.append(f"- {verdict.criterion.text} ดูที่ {place}")
    return "\n".join(lines)
