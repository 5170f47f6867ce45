"""What an agency reported, newest first, as an Atom feed (RFC 4287)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from ita_site.facts.thai.calendar import BUDDHIST_ERA
from ita_site.rules.figures.covered import reporting_item
from ita_site.rules.figures.headings import heading
from ita_site.rules.figures.oit import full_url
from ita_site.rules.figures.updates import updates

if TYPE_CHECKING:
    from ita_site.facts.model.publication import AgencyFacts
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.rules.figures.updates import Update

NAMESPACE: Final = "http://www.w3.org/2005/Atom"
MOST: Final = 100
"""Entries; a feed tells what is new, the open data tells all."""
NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed(agency: AgencyFacts, path: str) -> bytes | None:
    """The reports that are dated, to be found at `path` below the site's root.

    None where no report is dated or the agency's address is not known: every link of a feed
    is one that opens anywhere.
    """
    newest = updates(agency)[:MOST]
    if not newest or not agency.agency.site_url:
        return None
    root = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "th"})
    name, url = agency.agency.name, full_url(agency, path)
    add(root, "id", url)
    add(root, "title", f"ความก้าวหน้าของมาตรการ ITA {name}")
    add(root, "updated", _moment(newest[0].day))
    add(add(root, "author"), "name", name)
    add(root, "link", rel="self", type="application/atom+xml", href=url)
    add(root, "link", rel="alternate", type="text/html", href=full_url(agency, agency.prefix))
    for update in newest:
        _entry(root, agency, update)
    ET.indent(root, " ")
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _entry(root: ET.Element, agency: AgencyFacts, update: Update) -> None:
    year, report, measure = update.year, update.report, update.entry.measure
    page = f"{agency.prefix}{year.year}/{reporting_item(agency, year).slug}/#measure-{measure.id}"
    entry = add(root, "entry")
    add(entry, "id", _tag(agency, update))
    status = f"{report.status.label}: " if report.status else ""
    name = heading(measure, update.number, year, year.edition)
    add(entry, "title", f"{status}{name} ({_period(update)})")
    add(entry, "updated", _moment(update.day))
    add(entry, "link", rel="alternate", type="text/html", href=full_url(agency, page))
    texts = [*report.summary, *(outcome.text for outcome in report.outcomes)]
    add(entry, "content", "\n".join(texts or report.obstacles or [_period(update)]), type="text")


def _tag(agency: AgencyFacts, update: Update) -> str:
    """The entry's identity (RFC 4151), which no edit of the report changes."""
    host = urlsplit(agency.agency.site_url or "").hostname
    year = f"{host},{update.year.year - BUDDHIST_ERA}:{agency.prefix}{update.year.year}"
    again = f"/{update.again + 1}" if update.again else ""
    return f"tag:{year}/{update.entry.measure.id}/{update.report.round or 'year'}{again}"


def _period(update: Update) -> str:
    months, year = update.report.round, update.year.implementation_year
    return f"รอบ {months} เดือน ปีงบประมาณ {year}" if months else f"ปีงบประมาณ {year}"


def _moment(day: BEDate) -> str:
    return f"{day.to_date().isoformat()}T00:00:00+07:00"


def add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    """Put an element into another; what XML cannot hold is left out of its text."""
    element = ET.SubElement(parent, name, attributes)
    element.text = NOT_XML.sub("", text) or None
    return element
