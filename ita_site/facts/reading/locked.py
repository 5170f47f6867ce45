"""The agencies of a portal whose facts lie in repositories of their own, as they are locked.

    data/portal.yml            whose facts lie where
    data/portal.lock           which state of each counts, and the digest of its files
    .cache/ita-agencies/<digest>/<slug>/   these files, beside the data folder

Reading asks no network: what is not here as it was locked is told, and `ita-site portal update`
brings it.
"""

from __future__ import annotations

import errno
import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ConfigDict, ValidationError

from ita_site.facts.model.portal import UNNAMED, Portal
from ita_site.facts.model.repository import LockedFacts  # noqa: TC001 - a field's type
from ita_site.facts.plain_files import Kind, is_plain_folder, is_taken, read_plain, walk
from ita_site.facts.problems import ItaSiteError, Problem
from ita_site.facts.reading.decode import decode
from ita_site.facts.reading.folder import PORTAL_FILE
from ita_site.facts.reading.sources import Sources
from ita_site.facts.strict_yaml.parse import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.facts.reading.folder import FolderReader

LOCK_FILE: Final = "portal.lock"
CACHE: Final = Path(".cache/ita-agencies")
_SHORT: Final = 12
"""Letters of a commit that are told."""


class LockError(ItaSiteError):
    """A `portal.lock` that cannot be read; `line` counts from 1."""

    def __init__(self, line: int) -> None:
        """Where it is not as `portal update` writes it."""
        self.line = line
        super().__init__(f"{LOCK_FILE}:{line}")


class _Lock(BaseModel):
    model_config = ConfigDict(extra="forbid")
    agencies: tuple[LockedFacts, ...]


@dataclass(frozen=True, slots=True)
class LockedAgency:
    """An agency whose facts are here as they were locked; `name` is what messages call them."""

    slug: str
    folder: Path
    name: str
    digest: str


def portal_of(data: Path) -> Portal:
    """What `portal.yml` says, as far as it can be read."""
    return _decoded(_content(data / PORTAL_FILE))


@lru_cache(maxsize=8)
def _decoded(text: bytes) -> Portal:
    """Kept, for one build reads the same file many times."""
    sources = Sources()
    sources.documents[PORTAL_FILE] = read(text)
    return decode(Portal, sources, PORTAL_FILE).value or UNNAMED


def read_lock(data: Path) -> dict[str, LockedFacts]:
    """What is locked, by the agencies' slugs.

    Raises:
        LockError: when the file cannot be read.
    """
    return dict(parse_lock(_content(data / LOCK_FILE)))


@lru_cache(maxsize=8)
def parse_lock(text: bytes) -> Mapping[str, LockedFacts]:
    """What the text of a lock says; nothing of an empty one.

    Raises:
        LockError: when it is not what `portal update` writes.
    """
    if not text.strip():
        return {}
    try:
        lock = _Lock.model_validate(json.loads(text))
    except json.JSONDecodeError as error:
        raise LockError(error.lineno) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise LockError(1) from error
    except ValidationError as error:
        path = error.errors()[0]["loc"]
        place = next((part for part in path if isinstance(part, int)), -_LINES_BEFORE)
        raise LockError(_LINES_BEFORE + 1 + place) from error
    entries: dict[str, LockedFacts] = {}
    for at, entry in enumerate(lock.agencies):
        if entry.slug in entries:  # left over from a merge
            raise LockError(_LINES_BEFORE + 1 + at)
        entries[entry.slug] = entry
    return entries


_LINES_BEFORE: Final = 2


def lock_text(entries: Mapping[str, LockedFacts]) -> bytes:
    """The text of a lock: a line an agency, so that a difference and a merge are of agencies."""
    plain = (entries[slug].model_dump(mode="json") for slug in sorted(entries))
    lines = ",\n".join(f"  {json.dumps(entry, ensure_ascii=False)}" for entry in plain)
    return f'{{\n "agencies": [\n{lines}\n ]\n}}\n'.encode()


def _content(file: Path) -> bytes:
    try:
        return read_plain(file)
    except OSError:
        return b""  # a link or the like is a problem of its own


def cache_of(data: Path) -> Path:
    """Where the agencies' files are kept for a data folder."""
    return data.parent / CACHE


def kept_folder(data: Path, entry: LockedFacts) -> Path:
    """Where one agency's files are kept, whether they are there or not."""
    return cache_of(data) / entry.digest / entry.slug


def digest_of(folder: Path) -> str:
    """The SHA-256 of what lies in a folder: names, kinds, contents."""
    digest = hashlib.sha256()
    for entry in walk(folder):
        content = read_plain(entry.path) if entry.kind is Kind.FILE else b""
        head = f"{entry.name}\0{entry.kind.value}\0{len(content)}\0"
        digest.update(head.encode("utf-8", "surrogateescape") + content)
    return digest.hexdigest()


