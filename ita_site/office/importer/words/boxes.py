"""Cells with boxes to tick: ☐ ดำเนินการแล้ว ☑ อยู่ระหว่างดำเนินการ. What is ticked is what is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.words.ticks import EMPTY, guess_status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.facts.model.progress import Status
    from ita_site.office.importer.document.spans import Span

_FULL: Final = "☑☒■▣◼✅✓✔√🗹🗷\uf0fe\uf0fd\uf0fc"
_INSIDE: Final = "[xX/✓✔√●•*]"
_BOX: Final = re.compile(
    rf"(?P<empty>[{EMPTY}]|\[[ \u00a0]{{0,6}}\]|\([ \u00a0]{{0,9}}\))"
    rf"|[{_FULL}]|\[[ \u00a0]{{0,4}}{_INSIDE}[ \u00a0]{{0,4}}\]"
    rf"|\([ \u00a0]{{0,4}}{_INSIDE}[ \u00a0]{{0,4}}\)"
)
_ASKED: Final = re.compile(r"[^☐[(]{0,60}(?:☐|\[[ \u00a0]{0,6}\]|\([ \u00a0]{1,9}\))")
_BETWEEN: Final = " ,;/|\u00a0"
PLANS: Final = (
    "steps",
    "guideline",
    "measure",
    "project",
    "activity",
    "objective",
    "target",
    "goal",
)
"""Roles of columns in which boxes only begin entries, ticked or not yet."""
NONE_TICKED: Final = "ไม่ได้ทำเครื่องหมายในช่องใด จึงไม่อ่านเป็นผล"
SEVERAL_TICKED: Final = "ทำเครื่องหมายไว้มากกว่า 1 ช่อง จึงไม่รู้ว่าเป็นสถานะใด"


@dataclass(frozen=True, slots=True)
class Boxes:
    """What stands beside the boxes of a cell: of those that are ticked, and of the others.

    `is_asked` tells that an empty box is one to be ticked, and may be no bullet.
    """

    ticked: tuple[Span, ...]
    others: tuple[Span, ...]
    is_asked: bool = False

    @property
    def of_statuses(self) -> bool:
        """Whether each box says how a measure stands."""
        return all(guess_status(words.text) for words in (*self.ticked, *self.others))

    @property
    def progress(self) -> Status | None:
        """The one ticked status, in whatever words, where the boxes are of several statuses."""
        said = [guess_status(words.text, whatever=True) for words in (*self.ticked, *self.others)]
        is_of_several = None not in said and len({*said}) > 1
        return said[0] if is_of_several and len(self.ticked) == 1 else None

    @property
    def is_choice(self) -> bool:
        """Whether some are ticked and some are not, or each says how a measure stands."""
        return bool(self.ticked and self.others) or self.of_statuses


def read_boxes(lines: Sequence[Span]) -> Boxes | None:
    """The boxes of a cell; None where a line has none, or a box has no words."""
    found = [_options(line) for line in lines]
    if not found or not all(found):
        return None
    options = [option for each in found for option in each]
    if not all(words for _, words in options):
        return None
    ticked = tuple(words for is_ticked, words in options if is_ticked)
    others = tuple(words for is_ticked, words in options if not is_ticked)
    return Boxes(ticked, others, any(_ASKED.match(line.own) for line in lines))


def _options(line: Span) -> list[tuple[bool, Span]]:
    """Whether each box of a line is ticked, and the words behind it, or else those before it."""
    boxes = list(_BOX.finditer(line.own))
    if not boxes or line.then:
        return []
    before = line.own[: boxes[0].start()].strip(_BETWEEN)
    behind = line.own[boxes[-1].end() :].strip(_BETWEEN)
    if bool(before) == bool(behind):
        return []
    if behind:
        starts, ends = [box.end() for box in boxes], [*(box.start() for box in boxes[1:]), None]
    else:
        starts, ends = [0, *(box.end() for box in boxes[:-1])], [box.start() for box in boxes]
    words = [
        line.cut(start, end).stripped(_BETWEEN) for start, end in zip(starts, ends, strict=True)
    ]
    return [(box["empty"] is None, each) for box, each in zip(boxes, words, strict=True)]
