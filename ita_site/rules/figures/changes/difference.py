"""A field of a fact that is not what it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from ita_site.facts.model.labelled import Labelled

if TYPE_CHECKING:
    from ita_site.facts.model.base import Fact

Step: TypeAlias = "tuple[type[Fact], str]"
"""A model and one of its fields; an empty name stands for a whole entry of a list."""


class Kind(Labelled):
    """What became of the fact."""

    ADDED = "added", "เพิ่ม"
    REMOVED = "removed", "ตัดออก"
    CHANGED = "changed", "แก้"
    MOVED = "moved", "ย้ายลำดับ"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that is not what it was.

    `steps` lead to it from the outermost field inwards. `old` and `new` are its texts as a page
    shows them, `before` and `after` its values.
    """

    steps: tuple[Step, ...]
    label: str
    kind: Kind
    old: str = ""
    new: str = ""
    before: Any = None
    after: Any = None

    @property
    def root(self) -> str:
        """The model's name of the outermost field."""
        return self.steps[0][1]
