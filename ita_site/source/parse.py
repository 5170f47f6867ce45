"""Text to `Document`, refusing what an officer never needs and a reader could misread.

Scalars stay text: YAML would turn `021234567`, `18:30`, `NO` and `1.10` into something
else, and does not know 29 February 2567. Anchors, aliases, tags, merge keys and further
documents are refused, duplicate keys as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import yaml

from ita_site.source.document import Document, Flaw, Mark, Path, Value
from ita_site.source.syntax import TOO_DEEP, explain, mend_line

if TYPE_CHECKING:
    from collections.abc import Iterator

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MOST_BYTES = 256_000
MOST_DEPTH = 20
MOST_REPAIRS = 20
EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
CUT_BY_HASH = re.compile(r" +#[^\s#]")
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ufffd]")


def read(data: bytes) -> Document:
    """Parse a file's bytes; never raises, whatever they hold."""
    if len(data) > MOST_BYTES:
        return _unread("ITA111", Mark(1, 1), size=f"{len(data):,}", most=f"{MOST_BYTES:,}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _unread("ITA115", Mark(data[: error.start].count(b"\n") + 1, 1))
    return parse(text)


def parse(text: str) -> Document:
    """Parse text, going on behind a syntax error where its line can be set aside."""
    text = text.replace("\r\n", "\n")
    flaws = list(_unseen(text))
    if flaws:
        return Document(None, {}, {}, tuple(flaws))
    lines = text.split("\n")
    for _ in range(MOST_REPAIRS):
        builder = _Builder(lines)
        try:
            builder.build("\n".join(lines))
        except yaml.MarkedYAMLError as error:
            flaw = explain(error, lines)
            flaws.append(flaw)
            if not mend_line(lines, flaw):
                return Document(None, {}, {}, tuple(flaws))
            continue
        flaws.extend(builder.flaws)
        return Document(builder.root, builder.keys, builder.values, tuple(flaws))
    return Document(None, {}, {}, tuple(flaws))


def _unread(code: str, mark: Mark, **details: str) -> Document:
    return Document(None, {}, {}, (Flaw(code, mark, (), details),))


def _unseen(text: str) -> Iterator[Flaw]:
    for found in UNSEEN.finditer(text):
        start = text.rfind("\n", 0, found.start()) + 1
        mark = Mark(text.count("\n", 0, found.start()) + 1, found.start() - start + 1)
        yield Flaw("ITA114", mark, (), {"value": f"U+{ord(found[0]):04X}"})


@dataclass(slots=True)
class _Frame:
    """A list or mapping being filled. `key` is the mapping's key that waits for its value.

    `dead` marks what stands under a refused key: it is read past, and goes nowhere.
    """

    container: list[Value] | dict[str, Value]
    path: Path
    key: str | None = None
    dead: bool = False
    dead_key: bool = False

    @property
    def drops(self) -> bool:
        return self.dead or self.dead_key


@dataclass(slots=True)
class _Builder:
    """Turns parser events into plain values with their marks."""

    lines: list[str]
    root: Value = None
    keys: dict[Path, Mark] = field(default_factory=dict)
    values: dict[Path, Mark] = field(default_factory=dict)
    flaws: list[Flaw] = field(default_factory=list)
    stack: list[_Frame] = field(default_factory=list)
    documents: int = 0

    def build(self, text: str) -> None:
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.MappingStartEvent):
                self._open(event, {})
            elif isinstance(event, yaml.SequenceStartEvent):
                self._open(event, [])
            elif isinstance(event, yaml.CollectionEndEvent):
                self.stack.pop()
            elif isinstance(event, yaml.AliasEvent):
                self._flaw("ITA106", event, value=f"*{event.anchor}")
                self._place(event, None)
            elif isinstance(event, yaml.DocumentStartEvent):
                self._document(event)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self._flaw("ITA109", event)
        self.stack = [_Frame([], (), dead=self.documents > 1)]

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._refuse(event, tagged=event.tag is not None)
        if self._awaits_key():
            self._key(event)
            return
        plain = event.style in (None, "")
        if plain:
            self._look_for_hash(event)
        self._place(event, None if plain and event.value in EMPTY else event.value)

    def _awaits_key(self) -> bool:
        frame = self.stack[-1]
        return isinstance(frame.container, dict) and frame.key is None

    def _key(self, event: yaml.ScalarEvent) -> None:
        frame = self.stack[-1]
        container = cast("dict[str, Value]", frame.container)
        name = event.value
        if name == "<<" and event.style in (None, ""):
            self._flaw("ITA108", event)
        frame.dead_key = name in container
        if frame.dead_key:
            first = self.keys[(*frame.path, name)]
            self._flaw("ITA110", event, value=name, line=str(first.line))
        elif not frame.dead:
            self.keys[(*frame.path, name)] = _mark(event)
        frame.key = name

    def _open(self, event: yaml.CollectionStartEvent, container: Any) -> None:  # noqa: ANN401
        self._refuse(event, tagged=event.tag is not None)
        if len(self.stack) > MOST_DEPTH:
            mark: Any = event.start_mark
            raise yaml.MarkedYAMLError(problem=TOO_DEEP, problem_mark=mark)
        if self._awaits_key():
            self._flaw("ITA118", event)
            self.stack[-1].key = ""
            self.stack[-1].dead_key = True
        dead = self.stack[-1].drops
        path = self._place(event, container)
        self.stack.append(_Frame(container, path, dead=dead))

    def _place(self, event: yaml.Event, value: Value) -> Path:
        """Put a value where it belongs; a refused key's value and an empty field go nowhere."""
        frame = self.stack[-1]
        if isinstance(frame.container, dict):
            path: Path = (*frame.path, cast("str", frame.key))
            if not frame.drops and value is not None:
                frame.container[cast("str", frame.key)] = value
            frame.key = None
        elif len(self.stack) == 1:
            path = ()
            self.root = self.root if frame.dead else value
        else:
            path = (*frame.path, len(frame.container))
            frame.container.append(value)
        if not frame.drops:
            self.values[path] = _mark(event)
        return path

    def _refuse(self, event: Any, *, tagged: bool) -> None:  # noqa: ANN401
        if event.anchor is not None:
            self._flaw("ITA106", event, value=f"&{event.anchor}")
        if tagged:
            self._flaw("ITA107", event, value=str(event.tag))

    def _look_for_hash(self, event: yaml.ScalarEvent) -> None:
        end: Any = event.end_mark
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        if event.value and CUT_BY_HASH.match(rest):
            self._flaw("ITA113", event, value=event.value, rest=rest.strip())

    def _flaw(self, code: str, event: yaml.Event, **details: str) -> None:
        frame = self.stack[-1] if self.stack else _Frame([], ())
        path = frame.path if frame.key is None else (*frame.path, frame.key)
        self.flaws.append(Flaw(code, _mark(event), path, details))


def _mark(event: Any) -> Mark:  # noqa: ANN401 - the parser's types leave marks optional
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)
