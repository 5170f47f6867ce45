"""A page: an address, what the theme needs to know of it, and its body."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ita_site.site.artifact import Artifact
from ita_site.site.pages.address import markdown_path
from ita_site.site.pages.numerals import in_numerals
from ita_site.site.pages.text import date, escape, squeeze

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_site.facts.content.emblem import Emblem
    from ita_site.facts.model.agency import Numerals
    from ita_site.facts.thai.calendar import BEDate


@dataclass(frozen=True, slots=True)
class Stale:
    """What a site says when nothing changed for a year: since when, and after which day."""

    since: BEDate
    after: BEDate
    shown: bool

    @property
    def text(self) -> str:
        """The sentence."""
        return (
            f"ข้อมูลในเว็บไซต์นี้ไม่ได้ปรับปรุงตั้งแต่ {date(self.since)} เกินหนึ่งปีแล้ว "
            "โปรดสอบถามหน่วยงานว่ามีข้อมูลใหม่กว่านี้หรือไม่"
        )


@dataclass(frozen=True, slots=True)
class Survey:
    """The survey that can be answered on the day of the build, and until when."""

    year: int
    closes_on: BEDate | None


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a page: whose it is, and the way to its neighbours.

    `links` are the few addresses every page of an agency leads to, with their names, and `offers`
    what is offered where a search finds nothing, when that is more than these;
    `protects` tells whether the agency says how it protects who reports corruption,
    `has_feed` whether its reports can be followed; `survey` is asked for on every page;
    `has_english` whether there is a page in English.
    `styled` whether it has a stylesheet of its own; `portal` names the site of many
    agencies that an agency's page is part of; `searched` says what a large portal's search holds;
    `emblem` is the agency's.
    """

    agency: str
    prefix: str
    sample: bool
    links: tuple[tuple[str, str], ...]
    styled: bool = False
    colour: str | None = None
    protects: bool = False
    numerals: Numerals | None = None
    stale: Stale | None = None
    has_feed: bool = False
    portal: str = ""
    survey: Survey | None = None
    has_english: bool = False
    searched: str = ""
    emblem: Emblem | None = None
    offers: tuple[tuple[str, str], ...] = ()

    def as_meta(self, kind: str) -> dict[str, object]:
        """For the theme, as front matter: texts already escaped for HTML."""
        of_many = {"portal": str(escape(self.portal)), "searched": str(escape(self.searched))}
        return {
            "kind": kind,
            "agency": self.in_numerals(self.agency),
            "prefix": self.prefix,
            "sample": self.sample,
            "links": [[self.in_numerals(name), address] for name, address in self.links],
            "styled": self.styled,
            "colour": self.colour,
            "protects": self.protects,
            "stale": self._stale(),
            "feed": f"{self.prefix}data/progress.atom" if self.has_feed else None,
            "survey": self._survey(),
            **({"english": f"{self.prefix}en/"} if self.has_english else {}),
            **({"offers": self.offers} if self.offers else {}),
            **{name: text for name, text in of_many.items() if text},
            **self._emblem(),
        }

    def _emblem(self) -> dict[str, object]:
        if self.emblem is None:
            return {}
        address = f"{self.prefix}assets/emblem{self.emblem.suffix}"
        size = {"width": self.emblem.width, "height": self.emblem.height}
        return {"emblem": {"address": address, **size}}

    def _stale(self) -> dict[str, object] | None:
        if self.stale is None:
            return None
        after = None if self.stale.shown else self.stale.after.to_date().isoformat()
        return {"text": self.in_numerals(self.stale.text), "after": after}

    def _survey(self) -> dict[str, object] | None:
        if self.survey is None:
            return None
        end = self.survey.closes_on
        until = self.in_numerals(f"ถึง {end.short()}") if end else ""
        return {
            "year": self.in_numerals(str(self.survey.year)),
            "until": until,
            "after": end.to_date().isoformat() if end else None,
        }

    def in_numerals(self, text: str) -> str:
        """A text as HTML, its numbers in the agency's numerals."""
        return in_numerals(str(escape(text)), self.numerals)


class Picture(NamedTuple):
    """A picture of a page and what stands on it."""

    file: str
    text: str


@dataclass(frozen=True)
class Page:
    """A page to be. `kind` names what it shows; `searchable` is False for officers' help.

    `render` makes its body, Markdown and HTML, when that is asked for.
    `url` is its address for anybody and `linked_data` what it tells programs, as JSON that
    may stand within HTML; both are empty where there is nothing to tell. `picture` is what
    messengers show of it, below the root, with its words; None for that of all pages.
    """

    address: str
    kind: str
    title: str
    description: str
    render: Callable[[], str]
    frame: Frame
    edit_uri: str | None = None
    nav_title: str = ""
    url: str = ""
    linked_data: str = ""
    picture: Picture | None = None
    searchable: bool = field(default=True)

    @cached_property
    def body(self) -> str:
        """What stands on it."""
        return self.render()

    def artifact(self) -> Artifact:
        """As Markdown with its front matter (JSON is YAML)."""
        return Artifact(markdown_path(self.address), self._markdown, self.edit_uri)

    def _markdown(self) -> bytes:
        meta: dict[str, object] = {
            "title": self.frame.in_numerals(self.title),
            "description": self.frame.in_numerals(self.description),
            "hide": ["navigation", "toc"],
            "ita": self.frame.as_meta(self.kind) | self._own_meta(),
        }
        if not self.searchable:
            meta["search"] = {"exclude": True}
        lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in meta.items()]
        body = in_numerals(squeeze_blocks(self.body), self.frame.numerals)
        text = "---\n" + "\n".join(lines) + f"\n---\n\n{body}\n"
        return text.encode()

    def _own_meta(self) -> dict[str, object]:
        picture = self.picture and {
            "file": self.picture.file,
            "text": self.frame.in_numerals(self.picture.text),
        }
        meta = {"url": self.url, "linked_data": self.linked_data, "picture": picture}
        return {name: value for name, value in meta.items() if value}


def squeeze_blocks(body: str) -> str:
    """One blank line around Markdown, none within HTML.

    Templates set Markdown apart with lines that hold only `%%`.
    """
    parts = [squeeze(part) for part in body.split("%%\n")]
    return "\n\n".join(part for part in parts if part)
