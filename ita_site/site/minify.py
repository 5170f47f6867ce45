"""A built site's styles without what applies to nothing there, its scripts without remarks."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import tinycss2

from ita_site.site.theme import LOOK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from ita_site.site.build_cache import BuildCache

Node: TypeAlias = Any  # The library's syntax tree has no types.
Nodes: TypeAlias = list[Node]

FIXED: Final = frozenset({"dir", "for", "data-md-color-primary", "data-md-color-accent"})
"""Attributes that no script changes: a value that stands on no page is never one."""
_OURS: Final = ("assets/stylesheets/ita.css", "assets/stylesheets/deeper.css")
_THEMES: Final = "assets/stylesheets/*.min.css"
_SCRIPTS: Final = LOOK / "assets/javascripts"
_REMARK: Final = re.compile(r"^\s*//.*\n|^[ \t]+", re.MULTILINE)
_HASHED: Final = re.compile(r"(?<=\.)[0-9a-f]{8}(?=\.min\.css$)")
_SIGNS: Final = (">", "~", "+")
_CONDITIONS: Final = {"media", "supports", "layer", "container"}
_VARIABLE: Final = re.compile(r"--[\w-]+")
_DEFINITION: Final = re.compile(r"(?<![\w-])(--[\w-]+)\s*:")
_NAME: Final = re.compile(r"^([\w-]+)\s*:\s*")
_DIAGRAMS: Final = "mermaid"
"""The theme's script reads their variables from every page, and needs them where a diagram is."""


@dataclass(frozen=True)
class Use:
    """The elements, classes and fixed attributes' values that stand, or may, on some page."""

    tags: frozenset[str]
    classes: frozenset[str]
    values: frozenset[tuple[str, str]]

    def as_texts(self) -> tuple[str, ...]:
        """The same for the same use."""
        return tuple(repr(sorted(each)) for each in (self.tags, self.classes, self.values))


def minify_stylesheets(
    folder: Path, use: Callable[[Iterable[str]], Use], cache: BuildCache | None = None
) -> dict[str, str]:
    """Cut the theme's stylesheets and ours in a site's folder to what its pages use.

    `use` says what the pages and the scripts it is given use, `cache` has what was cut before.
    Other stylesheets stay as they are. A name that holds a digest is changed with the content,
    since browsers may keep such a file for a year. Returns such names with their new ones.
    """
    texts = {path: path.read_text("utf-8") for path in sorted(folder.rglob("*.css"))}
    scripts = [path.read_text("utf-8") for path in sorted(folder.rglob("*.js"))]
    used, ours = use(scripts), _to_cut(folder)

    def made() -> bytes:
        return json.dumps(_cut(texts, scripts, used, ours)).encode()

    names = (path.relative_to(folder).as_posix() for path in (*texts, *ours))
    asked = (*names, *texts.values(), *scripts, *used.as_texts())
    cut = json.loads(cache.get(asked, made) if cache else made())
    named = {path.name: _write(path, text) for path, text in zip(ours, cut, strict=True)}
    return {old: new for old, new in named.items() if old != new}


def _cut(
    texts: Mapping[Path, str], scripts: Iterable[str], used: Use, ours: Iterable[Path]
) -> list[str]:
    """The texts of some of the stylesheets without what the others and the scripts do not use."""
    if _DIAGRAMS not in used.classes:
        scripts = [text.replace(f"--md-{_DIAGRAMS}-", "") for text in scripts]
    sheets = {path: Stylesheet(texts[path], used) for path in ours}
    left = {**texts, **{path: str(sheet) for path, sheet in sheets.items()}}
    for path, sheet in sheets.items():
        sheet.drop_unread([*scripts, *_others(left, path)])
    return [*map(str, sheets.values())]


def bare_scripts(folder: Path) -> None:
    """Leave out what our scripts in a site's folder say to who reads their source, and indents."""
    for script in _SCRIPTS.rglob("*.js"):
        path = folder / script.relative_to(LOOK)
        if path.is_file() and (text := path.read_text("utf-8")) == script.read_text("utf-8"):
            path.write_bytes(_REMARK.sub("", text).encode())


def _to_cut(folder: Path) -> list[Path]:
    return sorted(
        {*folder.glob(_THEMES), *(folder / ours for ours in _OURS if (folder / ours).is_file())}
    )


def _others(texts: Mapping[Path, str], own: Path) -> Iterator[str]:
    return (text for path, text in texts.items() if path != own)


