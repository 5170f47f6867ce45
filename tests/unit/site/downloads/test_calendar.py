"""Deadlines as a calendar program reads them."""

from __future__ import annotations

import icalendar
import pytest

from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.site.downloads.calendar import calendar

TODAY = BEDate(2569, 3, 20)
MEASURES = """\
measures:
  - id: a
    title: จัดอบรมให้ความรู้เรื่องประมวลจริยธรรม; ข้อบังคับ, ระเบียบ และแนวปฏิบัติของเจ้าหน้าที่ทุกคนทุกกองงาน
    reporting_rounds: [6, 12]
"""
YEAR = """\
eit:
  url: https://itas.nacc.go.th/go/eit/x1
  opens_on: 2569-04-01
  closes_on: 2569-06-30
"""


@pytest.fixture
def agency(data):
    folder = data(
        {
            "agency.yml": """\
            name: เทศบาลตำบลทดสอบ, อำเภอสมมติ; จังหวัดที่ชื่อยาวมากจนบรรทัดเดียวไม่พอ
            kind: subdistrict_municipality
            site_url: https://ita.example.go.th/
            updated_on: 2568-12-01
            """,
            "2569/year.yml": YEAR,
            "2569/measures.yml": MEASURES,
        }
    )
    return read_publication(folder).publication.agencies[0]


def test_every_deadline_is_an_event(agency):
    parsed = icalendar.Calendar.from_ical(calendar(agency, TODAY))
    events = {str(event["UID"]): event for event in parsed.walk("VEVENT")}
    assert [uid.split("@")[0] for uid in events] == [
        "2569-round-6",
        "2569-eit-opens",
        "2569-eit-closes",
        "2569-round-12",
        "update",
    ]
    first = events["2569-round-6@ita.example.go.th"]
    assert str(first["DTSTART"].dt) == "2026-03-31"
    assert str(first["DTEND"].dt) == "2026-04-01"
    assert str(first["URL"]).startswith("https://ita.example.go.th/2569/")
    assert str(first["DESCRIPTION"]) == agency.agency.name
    assert str(parsed["X-WR-CALNAME"]).startswith("กำหนดเวลา ITA เทศบาลตำบลทดสอบ")
    assert not parsed.errors


def test_lines_are_short_and_no_letter_is_broken(agency):
    text = calendar(agency, TODAY)
    assert text.endswith(b"END:VCALENDAR\r\n")
    lines = text.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert any(line.startswith(b" ") for line in lines)
    assert all(line.decode("utf-8") is not None for line in lines)


def test_what_is_late_says_so(agency):
    later = icalendar.Calendar.from_ical(calendar(agency, BEDate(2569, 4, 2)))
    names = [str(event["SUMMARY"]) for event in later.walk("VEVENT")]
    assert names[0].startswith("เลยกำหนด: รายงานความก้าวหน้ารอบ 6 เดือน")
    assert not any("เริ่มเปิดรับ" in name for name in names)


def test_the_same_day_gives_the_same_bytes(agency):
    assert calendar(agency, TODAY) == calendar(agency, TODAY)


def test_nothing_to_keep_in_mind(data):
    agency = read_publication(data()).publication.agencies[0]
    assert calendar(agency, TODAY) is None
