"""What became of a criterion: the verdict, why, and where on the site to look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.facts.model.labelled import Labelled

if TYPE_CHECKING:
    from ita_site.facts.model.edition import Criterion, Item


class Outcome(Labelled):
    """How a criterion stands, seen from what is on the page."""

    MET = "met", "ครบ"
    NOT_MET = "not_met", "ยังไม่ครบ"
    BY_HAND = "by_hand", "ต้องตรวจเอง"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One criterion of one item. `places` are addresses below the site's root, with anchors.

    `file` is the year's data file in which an officer mends it. `first_seen` are the words an
    assessor meets first there; `weak` says what is there and may not satisfy.
    """

    item: Item
    criterion: Criterion
    outcome: Outcome
    reason: str
    places: tuple[str, ...]
    file: str
    first_seen: str = ""
    weak: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Those of both items of one year of one agency, in the edition's order.

    `notices` are what an officer must know before handing in the addresses.
    """

    verdicts: tuple[Verdict, ...] = ()
    notices: tuple[str, ...] = ()

    def of_item(self, item: Item) -> tuple[Verdict, ...]:
        """Those of one item."""
        return tuple(verdict for verdict in self.verdicts if verdict.item is item)

    def count(self, outcome: Outcome) -> int:
        """How many criteria have this outcome."""
        return sum(verdict.outcome is outcome for verdict in self.verdicts)
