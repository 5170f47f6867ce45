"""The lines of one change: where they go, and what of the old ones stays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from ita_site.facts.writing.emit import AIRY, entry_lines, field_lines, name_of, remark_lines
from ita_site.facts.writing.lines import Lines
from ita_site.facts.writing.places import BLOCKS, Place, find_places
from ita_site.facts.writing.scalar import inline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.facts.strict_yaml.document import Path, Value

BLOCK_HEAD = re.compile(r"[|>][-+0-9]*(?P<rest>.*)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file's lines, and the place of each of its values."""

    lines: Lines
    places: Mapping[Path, Place]

    @classmethod
    def from_bytes(cls, data: bytes) -> Sheet:
        """Take apart a file in which our reader finds no flaw."""
        lines = Lines.from_bytes(data)
        return cls(lines, find_places(lines.texts))

    def parts(self, path: Path) -> list[Path]:
        """What a group or list holds, in the order of the file."""
        return [at for at in self.places if len(at) == len(path) + 1 and at[:-1] == path]

    def replaced(self, path: Path, value: Value, remarks: Mapping[Path, str]) -> Lines:
        """With another value at a place where there is one; remarks stay."""
        place, texts = self.places[path], self.lines.texts
        indent = " " * place.name.column
        new = _written(path, value, place, remarks)
        key = self.lines.lines[place.behind_name.line].text[: place.behind_name.column]
        behind_key, behind_value = _rests(place, texts)
        kept = self._remarks_within(path, texts)
        if behind_key and behind_value:
            kept.append(indent + behind_value.strip())
        first = key + new[0] + (behind_key or behind_value)
        body = [indent + text if text else "" for text in new[1:]]
        is_block = new[0].strip().startswith(BLOCKS)
        whole = [first, *body, *kept] if is_block else [first, *kept, *body]
        return self.lines.replaced(place.behind_name.line, place.end.line + 1, whole)

    def with_field(
        self, path: Path, value: Value, remarks: Mapping[Path, str], after: tuple[str, ...]
    ) -> Lines:
        """With a further field in a group, behind the last of the `after` that it has."""
        group, keys = self.places[path[:-1]], self.parts(path[:-1])
        above = self.places[next((at for at in reversed(keys) if at[-1] in after), keys[-1])]
        new = [*_remark(path, remarks), *field_lines(str(path[-1]), value, path, remarks)]
        apart = len(path) == 1 and (len(new) > 1 or above.is_long) and self._is_airy()
        at = _behind(above, group.column, self.lines.texts)
        return self._inserted(at, group.column, new, apart=apart)

    def with_entry(
        self, path: Path, value: Value, remarks: Mapping[Path, str], index: int
    ) -> Lines:
        """With a further entry in a list written with dashes; `index` is the entry's own."""
        column, own = self.places[path].column, (*path, index)
        new = [*_remark(own, remarks), *entry_lines(value, own, remarks)]
        apart = self._entries_apart(path)
        if index == 0:
            at = self.places[own].name.line
            return self.lines.replaced(at, at, [*_indented(new, column), *([""] if apart else [])])
        at = _behind(self.places[(*path, index - 1)], column, self.lines.texts)
        return self._inserted(at, column, new, apart=apart)

    def without(self, path: Path) -> Lines:
        """Without a field that is not the first of its group."""
        place = self.places[path]
        return self.lines.replaced(place.name.line, place.end.line + 1, [])

    def with_first(self, texts: list[str]) -> Lines:
        """With the first values of a file that held remarks at most, or empty brackets."""
        root = self.places.get(())
        if root:
            return self.lines.replaced(root.start.line, root.end.line + 1, texts)
        count = len(self.lines.lines)
        apart = bool(count) and bool(self.lines.texts[-1].strip())
        return self._inserted(count, 0, texts, apart=apart)

    def _inserted(self, at: int, column: int, new: list[str], *, apart: bool) -> Lines:
        return self.lines.replaced(at, at, [*([""] if apart else []), *_indented(new, column)])

    def _remarks_within(self, path: Path, texts: list[str]) -> list[str]:
        """Lines of a value that hold a remark and nothing else."""
        place = self.places[path]
        inner = (part for at, part in self.places.items() if at[: len(path)] == path)
        in_text = {
            line
            for part in inner
            if part.kind is str
            for line in range(part.start.line, part.end.line + 1)
        }
        span = range(place.behind_name.line + 1, place.end.line + 1)
        return [
            texts[at] for at in span if at not in in_text and texts[at].lstrip().startswith("#")
        ]

    def _entries_apart(self, path: Path) -> bool:
        """Whether a blank line goes between entries: as between the last two, else by the list."""
        last_two = [self.places[at] for at in self.parts(path)[-2:]]
        if len(last_two) == 1:
            return len(path) == 1 and path[0] in AIRY
        between = self.lines.texts[last_two[0].end.line + 1 : last_two[1].name.line]
        return any(not text.strip() for text in between)

    def _is_airy(self) -> bool:
        """Whether the file has blank lines, or is too short to tell."""
        return len(self.lines.lines) == 1 or any(not text.strip() for text in self.lines.texts)


def _written(path: Path, value: Value, old: Place, remarks: Mapping[Path, str]) -> list[str]:
    """The value's lines as they follow a key or dash."""
    if old.flow and old.start.line == old.end.line and _fits_brackets(value):
        inner = ", ".join(_in_brackets(text) for text in cast("list[str]", value))
        return [f" [{inner}]"]
    key = path[-1]
    if isinstance(key, int):
        first, *rest = entry_lines(value, path, remarks)
        return [first[1:], *rest]
    first, *rest = field_lines(key, value, path, remarks)
    return [first[len(name_of(key)) :], *rest]


def _fits_brackets(value: Value) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _in_brackets(text: str) -> str:
    bare = inline(text, number=True)
    return f'"{text}"' if bare == text and re.search(r"[,\[\]{}]", text) else bare


def _rests(place: Place, texts: list[str]) -> tuple[str, str]:
    """What follows on the line of the key, and on the last line of the value: remarks."""
    first, last = texts[place.behind_name.line], texts[place.end.line][place.end.column :]
    if place.block:
        head = BLOCK_HEAD.match(texts[place.start.line][place.start.column :])
        return (head["rest"] if head else "").rstrip(), ""
    if place.start.line > place.behind_name.line:
        return first[place.behind_name.column :].rstrip(), last.rstrip()
    return "", last.rstrip()


def _remark(path: Path, remarks: Mapping[Path, str]) -> list[str]:
    return remark_lines(remarks.get(path, ""), path)


def _indented(lines: list[str], column: int) -> list[str]:
    return [" " * column + line if line else "" for line in lines]


def _behind(place: Place, column: int, texts: list[str]) -> int:
    """The line behind a value and behind the remarks that belong to it."""
    at = place.end.line + 1
    while at < len(texts) and _is_remark_within(texts[at], column):
        at += 1
    return at


def _is_remark_within(text: str, column: int) -> bool:
    inner = text.lstrip()
    return inner.startswith("#") and len(text) - len(inner) > column
