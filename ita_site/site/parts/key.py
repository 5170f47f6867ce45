"""What an agency's pages are made from, as one digest: the same key and day, the same files."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.facts.plain_files import Kind, walk
from ita_site.facts.reading.locked import portal_of
from ita_site.facts.strict_yaml.text import MOST_BYTES
from ita_site.site.build_cache import digest
from ita_site.site.chromium.launch import find_chromium
from ita_site.site.inputs import LOOK, PROGRAM, SETTINGS, sha256_of
from ita_site.site.parts.record import FORMAT
from ita_site.site.share.raqm import can_draw

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.facts.plain_files import Entry
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.rules.figures.changes.log import Log
    from ita_site.site.inputs import Input
    from ita_site.site.parts.files_beside import FilesBeside


def shared_key(  # noqa: PLR0913 - all that counts
    inputs: Mapping[str, Input],
    data: Path,
    day: BEDate | None,
    beside: FilesBeside,
    *,
    settings: str,
    prints: bool,
) -> str:
    """The digest of what all agencies of a portal have in common.

    `day` is the one that somebody asked for; of others the record knows how long they will do.
    `inputs` are those of the site, `beside` the files beside the pages among them, `settings`
    what the host was told; `prints` says whether there are PDF files, which depend on the
    Chromium that makes them.
    """
    return digest(
        str(FORMAT),
        *(inputs[kind].sha256 for kind in (PROGRAM, LOOK, SETTINGS)),
        beside.of_all,
        _environment(),
        repr(portal_of(data).model_copy(update={"agencies": ()})),
        str(day),
        settings,
        _chromium() if prints else "",
        str(can_draw()),
    )


def agency_key(shared: str, folder: Path, log: Log | None, beside: FilesBeside) -> str:
    """The key of one agency.

    It is what is shared, its folder, the files beside the pages that are its affair, and what the
    public log has of it.
    """
    entries = list(walk(folder))
    parts = (f"{entry.name} {entry.kind} {_content(entry)}" for entry in entries)
    texts = (_text(entry.path) for entry in entries if _is_read(entry))
    own = repr(log.for_agency(folder.name)) if log else ""
    return digest(shared, folder.name, own, beside.of_agency(folder.name, texts), *parts)


def _content(entry: Entry) -> str:
    """Of what is no file there is none, and a pipe would be waited for."""
    return sha256_of(entry.path) if entry.kind in (Kind.FILE, Kind.LINK) else ""


def _is_read(entry: Entry) -> bool:
    """Whether facts are read from it, and so may name files beside the pages."""
    return entry.kind is Kind.FILE and entry.name.endswith(".yml")


def _text(file: Path) -> bytes:
    """As much of it as is ever read."""
    with suppress(OSError), file.open("rb") as source:
        return source.read(MOST_BYTES)
    return b""


@cache
def _environment() -> str:
    """The Python and every library of it: which of them counts, nobody has to remember."""
    found = {it.read_text("METADATA") or it.read_text("PKG-INFO") or "" for it in distributions()}
    return digest(sys.version, *sorted(found))


def _chromium() -> str:
    """Which Chromium, and of when: to ask for its version would be to start it."""
    if not (path := find_chromium()):
        return ""
    state = Path(path).stat()
    return f"{path} {state.st_size} {state.st_mtime_ns}"
