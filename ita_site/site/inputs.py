"""What a site was built from, as digests: whoever publishes it holds them against what is there."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import ita_site
from ita_site.facts.git.commits import changed_files
from ita_site.facts.plain_files import files_below, is_private

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

DATA, CONTENT, LOOK, SETTINGS, PROGRAM = "data", "content", "look", "settings", "program"
KINDS = (DATA, CONTENT, LOOK, SETTINGS, PROGRAM)
ALWAYS = ("mkdocs.yml", "requirements.txt")
"""Settings there may be in every project; the second one names the program's version."""

_BLOCK = 1 << 20
"""Bytes read at once: nearly every file in one, for a portal has tens of thousands."""


@dataclass(frozen=True, slots=True)
class Input:
    """One kind of what a site is built from: files and folders, and the SHA-256 of it all.

    `paths` are POSIX, below the project or, but for data, beside it; what lies elsewhere is in
    the digest and not named, for the manifest is public. Of the program it is the version.
    `files` are the digests of the single files, by their path in their part, of content alone.
    """

    paths: tuple[str, ...]
    sha256: str
    files: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)


Inputs = dict[str, Input]


def read_inputs(
    project: Path, data: Path, content: Path, look: Iterable[Path], settings: Iterable[Path]
) -> Inputs:
    """The digests of what a project's site is built from, as it is now."""
    named = [project / name for name in ALWAYS]
    own = [path for path in settings if path.resolve() not in {it.resolve() for it in named}]
    return {
        DATA: _input(project, [data]),
        CONTENT: _input(project, [content], project.resolve().parent, each=True),
        LOOK: _input(project, look, project.resolve().parent),
        SETTINGS: _input(project, [*named, *own], project.resolve().parent),
        PROGRAM: program(),
    }


def changed_kinds(project: Path, built: Mapping[str, Input], data: Path | None) -> tuple[str, ...]:
    """What is not any more as it was when a site was built; `data` where it is another folder.

    Paths and versions, fit to be shown; nothing when all is the same.
    """
    return tuple(_changes(project, built, data))


def _changes(project: Path, built: Mapping[str, Input], data: Path | None) -> Iterator[str]:
    for kind in KINDS:
        before = built.get(kind)
        if kind == PROGRAM:
            now, named = program(), f"ita-site {ita_site.__version__}"
        else:
            paths = [project / path for path in (before.paths if before else ())]
            if kind == DATA and (data or not paths):
                paths = [data or project / DATA]
            now = _input(project, paths, project.resolve().parent)
            named = ", ".join(before.paths if before else ()) or kind
        if before is None or before.sha256 != now.sha256:
            yield named


def uncommitted(project: Path, built: Mapping[str, Input]) -> tuple[str, ...]:
    """The files among what a site was built from that git does not have as they are."""
    paths = [path for kind, part in built.items() if kind != PROGRAM for path in part.paths]
    return changed_files(project, paths) if paths else ()


def _input(
    project: Path, parts: Iterable[Path], named: Path | None = None, *, each: bool = False
) -> Input:
    """Parts below the folder `named`, by default the project, are named; if wanted, `each` file."""
    root, paths, files = project.resolve(), list[str](), dict[str, str]()
    digest = hashlib.sha256()
    for part in parts:
        whole = part.resolve()
        if whole.is_relative_to(root):
            paths.append(whole.relative_to(root).as_posix())
        elif named and whole.is_relative_to(named):
            paths.append(f"../{whole.relative_to(named).as_posix()}")
        for name, file in _files(whole):
            own = sha256_of(file)
            digest.update(f"{name}\0{own}\n".encode("utf-8", "surrogateescape"))
            files |= {name: own} if each else {}
    return Input(tuple(paths), digest.hexdigest(), files)


def _files(part: Path) -> Iterator[tuple[str, Path]]:
    """The files of a part by their names in it, but hidden ones and what editors keep beside."""
    if part.is_file():
        yield part.name, part
    for name, _ in files_below(part) if part.is_dir() else ():
        steps, file = name.split("/"), part / name
        is_aside = any(is_private(step) or step == "__pycache__" for step in steps)
        if not is_aside and not name.endswith("~") and (file.is_symlink() or file.is_file()):
            yield name, file


def sha256_of(file: Path) -> str:
    """Of a link it is where it leads; what cannot be read has none, and a check names it."""
    if file.is_symlink():
        return hashlib.sha256(str(file.readlink()).encode("utf-8", "surrogateescape")).hexdigest()
    digest = hashlib.sha256()
    try:
        with file.open("rb", buffering=0) as content:
            while block := content.read(_BLOCK):
                digest.update(block)
    except OSError:
        return ""
    return digest.hexdigest()


@cache
def program() -> Input:
    """This program: its version, and the digest of what it consists of."""
    whole = _input(Path(), [Path(__file__).parents[1]])
    return Input((ita_site.__version__,), whole.sha256)
