"""Tables with two rows a measure, what is planned above what was done: แผน and ผล."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.values import Rewritten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.document.spans import Span

PLAN_OR_DONE: Final = "plan_or_done"
"""The role of the column that tells the rows apart."""
DONE_WHEN: Final = "done_when"
"""What a row calls the months or quarters in which something was done."""
ONLY_WHEN: Final = "แถวผลบอกได้แต่ว่าทำเมื่อใด จึงใส่เป็นผลว่า “ดำเนินการใน …” โปรดเติม"
_PLANNED: Final = re.compile(r"(?:ตาม)?แผน(?:งาน|การ)?(?:ดำเนิน(?:การ|งาน))?|เป้า(?:หมาย)?")
_DONE: Final = re.compile(
    r"(?:ผล|ทำจริง|ปฏิบัติจริง|ดำเนินการจริง|จริง)(?:งาน|การ)?(?:ดำเนิน(?:การ|งาน)|ปฏิบัติ(?:งาน)?)?(?:จริง)?"
)


def says_done(text: str) -> bool:
    """Whether a cell says that its row tells what was done."""
    return _DONE.fullmatch("".join(text.split())) is not None


def tells_rows_apart(cells: Sequence[str]) -> bool:
    """Whether a column says of each row whether it is planned or done, and each occurs."""
    plain = ["".join(text.split()) for text in cells]
    planned = [text for text in plain if _PLANNED.fullmatch(text)]
    done = [text for text in plain if _DONE.fullmatch(text)]
    return bool(planned and done) and len(planned) + len(done) == len(plain)


def done_in(ticks: Sequence[Span]) -> Rewritten:
    """When it was done, as a result's words."""
    return Rewritten(f"ดำเนินการใน {', '.join(words.text for words in ticks)}", tuple(ticks))
