"""The fields at the head of a hand-written page, read as strictly as a data file.

MkDocs prints what it cannot read as a heading, and says nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import yaml

from ita_site.facts.problems import LOADER, Problem
from ita_site.facts.strict_yaml.document import field_name
from ita_site.facts.strict_yaml.parse import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.strict_yaml.document import Document

_OPENED: Final = re.compile(r"-{3}[ \t]*\n")
_CLOSED: Final = re.compile(r"^(?:\.{3}|-{3})[ \t]*\n", re.MULTILINE)
_FIELD: Final = re.compile(r"[ ]{0,3}(?P<key>[A-Za-z0-9_-]+):[ \t]*(?P<value>.*)")
"""A first line that MkDocs takes for a field even without `---`, and does not print."""
_RESERVED: Final = frozenset({"ita", "template"})
"""`ita` is how this program tells its own pages; a template is the look's, not a page's."""
_TEXTS: Final = ("title", "description", "author", "subtitle")
_GROUPS: Final = ("search",)
_LISTS: Final = ("hide", "tags")
_KNOWN: Final = frozenset({*_TEXTS, *_GROUPS, "hide", "tags", "icon", "status", "date", "summary"})


def front_matter_problems(text: str, file: str) -> Iterator[Problem]:
    """What is wrong with the fields of a page, each at its line. `text` is the whole page."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    opened, closed = _OPENED.match(text), None
    if opened:
        closed = _CLOSED.search(text, opened.end())
    if opened and closed:
        yield from _fields(text[opened.end() : closed.start()], file)
    elif opened or _OPENED.match(text.lstrip()):
        yield from _astray(text, file)
    else:
        yield from _without_dashes(text, file)


def _astray(text: str, file: str) -> Iterator[Problem]:
    """Fields that do not begin in the first line, or never end; a line of `---` alone is a rule."""
    above = text[: len(text) - len(text.lstrip())]
    inner = text.lstrip().split("\n", 1)[1]
    if _FIELD.match(inner):
        yield Problem(file, above.count("\n") + 1, 1, "ITA526")


def _without_dashes(text: str, file: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        found = _FIELD.match(line)
        if not found:
            return
        key = found["key"].lower()
        if key in _RESERVED:
            yield Problem(file, number, 1, "ITA528", key, {"value": key})
        elif key not in _KNOWN or key in _GROUPS:
            yield Problem(file, number, 1, "ITA525", "", {"value": line.strip()})


def _fields(inner: str, file: str) -> Iterator[Problem]:
    document = read(b"\n" + inner.encode("utf-8", "surrogatepass"))  # in place of the dashes
    for flaw in document.flaws:
        yield Problem(file, *flaw.mark, flaw.code, field_name(flaw.path), flaw.details)
    if not document.flaws:
        yield from _of_page(document, inner, file)


def _of_page(document: Document, inner: str, file: str) -> Iterator[Problem]:
    fields = _as_mkdocs_reads(inner)
    if not isinstance(fields, dict) or not isinstance(document.value, dict):
        reason = fields if isinstance(fields, ValueError) else ""
        yield Problem(file, 2, 1, "ITA527", "", {"value": inner.strip(), "reason": str(reason)})
        return
    for key, value in fields.items():
        place = (file, *document.locate((str(key),)))
        if str(key).lower() in _RESERVED:
            yield Problem(*place, "ITA528", str(key), {"value": str(key)})
        elif value is not None and not _is_of_its_shape(str(key), value):
            yield Problem(*place, "ITA529", str(key), {"value": str(key)})


def _as_mkdocs_reads(inner: str) -> Any:  # noqa: ANN401 - whatever YAML holds
    """The values as MkDocs types them; a ValueError where it would give up."""
    try:
        return yaml.load(inner, Loader=LOADER)  # noqa: S506 - a safe one either way
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        return ValueError(str(error).split("\n")[0])


def _is_of_its_shape(key: str, value: object) -> bool:
    if key in _TEXTS:
        return not isinstance(value, list | dict)
    if key in _GROUPS:
        return isinstance(value, dict)
    return isinstance(value, str | list) if key in _LISTS else True
