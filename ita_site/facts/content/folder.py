"""The folder of hand-written pages and files: every file with what has to be known of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from ita_site.facts.content.file_types import (
    EMPTY,
    HEAD,
    LFS,
    TEXT,
    fits,
    holds_code,
    is_for_a_server,
    type_of,
)
from ita_site.facts.content.front_matter import front_matter_problems
from ita_site.facts.content.hidden import Hidden, hidden_in
from ita_site.facts.content.names import name_problems
from ita_site.facts.content.texts import (
    THAI,
    UNKNOWN,
    UTF8,
    Encoding,
    encoding_of,
    first_words,
    numbers_in,
)
from ita_site.facts.plain_files import (
    WELL_KNOWN,
    Entry,
    Kind,
    entry_problems,
    is_linked,
    open_plain,
    readable,
    reason_of,
    walk,
)
from ita_site.facts.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.facts.content.texts import PlacedNumber

REST: Final = "import-rest.txt"
"""Where an import keeps what it did not place; names of persons may be in it."""
HEADINGS: Final = "import-headings.yml"
"""What an office calls the columns of its tables, for later imports; beside its data folder."""
PLAN: Final = ".plan.yml"
"""How the name of an import's plan ends; it lies beside the office's file and has words of it."""
MOST_OF_A_PAGE: Final = 500_000
"""Bytes of a Markdown page; nobody reads more."""
_PAGES: Final = frozenset({".md", ".markdown", ".html", ".htm", ".xhtml"})
_HTML: Final = _PAGES - {".md", ".markdown"}
_READ_BY_BROWSERS: Final = _PAGES | {".css", ".js", ".json", ".xml", ".svg", ".yml", ".yaml"}


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file that will be published.

    `name` is the file as an officer knows it, `size` in bytes, `kind` its type by its first
    bytes; `text` is that of a Markdown page, `markup` that of one in HTML, `numbers` the
    identity numbers in any text; `path` is where it is read.
    """

    name: str
    size: int
    hidden: Hidden
    text: str = ""
    kind: str = TEXT
    numbers: tuple[PlacedNumber, ...] = ()
    markup: str = ""
    path: Path = Path()


@dataclass(frozen=True, slots=True)
class Content:
    """The files by their path within the folder, and what kept others from being read.

    Only what is among `files` may be published.
    """

    files: Mapping[str, ContentFile] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_content(folder: Path) -> Content:
    """Read a folder without following any link; never raises for what it holds.

    What begins with a dot is left out, for no generator publishes it, except `.well-known`
    and the orders to a web server.
    """
    root = folder.as_posix()
    if is_linked(folder):
        return Content({}, tuple(entry_problems(Entry(folder, root, Kind.LINK), root)))
    files: dict[str, ContentFile] = {}
    problems: list[Problem] = []
    names: list[str] = []
    for entry in walk(folder):
        if _is_left_out(entry.name):
            continue
        names.append(entry.name)
        file = readable(f"{root}/{entry.name}")
        problems += entry_problems(entry, file)
        if entry.kind is Kind.FILE:
            try:
                with open_plain(entry.path) as opened:
                    files[entry.name] = _read_file(entry, file, opened, problems)
            except OSError as error:
                details = {"value": file, "reason": reason_of(error)}
                problems.append(Problem(file, 1, 1, "ITA129", "", details))
    problems += name_problems(names, root)
    sound = {name: file for name, file in files.items() if name == readable(name)}
    return Content(sound, tuple(problems))


def read_file(path: Path) -> ContentFile | None:
    """One ordinary file by itself, such as what an import left over; None when there is none."""
    try:
        with open_plain(path) as opened:
            return _read_file(Entry(path, path.name, Kind.FILE), path.as_posix(), opened, [])
    except OSError:
        return None


def _is_left_out(name: str) -> bool:
    own = name.rpartition("/")[2]
    return own.startswith(".") and own != WELL_KNOWN and not is_for_a_server(own)


def _read_file(entry: Entry, file: str, opened: IO[bytes], problems: list[Problem]) -> ContentFile:
    head = opened.read(HEAD)
    kind = type_of(head)
    size = opened.seek(0, 2)
    suffix = Path(entry.name).suffix.lower()
    problems += _type_problems(entry.name, file, head, kind)
    if not _is_text(kind, suffix):
        return ContentFile(file, size, hidden_in(entry.path), kind=kind, path=entry.path)
    encoding = encoding_of(opened)
    problems += _encoding_problems(file, suffix, encoding, opened)
    numbers = tuple(numbers_in(opened, encoding, is_page=suffix in _PAGES))
    text = ""
    if suffix == ".md" and size > MOST_OF_A_PAGE:
        sizes = {"size": f"{size:,}", "most": f"{MOST_OF_A_PAGE:,}"}
        problems.append(Problem(file, 1, 1, "ITA539", "", sizes))
    elif entry.name.endswith((PLAN, REST)):
        opened.seek(0)
        text = opened.read().decode(encoding.codec, errors="replace")
    elif suffix == ".md":
        opened.seek(0)
        text = opened.read().decode("utf-8-sig", errors="replace")
        if encoding.name == UTF8:
            problems += front_matter_problems(text, file)
    markup = ""
    if suffix in _HTML or kind == "html":
        opened.seek(0)
        markup = opened.read().decode(encoding.codec, errors="replace")
    return ContentFile(file, size, Hidden(), text, kind, numbers, markup, entry.path)


def _is_text(kind: str, suffix: str) -> bool:
    return kind in (TEXT, "html") or suffix in _READ_BY_BROWSERS | {".txt", ".csv", ".tsv"}


def _type_problems(name: str, file: str, head: bytes, kind: str) -> Iterator[Problem]:
    own, suffix = name.rpartition("/")[2], Path(name).suffix.lower()
    if own == REST or own.endswith(PLAN):
        yield Problem(file, 1, 1, "ITA535", "", {"value": file})
    if is_for_a_server(own) or (holds_code(head) and kind in (TEXT, "html", "jpeg", "gif")):
        yield Problem(file, 1, 1, "ITA532", "", {"value": file})
    elif kind == LFS:
        yield Problem(file, 1, 1, "ITA530", "", {"value": file})
    elif not fits(suffix, kind):
        code = "ITA538" if kind == EMPTY else "ITA531"
        yield Problem(file, 1, 1, code, "", {"value": file, "suffix": suffix, "kind": kind or "?"})


def _encoding_problems(
    file: str, suffix: str, encoding: Encoding, opened: IO[bytes]
) -> Iterator[Problem]:
    if encoding.name == UTF8:
        return
    words = first_words(opened, encoding)
    details = {"value": file, "coding": encoding.name or "?", "words": words}
    if suffix not in _READ_BY_BROWSERS:
        if encoding.name == THAI or encoding.name.startswith("UTF"):
            yield Problem(file, encoding.line, 1, "ITA536", "", details)
        return
    code = "ITA115" if encoding.name == UNKNOWN else "ITA523"
    yield Problem(file, encoding.line, 1, code, "", details)
