"""What a built site consists of: every file with its SHA-256, whose it is, and of which facts.

The build writes it into the site's folder as its last step. Whoever publishes compares that
folder, and what stands on a server, with it.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field, fields
from itertools import groupby
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, TypeAlias

from pydantic_core import to_json

from ita_site.facts.plain_files import files_below
from ita_site.facts.problems import ItaSiteError
from ita_site.site.inputs import Input

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path


NAME = "ita-manifest.json"
FORMAT = 1


class ManifestError(ItaSiteError):
    """A manifest that cannot be understood; its text says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: its SHA-256 in hexadecimal and its size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose site it is: its name, and its address where the facts say it."""

    name: str
    url: str | None = None

    def is_same_as(self, other: Identity) -> bool:
        """Two sites are one when their addresses are; where one has none, when their names are."""
        if self.url and other.url:
            return _bare(self.url) == _bare(other.url)
        return self.name == other.name


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything about a built site that matters to who publishes it.

    `files` is by path, POSIX, below the site's folder, without the manifest itself.
    `made` is the moment of the facts (ISO 8601, UTC): SOURCE_DATE_EPOCH, else that of the
    commit; None where nobody said. `changed` tells that the folder of the facts differed from
    `commit`. `sample` marks demonstration data; `errors` counts those in the data of agencies
    in whose place a notice stands, and `withheld` names these. `inputs` are the digests of what
    the site was built from; older programs wrote none.
    """

    site: Identity
    files: Mapping[str, Entry]
    commit: str | None = None
    changed: bool = False
    made: str | None = None
    sample: bool = False
    errors: int = 0
    withheld: tuple[str, ...] = ()
    inputs: Mapping[str, Input] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(entry.size for entry in self.files.values())

    @property
    def label(self) -> str:
        """Short, for a person: the day and the commit."""
        commit = f"{self.commit[:7]}{'+' if self.changed else ''}" if self.commit else ""
        return " ".join(part for part in ((self.made or "")[:10], commit) if part) or "–"

    def as_json(self) -> bytes:
        """The text of the file; the same bytes for the same site."""
        return b"".join(in_parts(self, self.files.items()))


def in_parts(about: Manifest, files: Iterable[tuple[str, Entry]]) -> Iterator[bytes]:
    """The text of a manifest that lists these files; they come last, for they are many."""
    raw = {"format": FORMAT, **{it.name: getattr(about, it.name) for it in fields(about)}}
    if not about.inputs:  # the same bytes as those of the program that wrote it
        del raw["inputs"]
    del raw["files"]
    yield to_json(raw, indent=1).removesuffix(b"\n}") + b',\n "files": {'
    end = b"}"
    for number, (path, entry) in enumerate(files):
        listed = b'{\n   "sha256": "%b",\n   "size": %d\n  }' % (entry.sha256.encode(), entry.size)
        yield b"%b\n  %b: %b" % (b"," if number else b"", to_json(path), listed)
        end = b"\n }"
    yield end + b"\n}\n"


@dataclass(frozen=True, slots=True)
class Difference:
    """What lies between two lists of files: paths, sorted."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.added or self.changed or self.gone)


def compare(old: Mapping[str, Entry], new: Mapping[str, Entry]) -> Difference:
    """What must happen to the old files for them to be the new ones."""
    both = sorted(old.keys() & new.keys())
    return Difference(
        tuple(sorted(new.keys() - old.keys())),
        tuple(path for path in both if old[path] != new[path]),
        tuple(path for path in both if old[path] == new[path]),
        tuple(sorted(old.keys() - new.keys())),
    )


Known: TypeAlias = "Callable[[str], Mapping[str, Entry]]"
"""The files read before in one of the site's folders, by their paths in the site."""


def nothing_known(_: str) -> Mapping[str, Entry]:
    """No file was read before."""
    return {}


def hash_folder(folder: Path) -> dict[str, Entry]:
    """Every file below a folder but its manifest, in the order of paths.

    Raises:
        ManifestError: when a file's name cannot stand in a manifest.
    """
    return dict(hash_files(folder, nothing_known))


def hash_files(folder: Path, known: Known) -> Iterator[tuple[str, Entry]]:
    """As `hash_folder`, one by one; what is known is not read."""
    for above, files in groupby(files_below(folder), key=lambda file: file[0].partition("/")[0]):
        here = known(above)
        for path, _ in files:
            if entry := here.get(path):
                yield path, entry
            elif path != NAME and not (folder / path).is_dir():
                yield path, hash_file(folder / _checked(path))


def manifest_of(site: Path) -> Manifest:
    """What the manifest in a built site's folder says.

    Raises:
        OSError: when there is none.
        ManifestError: when it cannot be understood.
    """
    return read_manifest((site / NAME).read_bytes())


def read_manifest(text: bytes | str) -> Manifest:
    """A manifest from its text, which may come from a machine that is not ours.

    Raises:
        ManifestError: when it is none, is damaged, or is of a later format.
    """
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ManifestError(str(error)) from error
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        found = raw.get("format") if isinstance(raw, dict) else None
        message = f"format {found}"
        raise ManifestError(message)
    try:
        return _manifest(raw)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ManifestError(repr(error)) from error


def _manifest(raw: dict[str, Any]) -> Manifest:
    site = Identity(str(raw["site"]["name"]), raw["site"]["url"])
    files = {
        _checked(path): Entry(str(entry["sha256"]), int(entry["size"]))
        for path, entry in raw["files"].items()
    }
    return Manifest(
        site,
        files,
        raw["commit"],
        changed=bool(raw["changed"]),
        made=raw["made"],
        sample=bool(raw["sample"]),
        errors=int(raw["errors"]),
        withheld=tuple(map(str, raw["withheld"])),
        inputs={
            str(kind): Input(tuple(map(_below, part["paths"])), str(part["sha256"]))
            for kind, part in raw.get("inputs", {}).items()
        },
    )


def _checked(path: str) -> str:
    """A path that stays within its folder and fits on a line of a list."""
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or not path.isprintable():
        raise ManifestError(repr(path))
    return path


def _below(path: str) -> str:
    """A path as above, the folder itself, or what lies beside it."""
    return path if path == "." else _checked(path.removeprefix("../")) and path


def hash_file(file: Path) -> Entry:
    """One file."""
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256")
        return Entry(digest.hexdigest(), content.tell())


def _bare(url: str) -> str:
    """An address without what does not make it another: scheme, `www.`, the slash at its end."""
    return re.sub(r"^https?://(www\.)?", "", url.strip().lower()).rstrip("/")
