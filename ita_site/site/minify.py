"""A stylesheet without the rules that apply to nothing."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import tinycss2

from ita_site.site.minify.use import FIXED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ita_site.site.minify.use import Use

Node: TypeAlias = Any  # The library's syntax tree has no types.
Nodes: TypeAlias = list[Node]
Rewrite: TypeAlias = "Callable[[Node], tuple[str, str]]"
"""A rule's selectors and its declarations as they shall be; one that lacks either goes."""

_CONDITIONS: Final = {"media", "supports", "layer", "container"}
_VARIABLE: Final = re.compile(r"--[\w-]+")
_DEFINITION: Final = re.compile(r"(?<![\w-])(--[\w-]+)\s*:")


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
