"""Which measure of this document a row is about: by its title, a near one, or its number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import NEAR_TITLE, SAME_TITLE, bare_title, title_likeness
from ita_site.office.importer.document.values import Noted, get_fields, to_plain
from ita_site.office.importer.facts.entries import number_of
from ita_site.office.importer.facts.titles import drafted_title, shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.document.values import Value

NUMBER: Final = "ลำดับในเอกสาร"
"""The remark on a measure that keeps its printed number."""
_BARE_NUMBER: Final = re.compile(
    r"\W*(?:(?:มาตรการ|ข้อ|ลำดับ|เรื่อง|โครงการ)\s*)?(?:ที่\s*)?(?P<number>[0-9๐-๙]{1,2})\s*[.)]?\s*"
)
_ROUGHLY: Final = 0.5
_APART: Final = 0.05
_LONG_ENOUGH: Final = 12
_SAME: Final = "“{}” อ่านเป็นผลของมาตรการ “{}” ({}) ถ้าเป็นคนละมาตรการ ให้แก้ measure"
ALONE: Final = "“{}” มีแต่เลขลำดับ ไม่พบมาตรการลำดับนี้ จึงเก็บไว้ในไฟล์ข้อความที่เหลือ"


def is_bare_number(words: Span) -> bool:
    """Whether a title is only the number of a measure, which is no title."""
    return bool(_BARE_NUMBER.fullmatch(words.text))


def read_number(lines: Sequence[Span]) -> int | None:
    """The number of a measure that cells hold, with or without the word before it."""
    found = {number for words in lines if (number := _number_in(words.text)) is not None}
    return found.pop() if len(found) == 1 else None


def find_measure(
    title: str, numbers: Sequence[Span], before: Sequence[Value], draft: Draft
) -> str | None:
    """The id of the measure among those read before that a row of results is about.

    One that is not called just the same is told: of a near title, or of the same number.
    """
    likely = [(title_likeness(title, drafted_title(each)), each) for each in before]
    likely.sort(key=lambda each: each[0], reverse=True)
    if likely and likely[0][0] >= SAME_TITLE:
        return _id(likely[0][1])
    if not numbers:
        return None
    number = read_number(numbers)
    found = _of_number(title, number, before) or _near(title, number, likely)
    if found is None:
        return _of_file(number, numbers, draft) if not title else None
    said = title or f"ลำดับ {number}"
    text = _SAME.format(shorten(said), shorten(drafted_title(found)), _id(found))
    draft.doubt(numbers[0], text)
    return _id(found)


def _of_number(title: str, number: int | None, before: Sequence[Value]) -> Value | None:
    """The only one of this number; a title that is there must be roughly the same."""
    of_number = [each for each in before if number is not None and _number(each) == number]
    if len(of_number) != 1:
        return None
    alike = not title or title_likeness(title, drafted_title(of_number[0])) >= _ROUGHLY
    return of_number[0] if alike else None


def _near(title: str, number: int | None, likely: Sequence[tuple[float, Value]]) -> Value | None:
    """The one of nearly this title, nearer than any other, and of no other number."""
    begun = [each for _, each in likely if _begins_alike(title, drafted_title(each))]
    clear = likely and (len(likely) == 1 or likely[0][0] - likely[1][0] >= _APART)
    near = [likely[0][1]] if clear and likely[0][0] >= NEAR_TITLE else begun
    if len(near) != 1 or (number is not None and _number(near[0]) not in (None, number)):
        return None
    return near[0]


def _begins_alike(one: str, other: str) -> bool:
    short, long = sorted((bare_title(one), bare_title(other)), key=len)
    return len(short) >= _LONG_ENOUGH and long.startswith(short)


def _of_file(number: int | None, numbers: Sequence[Span], draft: Draft) -> str | None:
    """The measure of that place among the year's, where the document lists none itself."""
    listed = () if draft.measures else draft.known.measures
    if number is None or not 1 <= number <= len(listed):
        return None
    measure = listed[number - 1]
    title = shorten(" ".join(measure.titles))
    draft.doubt(numbers[0], _SAME.format(f"ลำดับ {number}", title, measure.id))
    return str(measure.id)


def _number(measure: Value) -> int | None:
    """The number that the document prints before a measure."""
    notes = measure.notes if isinstance(measure, Noted) else ()
    printed = [note.words for note in notes if note.text == NUMBER and note.words]
    label = to_plain(get_fields(measure).get("label_as_printed", ""))
    return number_of(printed) if printed else _number_in(str(label))


def _number_in(text: str) -> int | None:
    found = _BARE_NUMBER.fullmatch(text)
    return int(found["number"]) if found else None


def _id(measure: Value) -> str:
    return str(get_fields(measure)["id"])
