"""How many measures a document says it has, against how many were read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.document.values import get_fields

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.spans import Span

_SAID: Final = re.compile(
    r"(?:จำนวน|ทั้งสิ้น|ทั้งหมด|รวม|^)\s*(?P<number>[0-9๐-๙]{1,2})\s*(?:\([ก-๎]+\)\s*)?มาตรการ"
)


def doubt_count(listed: Iterable[Span], draft: Draft) -> None:
    """Tell where the document speaks of another number of measures than were read."""
    said = [
        (words, int(to_arabic(found["number"])))
        for words in listed
        for found in _SAID.finditer(words.own)
    ]
    known = {str(get_fields(each)["id"]) for each in draft.measures}
    made = len(known | {str(get_fields(each)["measure"]) for each in draft.reports})
    counts = [count for _, count in said]
    if not made or made in (*counts, sum(counts)):
        return
    for words, count in said[:1]:
        text = f"เอกสารบอกว่ามี {count} มาตรการ แต่อ่านได้ {made} โปรดตรวจว่ามาตรการใดขาดหรือเกิน"
        draft.advise(words, text)
