"""A page: an address, what the theme needs to know of it, and its body."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_site.artifact import Artifact
from ita_site.pages.address import markdown_path
from ita_site.pages.numerals import in_numerals
from ita_site.pages.text import escape, squeeze

if TYPE_CHECKING:
    from ita_site.model.agency import Numerals


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a page: whose it is, and the way to its neighbours.

    `links` are the few addresses every page of an agency leads to, with their names;
    `protects` tells whether the agency says how it protects who reports corruption,
    `styled` whether it has a stylesheet of its own; `portal` names the site of many
    agencies that an agency's page is part of.
    """

    agency: str
    prefix: str
    sample: bool
    links: tuple[tuple[str, str], ...]
    styled: bool = False
    colour: str | None = None
    protects: bool = False
    numerals: Numerals | None = None
    portal: str = ""

    def as_meta(self, kind: str) -> dict[str, object]:
        """For the theme, as front matter: texts already escaped for HTML."""
        portal = {"portal": str(escape(self.portal))} if self.portal else {}
        return {
            "kind": kind,
            "agency": self.told(self.agency),
            "prefix": self.prefix,
            "sample": self.sample,
            "links": [[self.told(name), address] for name, address in self.links],
            "styled": self.styled,
            "colour": self.colour,
            "protects": self.protects,
            **portal,
        }

    def told(self, text: str) -> str:
        """A text as HTML, its numbers in the agency's numerals."""
        return in_numerals(str(escape(text)), self.numerals)


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be. `kind` names what it shows; `searchable` is False for officers' help."""

    address: str
    kind: str
    title: str
    description: str
    body: str
    frame: Frame
    edit_uri: str | None = None
    nav_title: str = ""
    searchable: bool = field(default=True)

    def artifact(self) -> Artifact:
        """As Markdown with its front matter (JSON is YAML)."""
        meta: dict[str, object] = {
            "title": self.frame.told(self.title),
            "description": self.frame.told(self.description),
            "hide": ["navigation", "toc"],
            "ita": self.frame.as_meta(self.kind),
        }
        if not self.searchable:
            meta["search"] = {"exclude": True}
        lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in meta.items()]
        body = in_numerals(squeeze_blocks(self.body), self.frame.numerals)
        text = "---\n" + "\n".join(lines) + f"\n---\n\n{body}\n"
        return Artifact(markdown_path(self.address), text.encode(), self.edit_uri)


def squeeze_blocks(body: str) -> str:
    """One blank line around Markdown, none within HTML.

    Templates set Markdown apart with lines that hold only `%%`.
    """
    parts = [squeeze(part) for part in body.split("%%\n")]
    return "\n\n".join(part for part in parts if part)
