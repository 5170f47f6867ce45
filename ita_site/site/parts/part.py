"""Which part of a portal's site is made at once: all of it, some agencies, or all but those."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ita_site.facts.content.folder import Content
    from ita_site.site.build_cache import BuildCache
    from ita_site.site.pages.summary import AgencySummary


@dataclass(frozen=True)
class Part:
    """What is made here, and what is known of the rest.

    `folders` names the agencies' folders that are read, None for every one. `shared` tells
    whether the pages of no single agency are made as well; `elsewhere` sums up the agencies that
    are made apart, and `told` names the folders of those of whose facts hand-written pages tell.
    `content` are the hand-written files where they have been read before, `cache`
    what was made of the rest before.
    """

    folders: frozenset[str] | None = None
    shared: bool = True
    elsewhere: tuple[AgencySummary, ...] = ()
    told: frozenset[str] = frozenset()
    content: Content | None = None
    cache: BuildCache | None = None

    @property
    def pictures(self) -> frozenset[str]:
        """The hand-written files that reports of the agencies made apart show."""
        return self._pictures(withheld=False)

    @property
    def withheld_pictures(self) -> frozenset[str]:
        """Those that reports of the withheld ones among them would show."""
        return self._pictures(withheld=True)

    def _pictures(self, *, withheld: bool) -> frozenset[str]:
        shown = (one.pictures for one in self.elsewhere if one.withheld is withheld)
        return frozenset(path for pictures in shown for path in pictures)


WHOLE = Part()