def is_kept(data: Path, entry: LockedFacts) -> bool:
    """Whether an agency's files are here, and as they were locked."""
    folder = kept_folder(data, entry)
    try:
        return bool(entry.commit) and is_plain_folder(folder) and _is_intact(folder, entry.digest)
    except OSError:
        return False


def _is_intact(folder: Path, digest: str) -> bool:
    return digest_of(folder) == digest


def name_of(entry: LockedFacts) -> str:
    """What messages call an agency's folder: repository, commit, path."""
    file = entry.git.removeprefix("file://")
    is_here = file != entry.git
    address = file if is_here else entry.git.rpartition("://")[2].rpartition("@")[2]
    address = address if is_here else address.replace(":", "/", 1)
    path = "" if entry.path == "." else f"/{entry.path}"
    return f"{_single_slashes(address.removesuffix('.git'))}@{entry.commit[:_SHORT]}{path}"


def _single_slashes(address: str) -> str:
    return ("/" if address.startswith("/") else "") + "/".join(filter(None, address.split("/")))


def locked_agencies(data: Path) -> list[LockedAgency]:
    """Those whose files are here, in the order of their slugs; whether intact, `is_kept` says."""
    try:
        lock = read_lock(data)
    except LockError:
        return []
    named = {one.slug for one in portal_of(data).agencies}
    found = (entry for slug, entry in sorted(lock.items()) if slug in named and entry.commit)
    return [
        LockedAgency(entry.slug, kept_folder(data, entry), name_of(entry), entry.digest)
        for entry in found
        if is_plain_folder(kept_folder(data, entry)) and not is_taken(data / entry.slug)
    ]


def altered(agency: LockedAgency) -> Iterator[Problem]:
    """That the files of an agency are not as they were locked."""
    if not _is_intact(agency.folder, agency.digest):
        yield Problem(agency.name, 1, 1, "ITA235", "", {"value": agency.slug})


def list_problems(own: FolderReader, portal: Portal) -> Iterator[Problem]:
    """Agencies of `portal.yml` that are named twice, or have a folder beside it as well."""
    slugs = [one.slug for one in portal.agencies]
    for index, slug in enumerate(slugs):
        if slug in slugs[:index]:
            yield _at_entry(own, "ITA232", index, slug)
        elif is_taken(own.folder / slug):
            yield _at_entry(own, "ITA233", index, slug)


def lock_problems(own: FolderReader, portal: Portal) -> Iterator[Problem]:
    """What of `portal.yml` cannot be, is not locked, or is not here as it was locked."""
    faults = list(list_problems(own, portal))
    yield from faults
    try:
        lock = read_lock(own.folder)
    except LockError as error:
        if portal.agencies:
            yield Problem(f"{own.name}/{LOCK_FILE}", error.line, 1, "ITA239", "", {})
        return
    faulty = {fault.details["value"] for fault in faults}
    for index, one in enumerate(portal.agencies):
        entry = lock.get(one.slug)
        if one.slug in faulty:
            continue
        if entry is None:
            yield _at_entry(own, "ITA234", index, one.slug)
        elif not entry.commit:
            yield _at_entry(own, "ITA236", index, one.slug)
        elif not is_plain_folder(kept_folder(own.folder, entry)):
            yield _at_entry(own, "ITA235", index, one.slug)
        if entry and entry.place != one.place:
            yield _at_entry(own, "ITA237", index, one.slug)


def _at_entry(own: FolderReader, code: str, index: int, slug: str) -> Problem:
    place = ("agencies", index, "slug")
    return own.sources.problem(code, f"{own.name}/{PORTAL_FILE}", place, {"value": slug})


def lend_cache(data: Path, other: Path) -> None:
    """Let another data folder, a copy or a former state of this one, find the same files.

    Raises:
        FileExistsError: when something lies in its place, which a proposal may have brought.
    """
    cache, place = cache_of(data), cache_of(other)
    if not cache.is_dir():
        return
    if is_taken(place):
        raise FileExistsError(errno.EEXIST, LOCK_FILE, str(place))
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        place.symlink_to(cache.resolve(), target_is_directory=True)
    except OSError:  # Windows lets not everybody make links
        _copy(cache, place)


def _copy(cache: Path, place: Path) -> None:
    for entry in walk(cache):
        if entry.kind is Kind.FILE:
            (place / entry.name).parent.mkdir(parents=True, exist_ok=True)
            (place / entry.name).write_bytes(read_plain(entry.path))
