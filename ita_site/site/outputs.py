"""Everything a site consists of, as one list."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ita_site.site.artifact import Artifact, address_of
from ita_site.site.downloads.dataset.joined import join
from ita_site.site.downloads.dataset.parquet import NO_PYARROW, can_write
from ita_site.site.pages.api_page import API, COLUMNS
from ita_site.site.pages.blocks import fill, marker_problems
from ita_site.site.pages.common_pages import LAST

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ita_site.facts.model.agency import Agency
    from ita_site.facts.problems import Problem
    from ita_site.rules.figures.criteria import Verdicts
    from ita_site.site.artifact import Document
    from ita_site.site.build_cache import BuildCache
    from ita_site.site.pages.build import NavEntry
    from ita_site.site.pages.page import Frame
    from ita_site.site.pages.portal_view import PortalView
    from ita_site.site.pages.summary import AgencySummary
    from ita_site.site.pages.view import AgencyView


@dataclass(frozen=True)
class Outputs:
    """A site's generated files, its navigation, and what its hand-written pages need.

    `verdicts` are those on the criteria, by the address of each year. `addresses` are those
    of all its pages and files, the hand-written ones too, without a `/` at their end.
    `portal` is None for a single agency alone; `everyone` are the agencies that are made here,
    those among them for which a notice stands.
    `documents` are made from the built pages, where the host can. `pictures` are the files
    among the hand-written ones that are published as `facts/content/pictures` makes them; `told`
    agencies that are made elsewhere, and of whose facts hand-written pages tell.
    """

    artifacts: tuple[Artifact, ...]
    navigation: tuple[NavEntry, ...]
    frame: Frame
    everyone: tuple[AgencyView, ...]
    problems: tuple[Problem, ...]
    verdicts: Mapping[str, Verdicts]
    addresses: frozenset[str]
    documents: tuple[Document, ...]
    portal: PortalView | None = None
    pictures: Mapping[str, Path] = field(default_factory=dict)
    told: tuple[AgencyView, ...] = ()

    @property
    def views(self) -> tuple[AgencyView, ...]:
        """The agencies that are published."""
        return tuple(view for view in self.everyone if not view.withheld)

    @property
    def site_url(self) -> str | None:
        """Where the site will stand: the portal says it, or the agency that stands alone."""
        return self.portal.facts.site_url if self.portal else self.everyone[0].site_url

    @property
    def agencies(self) -> dict[str, Agency]:
        """The agency at each prefix."""
        return {view.facts.prefix: view.facts.agency for view in self.views}

    @property
    def landmarks(self) -> dict[str, dict[str, str]]:
        """Where the pages are that people look for, of each agency by its prefix, and of all."""
        of_all = {"complaints": "complaints/", "accessibility": "accessibility/"}
        alone = {view.facts.prefix: view.landmarks for view in self.views}
        return {**alone, "": {**alone.get("", {}), **of_all}}

    @property
    def places(self) -> dict[str, str]:
        """In a large portal the address of the province of each agency, by the agency's prefix."""
        if not (self.portal and self.portal.is_large):
            return {}
        parts = self.portal.parts
        return {agency.prefix: part.address for part in parts for agency in part.everyone}

    @property
    def made_pages(self) -> list[str]:
        """Where readers find the generated pages, as links name them: `2566/o42/`.

        In the order of the site; for an agency that is made elsewhere its front page stands.
        """
        made = [_link(artifact.path) for artifact in self.artifacts if artifact.is_page]
        here = {view.facts.prefix for view in self.everyone}
        everyone = self.portal.everyone if self.portal else ()
        made += [agency.prefix for agency in everyone if agency.prefix not in here]
        return sorted(made, key=self.place)

    def place(self, address: str) -> tuple[int, str]:
        """Where a generated page stands among all pages, by its address.

        The portal's own come first, then those of its agencies, then notices.
        """
        if address in (API, COLUMNS, *LAST):
            return 3, ""
        agency = self._summaries.get(address.partition("/")[0])
        return (2 if agency.withheld else 1, agency.slug) if agency else (0, "")

    @cached_property
    def _summaries(self) -> dict[str, AgencySummary]:
        return {agency.slug: agency for agency in (self.portal.everyone if self.portal else ())}

    def made(self) -> Outputs:
        """The same with every file made, and nothing kept that was only needed for that."""
        made = (Artifact(file.path, file.content, file.edit_uri) for file in self.artifacts)
        return replace(self, artifacts=tuple(made))

    def join_data(
        self,
        site: Path,
        apart: Callable[[str], Path] | None = None,
        cache: BuildCache | None = None,
    ) -> None:
        """Write the open data of all agencies into a portal's site.

        Their files stand in that site, or in a folder like it that `apart` names for the name of
        an agency's folder. `cache` has what was made of the same data before.
        """
        if self.portal:
            agencies = self.portal.agencies
            folders = [(apart(it.slug) if apart else site) / it.prefix for it in agencies]
            join(site, folders, self.portal.publisher, cache)

    @property
    def missing_form(self) -> str:
        """In which form the data of all agencies cannot be made here, in words."""
        return NO_PYARROW if self.portal and not can_write() else ""

    def fill_blocks(self, text: str, here: str) -> str:
        """A hand-written page's text with its blocks; `here` is the page's address."""
        return fill(text, here, (*self.everyone, *self.told), self.portal)

    def block_problems(self, text: str, file: str) -> tuple[Problem, ...]:
        """Blocks that `fill_blocks` cannot fill in a page that is in no folder."""
        return tuple(marker_problems(text, file, (*self.everyone, *self.told), self.portal))


def _link(path: str) -> str:
    return f"{address}/" if (address := address_of(path)) else ""
