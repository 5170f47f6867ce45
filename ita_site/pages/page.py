"""A page: an address, what the theme needs to know of it, and its body."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from ita_site.artifact import Artifact
from ita_site.pages.address import markdown_path
from ita_site.pages.text import escape, squeeze


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a page: whose it is, and the way to its neighbours.

    `links` are the few addresses every page of an agency leads to, with their names;
    `protects` tells whether the agency says how it protects who reports corruption;
    `portal` names the site of many agencies that an agency's page is part of.
    """

    agency: str
    prefix: str
    sample: bool
    links: tuple[tuple[str, str], ...]
    colour: str | None = None
    protects: bool = False
    portal: str = ""

    def as_meta(self, kind: str) -> dict[str, object]:
        """For the theme, as front matter: texts already escaped for HTML."""
        portal = {"portal": str(escape(self.portal))} if self.portal else {}
        return {
            "kind": kind,
            "agency": str(escape(self.agency)),
            "prefix": self.prefix,
            "sample": self.sample,
            "links": [[str(escape(name)), address] for name, address in self.links],
            "colour": self.colour,
            "protects": self.protects,
            **portal,
        }


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
            "title": str(escape(self.title)),
            "description": str(escape(self.description)),
            "hide": ["navigation", "toc"],
            "ita": self.frame.as_meta(self.kind),
        }
        if not self.searchable:
            meta["search"] = {"exclude": True}
        lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in meta.items()]
        text = "---\n" + "\n".join(lines) + "\n---\n\n" + squeeze_blocks(self.body) + "\n"
        return Artifact(markdown_path(self.address), text.encode(), self.edit_uri)


def squeeze_blocks(body: str) -> str:
    """One blank line around Markdown, none within HTML.

    Templates set Markdown apart with lines that hold only `%%`.
    """
    parts = [squeeze(part) for part in body.split("%%\n")]
    return "\n\n".join(part for part in parts if part)
