"""The public log as an Atom feed (RFC 4287): an entry for each time the facts were changed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from ita_site.site.downloads.feed import NAMESPACE, add

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.rules.figures.changes.change import Change
    from ita_site.rules.figures.changes.log import Entry, Log

MOST = 50
"""Entries; the page has more."""
MOST_LINES = 30


def changes_feed(log: Log, name: str, site_url: str | None, below: str) -> bytes | None:
    """The feed that stands in `below`, an address ending in `changes/`, next to its page.

    `site_url` is that of the site or agency the address is below of. None where that is not
    known or nothing changed yet: every link of a feed is one that opens anywhere.
    """
    entries = [entry for entry in log.entries if entry.count][:MOST]
    if not entries or not site_url:
        return None
    page = f"{site_url.rstrip('/')}/{below}"
    root = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "th"})
    add(root, "id", f"{page}changes.atom")
    add(root, "title", f"ข้อมูลที่เปลี่ยนของ{name}")
    add(root, "updated", entries[0].moment.isoformat())
    add(add(root, "author"), "name", name)
    add(root, "link", rel="self", type="application/atom+xml", href=f"{page}changes.atom")
    add(root, "link", rel="alternate", type="text/html", href=page)
    for entry in entries:
        _entry(root, entry, page)
    ET.indent(root, " ")
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _entry(root: ET.Element, entry: Entry, page: str) -> None:
    parts = urlsplit(page)
    element = add(root, "entry")
    add(element, "id", f"tag:{parts.hostname},{entry.moment.year}:{parts.path}{entry.commit}")
    add(element, "title", f"ข้อมูลเปลี่ยน {entry.count + entry.left} จุด: {_about(entry)}")
    add(element, "updated", entry.moment.isoformat())
    add(element, "link", rel="alternate", type="text/html", href=f"{page}#d{entry.day}")
    lines = list(_lines(entry))
    more = [f"และอีก {len(lines) - MOST_LINES} จุด"] if len(lines) > MOST_LINES else []
    add(element, "content", "\n".join([*lines[:MOST_LINES], *more]), type="text")


def _about(entry: Entry) -> str:
    """The kinds of fact that changed, in the order of reading."""
    changes = (change for agency in entry.agencies for change in agency.changes)
    return ", ".join(dict.fromkeys(change.noun.label for change in changes))


def _lines(entry: Entry) -> Iterator[str]:
    for agency in entry.agencies:
        yield from map(_line, agency.changes)


def _line(change: Change) -> str:
    head = f"{change.noun.one} “{change.subject}”"
    if not change.field:
        return f"{change.kind.label} {head}"
    if change.old and change.new:
        return f"{head} {change.field}: {change.old} → {change.new}"
    return f"{head} {change.field}: {change.kind.label} {change.new or change.old}".rstrip()
