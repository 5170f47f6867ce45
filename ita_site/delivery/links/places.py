"""Every address that is published, and each place where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

from ita_site.facts.model.inner import WEB_SCHEMES, is_inner
from ita_site.facts.reading.sources import field_name
from ita_site.site.pages.hand_written import links

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path as FilePath

    from ita_site.facts.reading.sources import Sources
    from ita_site.facts.strict_yaml.document import Path, Value

ADDRESS = re.compile(rf"(?:{'|'.join(WEB_SCHEMES)})://\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address is written, and how; line and column count from 1."""

    file: str
    line: int
    column: int
    field: str
    written: str


def places_by_address(sources: Sources, content: FilePath) -> dict[str, list[Place]]:
    """What to ask, without the part behind `#`, with the places that wait for the answer.

    Addresses that nobody outside could open are left out: they are an error of their own.
    """
    found: dict[str, list[Place]] = {}
    for place in (*_in_data(sources), *_in_content(content)):
        address = urldefrag(place.written).url if "#" in place.written else place.written
        if ADDRESS.fullmatch(address) and not is_inner(address):
            found.setdefault(address, []).append(place)
    return found


def _in_data(sources: Sources) -> Iterator[Place]:
    """Every value that is an address, whatever its field: one added later is asked as well."""
    for file, document in sources.documents.items():
        for path, text in _texts(document.value, ()):
            if "://" in text:
                mark = document.locate_value(path)
                yield Place(file, mark.line, mark.column, field_name(path), text.strip())


def _texts(value: Value, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index))


def _in_content(content: FilePath) -> Iterator[Place]:
    """Hand-written pages; one that is not UTF-8 is a problem of its own."""
    for file in sorted(content.rglob("*.md")):
        text = file.read_text("utf-8", errors="replace")
        for link in links(text):
            yield Place(file.as_posix(), link.line, link.column, "", link.address)
