"""An agency's deadlines for a calendar program (iCalendar, RFC 5545)."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ita_site.rules.figures.due import due, survey_days
from ita_site.rules.figures.oit import full_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.publication import AgencyFacts
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.rules.figures.due import Due

FOLD = 75
"""Octets of a line (section 3.1)."""


def calendar(agency: AgencyFacts, today: BEDate) -> bytes | None:
    """Every deadline to come and every one missed; None where there is none."""
    name = f"กำหนดเวลา ITA {agency.agency.name}"
    return _calendar(agency, name, due(agency, today), today)


def survey_calendar(agency: AgencyFacts, today: BEDate) -> bytes | None:
    """The days to come on which the survey opens and closes; None where there is none."""
    known = survey_days(agency, agency.surveyed, today) if agency.surveyed else ()
    days = tuple(day for day in known if not day.is_overdue)
    return _calendar(agency, f"แบบวัด EIT {agency.agency.name}", days, today)


def _calendar(
    agency: AgencyFacts, name: str, entries: tuple[Due, ...], today: BEDate
) -> bytes | None:
    if not entries:
        return None
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//ita-site//ita-site//TH",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
        *(line for entry in entries for line in _event(agency, entry, today)),
        "END:VCALENDAR",
    ]
    return b"".join(map(_folded, lines))


def _event(agency: AgencyFacts, entry: Due, today: BEDate) -> Iterator[str]:
    page = full_url(agency, entry.page)
    after = entry.day.to_date() + datetime.timedelta(days=1)
    late = "เลยกำหนด: " if entry.is_overdue else ""
    unsure = f" ({entry.certainty.label})" if entry.certainty.value != "certain" else ""
    host = urlsplit(agency.agency.site_url or "").hostname or "ita-site.invalid"
    yield "BEGIN:VEVENT"
    yield f"UID:{agency.prefix}{entry.key}@{host}"
    yield f"DTSTAMP:{today.to_date():%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{entry.day.to_date():%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{after:%Y%m%d}"
    yield f"SUMMARY:{_text(f'{late}{entry.name}{unsure}')}"
    yield f"DESCRIPTION:{_text(agency.agency.name)}"
    if "://" in page:
        yield f"URL:{page}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(value: str) -> str:
    """A text value (section 3.3.11)."""
    return re.sub(r"([\\;,])", r"\\\1", " ".join(value.split()))


def _folded(line: str) -> bytes:
    """A line, broken before it is too long and never within a letter."""
    parts: list[bytes] = []
    part = b""
    for letter in line:
        added = letter.encode()
        if len(part) + len(added) > FOLD - bool(parts):
            parts.append(part)
            part = b""
        part += added
    return b"\r\n ".join([*parts, part]) + b"\r\n"