def _write(path: Path, text: str) -> str:
    """Write it under the name that its content has; gives that."""
    content = text.encode()
    path.unlink()
    name = _HASHED.sub(hashlib.sha256(content).hexdigest()[:8], path.name)
    path.with_name(name).write_bytes(content)
    return name


class Stylesheet:
    """A stylesheet with the selectors that can match on some page.

    A selector goes when an element or a class that it asks for stands on no page and none of
    the scripts may add it. What it says within `:not()`, `:is()` and the like is not looked at.
    """

    def __init__(self, text: str, use: Use) -> None:
        """Read a text, and cut it to what is used."""
        nodes = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
        self._rules = [_rule(node, use) for node in nodes]

    def __str__(self) -> str:
        return "".join(map(str, self._rules))

    def drop_unread(self, others: Iterable[str]) -> None:
        """Leave out the variables that neither it nor any of the other texts reads."""
        elsewhere = {name for text in others for name in _used_names(text)}
        dropped = 1
        while dropped:
            read = elsewhere | _used_names(str(self))
            dropped = sum(rule.drop_unread(read) for rule in self._rules)


@dataclass(slots=True)
class _Rule:
    """A rule: its head with declarations or further rules; or, whole, what is never cut."""

    head: str = ""
    declarations: list[str] = field(default_factory=list)
    rules: list[_Rule] = field(default_factory=list)
    whole: str = ""

    def __str__(self) -> str:
        body = ";".join(self.declarations) or "".join(map(str, self.rules))
        return f"{self.head}{{{body}}}" if self.head and body else self.whole

    def drop_unread(self, read: set[str]) -> int:
        """Leave out the variables that nobody reads; gives how many."""
        kept = [
            text
            for text in self.declarations
            if (own := _DEFINITION.match(text)) is None or own[1] in read
        ]
        dropped = len(self.declarations) - len(kept)
        self.declarations = kept
        return dropped + sum(rule.drop_unread(read) for rule in self.rules)


def _inner(node: Node) -> Nodes | None:
    """The rules within a condition; None for anything else."""
    if node.type != "at-rule" or node.lower_at_keyword not in _CONDITIONS or not node.content:
        return None
    rules: Nodes = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
    return rules


def _rule(node: Node, use: Use) -> _Rule:
    if node.type == "qualified-rule":
        selectors = (one for one in _split(node.prelude, ",") if _can_match(one, use))
        head = ",".join(_text(_close(one)) for one in selectors)
        texts = (_text(part) for part in _split(node.content, ";")) if head else ()
        return _Rule(head, [_NAME.sub(r"\1:", text) for text in texts if text])
    if (inner := _inner(node)) is not None:
        head = f"@{node.at_keyword} {_text(node.prelude)}"
        return _Rule(head, rules=[_rule(one, use) for one in inner])
    return _Rule(whole=node.serialize())


def _used_names(text: str) -> set[str]:
    """Every variable named in a text, but for the places that give it its value."""
    return set(_VARIABLE.findall(_DEFINITION.sub("", text)))


def _can_match(selector: Nodes, use: Use) -> bool:
    classes = (
        name.value for dot, name in pairwise(selector) if dot == "." and name.type == "ident"
    )
    tags = (
        node.lower_value
        for before, node in pairwise([None, *selector])
        if node.type == "ident" and before not in (".", ":")
    )
    attributes = (node.content for node in selector if node.type == "[] block")
    return (
        all(name in use.classes for name in classes)
        and all(name in use.tags for name in tags)
        and all(_is_possible(*attribute, use=use) for attribute in attributes)
    )


def _is_possible(name: Node, *rest: Node, use: Use) -> bool:
    """Whether an attribute may be so; only a fixed one that must equal something may not."""
    match rest:
        case (sign, value) if sign == "=" and name.value in FIXED:
            return (name.value, value.value) in use.values
    return True


def _split(nodes: Nodes, sign: str) -> list[Nodes]:
    parts: list[Nodes] = [[]]
    for node in nodes:
        if node == sign:
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def _close(selector: Nodes) -> Nodes:
    """A selector without the spaces around `>`, `~` and `+`."""
    signs = {at for at, node in enumerate(selector) if node.type == "literal" and node in _SIGNS}
    beside = {at + step for at in signs for step in (-1, 1)}
    return [
        node for at, node in enumerate(selector) if node.type != "whitespace" or at not in beside
    ]


def _text(nodes: Nodes) -> str:
    return str(tinycss2.serialize(nodes)).strip()
