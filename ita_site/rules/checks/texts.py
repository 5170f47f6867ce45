"""Every text of a file with its place; what the rules about texts look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ita_site.facts.thai.text import normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ita_site.facts.problems import Problem
    from ita_site.facts.reading.sources import Sources
    from ita_site.facts.strict_yaml.document import Path, Value

LEFT_OUT = frozenset({"url", "file", "website", "site_url", "conflicts"})
LONGEST_LABEL = 20
AROUND = 25
INSEPARABLE = re.compile(r"[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\d]|[ .–-](?=\d)")
"""Marks of a letter, and what may be a part of a number."""


Find: TypeAlias = "Callable[[str], re.Match[str] | None]"


class Written(NamedTuple):
    """A text as it stands in the file. `truncated`: its fact says that the print is cut."""

    path: Path
    text: str
    truncated: bool


@dataclass(frozen=True)
class FileScope:
    """One file's texts. Links and what is kept as printed are left out: they stay as they are."""

    file: str
    sources: Sources

    @cached_property
    def texts(self) -> list[Written]:
        """The texts in the order of the file."""
        found: list[Written] = []
        _gather(found, (), self.sources.documents[self.file].value)
        return found

    @cached_property
    def labels(self) -> list[Written]:
        """The texts of a word or two."""
        return [written for written in self.texts if len(written[1]) <= LONGEST_LABEL]

    @cached_property
    def sentences(self) -> list[Written]:
        """The longer ones."""
        return [written for written in self.texts if len(written[1]) > LONGEST_LABEL]

    @cached_property
    def raw(self) -> str:
        """All of them, a line each, to be searched at once."""
        return "\n".join([text for _, text, _ in self.texts])

    @cached_property
    def clean(self) -> str:
        """All of them as they are read."""
        return normalise(self.raw)

    def typed(self, find: Find) -> Iterator[tuple[Written, re.Match[str]]]:
        """The texts that, as they are typed, hold something, each with its first place."""
        for written in self.texts if find(self.raw) else ():
            if found := find(written.text):
                yield written, found

    def holding(self, find: Find) -> Iterator[tuple[Written, re.Match[str]]]:
        """The texts that, as they are read, hold something, each with its first place."""
        for written in self.texts if find(self.clean) else ():
            if found := find(normalise(written.text)):
                yield written, found

    def problem(self, code: str, path: Path, **details: str) -> Problem:
        """A problem at a field of this file."""
        return self.sources.problem(code, self.file, path, details)


def field(path: Path) -> str:
    """The name of the field, that of the list for a list's entry."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _gather(found: list[Written], path: Path, value: Value, truncated: bool = False) -> None:  # noqa: FBT001, FBT002 - it is called for every value
    if isinstance(value, str):
        found.append(Written(path, value, truncated))
    elif isinstance(value, list):
        for at, entry in enumerate(value):
            _gather(found, (*path, at), entry)
    elif isinstance(value, dict):
        cut = value.get("truncated") == "true"
        for key, inner in value.items():
            if key not in LEFT_OUT and not key.endswith("as_printed"):
                _gather(found, (*path, key), inner, cut)


def around(found: re.Match[str]) -> str:
    """What was found with the words around it, on one line."""
    text, start, end = found.string, max(found.start() - AROUND, 0), found.end() + AROUND
    while start and INSEPARABLE.match(text, start):
        start -= 1
    while end < len(text) and INSEPARABLE.match(text, end):
        end += 1
    piece = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{piece}{'…' if end < len(text) else ''}"
