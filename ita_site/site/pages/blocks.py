"""Blocks an officer places in hand-written pages: `<!-- ita:summary year=2566 -->`.

A marker stands alone on its line, outside code. In a portal it names its agency.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.facts.model.labelled import suggestion
from ita_site.facts.problems import Problem
from ita_site.site.pages.environment import render
from ita_site.site.pages.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.site.pages.portal_view import PortalView
    from ita_site.site.pages.view import AgencyView
    from ita_site.site.pages.year_view import YearView

BLOCKS = ("summary", "scores", "survey", "complaints")
MARKER = re.compile(
    r"^(?P<indent>\s*)<!--\s*ita\s*:\s*(?P<name>[\w-]+)(?P<rest>[^>]*?)\s*-->\s*$", re.IGNORECASE
)
LOOSE = re.compile(r"<!--\s*ita\s*:", re.IGNORECASE)
ARGUMENT = re.compile(r"(?P<key>\w+)=(?P<value>[\w-]+)$")
FENCE = re.compile(r"^\s*(?P<fence>`{3,}|~{3,})(?P<info>.*)$")


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker as written, and where: line and column count from 1."""

    line: int
    column: int
    name: str
    arguments: dict[str, str]


def markers(text: str) -> Iterator[Marker]:
    """The markers of a Markdown text, those within fenced code left out."""
    for number, line in prose_lines(text):
        if found := MARKER.match(line):
            words = found["rest"].split()
            pairs = [(word, ARGUMENT.match(word)) for word in words]
            arguments = {
                pair["key"] if pair else word: pair["value"] if pair else "" for word, pair in pairs
            }
            yield Marker(number, len(found["indent"]) + 1, found["name"].lower(), arguments)


def prose_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines outside fenced code, counted from 1."""
    fence = ""
    for number, line in enumerate(text.split("\n"), start=1):
        found = FENCE.match(line)
        if not fence and not found:
            yield number, line
        elif found and not fence:
            fence = found["fence"]
        elif found and found["fence"].startswith(fence) and not found["info"].strip():
            fence = ""


def marker_problems(
    text: str, file: str, views: tuple[AgencyView, ...], portal: PortalView | None = None
) -> Iterator[Problem]:
    """Markers that name a block, agency or year that does not exist."""
    for number, column in _not_alone(text):
        yield Problem(file, number, column, "ITA505")
    for marker in markers(text):
        place = (file, marker.line, marker.column)
        if marker.name not in BLOCKS:
            details = {"value": marker.name, "choices": ", ".join(BLOCKS)}
            details["suggestion"] = suggestion(marker.name, list(BLOCKS))
            yield Problem(*place, "ITA501", "", details)
            continue
        for key, value, choices in _wrong_arguments(marker, views, portal):
            details = {"key": key, "value": value, "choices": ", ".join(choices)}
            details["suggestion"] = suggestion(value, choices)
            yield Problem(*place, "ITA503", "", details)


def _not_alone(text: str) -> Iterator[tuple[int, int]]:
    """Where a marker shares its line with other text, and so would not be seen."""
    for number, line in prose_lines(text):
        found = LOOSE.search(line)
        if found and not MARKER.match(line) and "`" not in line:
            yield number, found.start() + 1


def _wrong_arguments(
    marker: Marker, views: tuple[AgencyView, ...], portal: PortalView | None
) -> Iterator[tuple[str, str, list[str]]]:
    view, slugs = _agency(marker, views, portal), _slugs(views, portal)
    if _of_all(marker, slugs):
        return
    if view is None:
        yield "agency", marker.arguments.get("agency", ""), slugs
    elif _year(marker, view) is None and marker.name != "complaints":
        years = [str(entry.year) for entry in view.years]
        yield "year", marker.arguments.get("year", ""), years
    for key in marker.arguments.keys() - {"agency", "year"}:
        yield "argument", key, ["agency", "year"]


def fill(
    text: str, here: str, views: tuple[AgencyView, ...], portal: PortalView | None = None
) -> str:
    """The text with its markers replaced; `here` is the page's address."""
    lines = text.split("\n")
    for marker in markers(text):
        lines[marker.line - 1] = f"\n{_block(marker, here, views, portal)}\n"
    return "\n".join(lines)


def _block(
    marker: Marker, here: str, views: tuple[AgencyView, ...], portal: PortalView | None
) -> str:
    view = _agency(marker, views, portal)
    if portal and _of_all(marker, _slugs(views, portal)):
        html = render("blocks/agencies.jinja", portal=portal, here=here)
    elif view and view.withheld:
        html = render("blocks/withheld.jinja", view=view)
    elif view is None or marker.name not in BLOCKS:
        return ""
    else:
        context = {"view": view, "agency": view.facts.agency, "year": _year(marker, view)}
        html = render(f"blocks/{marker.name}.jinja", here=here, **context)
    return f'<div class="ita-block">\n{squeeze(html)}\n</div>'


def _of_all(marker: Marker, slugs: list[str]) -> bool:
    """Whether it asks for the summary of a whole portal."""
    return marker.name == "summary" and "agency" not in marker.arguments and len(slugs) > 1


def _slugs(views: tuple[AgencyView, ...], portal: PortalView | None) -> list[str]:
    """Of all agencies of the site, whether or not they are made here."""
    return [one.slug for one in portal.everyone] if portal else [one.facts.slug for one in views]


def _agency(
    marker: Marker, views: tuple[AgencyView, ...], portal: PortalView | None
) -> AgencyView | None:
    slug = marker.arguments.get("agency", "")
    named = (view for view in views if view.facts.slug == slug)
    only = views[0] if len(_slugs(views, portal)) == 1 and not slug else None
    return only or next(named, None)


def _year(marker: Marker, view: AgencyView) -> YearView | None:
    wanted = marker.arguments.get("year")
    if wanted is None:
        newest = {"scores": view.newest_result, "survey": view.surveyed}
        return newest.get(marker.name, view.current)
    return next((entry for entry in view.years if str(entry.year) == wanted), None)
