"""The stylesheets of a built site without the rules that apply to nothing on its pages."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import tinycss2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

Node: TypeAlias = Any  # The library's syntax tree has no types.
Nodes: TypeAlias = list[Node]
Rewrite: TypeAlias = "Callable[[Node], tuple[str, str]]"
"""A rule's selectors and its declarations as they shall be; one that lacks either goes."""

FIXED: Final = frozenset({"dir", "data-md-color-primary", "data-md-color-accent"})
"""Attributes that no script changes: a value that stands on no page is never one."""
_OURS: Final = "assets/stylesheets/ita.css"
_THEMES: Final = "assets/stylesheets/*.min.css"
_HASHED: Final = re.compile(r"(?<=\.)[0-9a-f]{8}(?=\.min\.css$)")
_CONDITIONS: Final = {"media", "supports", "layer", "container"}
_VARIABLE: Final = re.compile(r"--[\w-]+")
_DEFINITION: Final = re.compile(r"(?<![\w-])(--[\w-]+)\s*:")


@dataclass(frozen=True)
class Use:
    """The classes that stand or may come to stand on a page, and the fixed attributes' values."""

    classes: frozenset[str]
    values: frozenset[tuple[str, str]]


def minify_stylesheets(folder: Path, use: Callable[[Iterable[str]], Use]) -> dict[str, str]:
    """Cut the theme's stylesheets and ours in a site's folder to what its pages use.

    `use` says what the pages and the scripts it is given use. Other stylesheets stay as they
    are. A name that holds a digest is changed with the content, since browsers may keep such
    a file for a year. Returns such names with their new ones.
    """
    texts = {path: path.read_text("utf-8") for path in sorted(folder.rglob("*.css"))}
    scripts = [path.read_text("utf-8") for path in sorted(folder.rglob("*.js"))]
    used = use(scripts)
    ours = {path: cut(texts[path], used) for path in _to_cut(folder)}
    texts |= ours
    names = dict(
        _written(path, without_unread(text, [*scripts, *_others(texts, path)]))
        for path, text in ours.items()
    )
    return {old: new for old, new in names.items() if old != new}


def _to_cut(folder: Path) -> list[Path]:
    return sorted({*folder.glob(_THEMES), *folder.glob(_OURS)})


def _others(texts: Mapping[Path, str], own: Path) -> Iterator[str]:
    return (text for path, text in texts.items() if path != own)


def _written(path: Path, text: str) -> tuple[str, str]:
    """Its name before and after."""
    content = text.encode()
    path.unlink()
    name = _HASHED.sub(hashlib.sha256(content).hexdigest()[:8], path.name)
    path.with_name(name).write_bytes(content)
    return path.name, name


def cut(stylesheet: str, use: Use) -> str:
    """The stylesheet with the selectors that can match on some page.

    A selector goes when a class that it asks for stands on no page and none of the scripts
    may add it. What it says within `:not()`, `:is()` and the like is not looked at.
    """

    def rewrite(rule: Node) -> tuple[str, str]:
        selectors = (part for part in _split(rule.prelude, ",") if _can_match(part, use))
        return ",".join(map(_text, selectors)), _text(rule.content)

    return _rewritten(stylesheet, rewrite)


def without_unread(stylesheet: str, others: Iterable[str]) -> str:
    """The stylesheet without the variables that neither it nor any of the other texts reads."""
    elsewhere = {name for text in others for name in _read(text)}
    while True:
        read = elsewhere | _read(stylesheet)
        fewer = _rewritten(stylesheet, lambda rule: (_text(rule.prelude), _reduced(rule, read)))  # noqa: B023 - called at once
        if fewer == stylesheet:
            return fewer
        stylesheet = fewer


def _rewritten(stylesheet: str, rewrite: Rewrite) -> str:
    nodes = tinycss2.parse_stylesheet(stylesheet, skip_comments=True, skip_whitespace=True)
    return "".join(_rules(nodes, rewrite))


def _rules(nodes: Nodes, rewrite: Rewrite) -> Iterator[str]:
    for node in nodes:
        if node.type == "qualified-rule":
            selectors, declarations = rewrite(node)
        elif node.type == "at-rule" and node.lower_at_keyword in _CONDITIONS and node.content:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            selectors = f"@{node.at_keyword} {_text(node.prelude)}"
            declarations = "".join(_rules(inner, rewrite))
        else:
            yield node.serialize()
            continue
        if selectors and declarations:
            yield f"{selectors}{{{declarations}}}"


def _reduced(rule: Node, read: set[str]) -> str:
    texts = (_text(part) for part in _split(rule.content, ";"))
    defined = ((text, _DEFINITION.match(text)) for text in texts if text)
    return ";".join(text for text, own in defined if own is None or own[1] in read)


def _read(text: str) -> set[str]:
    """Every variable named in a text, but for the places that give it its value."""
    return set(_VARIABLE.findall(_DEFINITION.sub("", text)))


def _can_match(selector: Nodes, use: Use) -> bool:
    classes = (
        name.value for dot, name in pairwise(selector) if dot == "." and name.type == "ident"
    )
    attributes = (node.content for node in selector if node.type == "[] block")
    return all(name in use.classes for name in classes) and all(
        _is_possible(*attribute, use=use) for attribute in attributes
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


def _text(nodes: Nodes) -> str:
    return str(tinycss2.serialize(nodes)).strip()
