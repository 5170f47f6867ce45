"""Parser events to plain values, refusing what an officer never needs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, cast

import yaml

from ita_site.facts.strict_yaml.document import Document, Flaw, Mark, Path, Value
from ita_site.facts.strict_yaml.syntax import TOO_DEEP, inside
from ita_site.facts.strict_yaml.text import UNSEEN

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MOST_DEPTH = 20
PLAIN = (None, "")
EMPTY = frozenset({"~", "null", "Null", "NULL"})
FIELD = re.compile(r"[A-Za-z_]+")
THAI = re.compile("[ก-๛]")
CUT_BY_HASH = re.compile(r" +#[^\s#]")
REMARK = re.compile(r" #")
BULLET = re.compile(r"^\s*(?:[-–—•●▪·*]\s*\S|[0-9๐-๙]+[.)])")
SWALLOWED = re.compile(r"^\s*[a-z_]+\s*:")


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
class Builder:
    """Turns parser events into plain values with their marks.

    Scalars stay text: YAML would turn `021234567`, `18:30`, `NO` and `1.10` into something
    else, and does not know 29 February 2567. Anchors, aliases, tags, merge keys, further
    documents and duplicate keys are refused.
    """

    lines: list[str]
    root: Value = None
    keys: dict[Path, Mark] = field(default_factory=dict)
    values: dict[Path, Mark] = field(default_factory=dict)
    flaws: list[Flaw] = field(default_factory=list)
    stack: list[_Frame] = field(default_factory=list)
    documents: int = 0
    empty: list[Path] = field(default_factory=list)

    def document(self, earlier: list[Flaw]) -> Document:
        """What was built, with the flaws found before."""
        flaws = (*earlier, *self.flaws)
        return Document(self.root, self.keys, self.values, flaws, tuple(self.empty))

    def build(self, text: str) -> None:
        loader = LOADER(text)
        ways = {kind: getattr(self, name) for kind, name in WAYS.items()}
        while event := loader.get_event():
            if way := ways.get(type(event)):
                way(event)

    def _alias(self, event: yaml.AliasEvent) -> None:
        self._flaw("ITA106", event, value=f"*{event.anchor}")
        if self._awaits_key():
            self.stack[-1].key = ""
            self.stack[-1].dead_key = True
        else:
            self._place(event, None)

    def _mapping(self, event: yaml.MappingStartEvent) -> None:
        self._open(event, {})

    def _list(self, event: yaml.SequenceStartEvent) -> None:
        self._open(event, [])

    def _close(self, _: yaml.CollectionEndEvent) -> None:
        self.stack.pop()

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self._flaw("ITA109", event)
        self.stack = [_Frame([], (), dead=self.documents > 1)]

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
        if self._awaits_key():
            self._key(event)
            return
        plain = event.style in PLAIN
        if plain:
            self._look_at_plain(event)
        elif found := UNSEEN.search(event.value):
            self._flaw("ITA114", event, value=f"U+{ord(found[0]):04X}")
        nothing = not event.value.strip() or (plain and event.value in EMPTY)
        self._place(event, None if nothing else event.value)

    def _awaits_key(self) -> bool:
        frame = self.stack[-1]
        return isinstance(frame.container, dict) and frame.key is None

    def _key(self, event: yaml.ScalarEvent) -> None:
        frame = self.stack[-1]
        container = cast("dict[str, Value]", frame.container)
        name = event.value
        if name == "<<" and event.style in (None, ""):
            self._flaw("ITA108", event)
        frame.dead_key = name in container or (*frame.path, name) in self.keys
        if frame.dead_key and not frame.dead:
            self._repeated(event, frame)
        elif not frame.dead:
            self.keys[(*frame.path, name)] = inside(event.start_mark, self.lines)
        frame.key = name

    def _repeated(self, event: yaml.ScalarEvent, frame: _Frame) -> None:
        """A key written twice; the first key of a list's entry begins another, without its dash."""
        first = next(iter(frame.container), None)
        if event.value == first and frame.path and isinstance(frame.path[-1], int):
            self._flaw("ITA127", event, value=event.value)
            frame.dead = True
            return
        line = self.keys[(*frame.path, event.value)].line
        self._flaw("ITA110", event, value=event.value, line=str(line))

    def _open(self, event: yaml.CollectionStartEvent, container: Any) -> None:  # noqa: ANN401
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
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
            if frame.drops:
                pass
            elif value is None and FIELD.fullmatch(cast("str", frame.key)):
                self.empty.append(path)
            else:
                frame.container[cast("str", frame.key)] = value
            frame.key = None
        elif len(self.stack) == 1:
            path = ()
            self.root = self.root if frame.dead else value
        else:
            path = (*frame.path, len(frame.container))
            frame.container.append(value)
        if not frame.drops:
            self.values[path] = inside(event.start_mark, self.lines)
        return path

    def _refuse(self, event: Any) -> None:  # noqa: ANN401
        if event.anchor is not None:
            self._flaw("ITA106", event, value=f"&{event.anchor}")
        if event.tag is not None:
            tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            self._flaw("ITA107", event, value=tag)

    def _look_at_plain(self, event: yaml.ScalarEvent) -> None:
        start, end = cast("Any", event.start_mark), cast("Any", event.end_mark)
        if end.line < len(self.lines) and (rest := self.lines[end.line][end.column :]):
            self._look_for_hash(event, rest)
        if end.line > start.line:
            self._look_for_folded(event)

    def _look_for_hash(self, event: yaml.ScalarEvent, rest: str) -> None:
        """Text behind `#` is lost; after Thai words one space does not make a remark."""
        cut = CUT_BY_HASH.match(rest) or (THAI.search(event.value) and REMARK.match(rest))
        if cut:
            self._flaw("ITA113", event, value=event.value, rest=rest.strip())

    def _look_for_folded(self, event: yaml.ScalarEvent) -> None:
        """Lines that were meant as entries or fields, and became one text."""
        start, end = cast("Any", event.start_mark).line, cast("Any", event.end_mark).line
        for number in range(start + 1, min(end + 1, len(self.lines))):
            line = self.lines[number]
            mark = Mark(number + 1, len(line) - len(line.lstrip()) + 1)
            code = "ITA120" if BULLET.match(line) else "ITA122" if SWALLOWED.match(line) else ""
            if code:
                self.flaws.append(Flaw(code, mark, self._path(), {"value": line.strip()}))
                return

    def _path(self) -> Path:
        frame = self.stack[-1] if self.stack else _Frame([], ())
        return frame.path if frame.key is None else (*frame.path, frame.key)

    def _flaw(self, code: str, event: yaml.Event, **details: str) -> None:
        self.flaws.append(Flaw(code, inside(event.start_mark, self.lines), self._path(), details))


WAYS = {
    yaml.ScalarEvent: "_scalar",
    yaml.MappingStartEvent: "_mapping",
    yaml.SequenceStartEvent: "_list",
    yaml.MappingEndEvent: "_close",
    yaml.SequenceEndEvent: "_close",
    yaml.AliasEvent: "_alias",
    yaml.DocumentStartEvent: "_document",
}
