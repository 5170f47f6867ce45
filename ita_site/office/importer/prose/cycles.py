"""Measures whose headings look like nothing: blocks that repeat the same labels in one order."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.document.spans import parse_item
from ita_site.office.importer.prose.repeated import find_last_end, repeated_labels, split_label
from ita_site.office.importer.words.labels import ProseMeasure, style_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_site.office.importer.document.spans import Span

_FEWEST: Final = 2
_SAME: Final = 3
"""So many labels stand in each block."""
_LONGEST: Final = 200
_WORDS: Final = ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ")
_LETTERS: Final = "กขคงจฉชซฌญ"
_NUMBER: Final = re.compile(
    rf"(?P<lead>[^0-9๐-๙]{{0,30}}?)(?P<number>[0-9๐-๙]{{1,2}}|{'|'.join(_WORDS)}|(?<![ก-๎])[{_LETTERS}](?![ก-๎]))"
    r"(?![.][0-9๐-๙])"
    r"(?:\s*/\s*[0-9๐-๙]{2,4})?(?P<behind>\s*[\])}.:：–—»=-]+\s*|\s+|$)"
)


def find_cycles(run: Sequence[Span]) -> list[tuple[int, ProseMeasure, int]]:
    """The measures of lines: blocks of the same labels in one order, each below its heading."""
    labels = repeated_labels(run)
    firsts, cycle = _blocks(labels)
    if not firsts:
        return []
    marked = {at: label for at, label in labels.items() if label in cycle}
    heads = _heads(run, firsts, marked)
    if not heads and len(cycle) > _SAME:
        lead, heads = labels[firsts[0]], firsts
        marked = {at: label for at, label in marked.items() if label != lead}
    if not heads:
        return []
    ends = [*heads[1:], find_last_end(run, min(at for at in marked if at > heads[-1]) - 1, marked)]
    told = [
        _tell(run, head, end, at, marked)
        for at, (head, end) in enumerate(zip(heads, ends, strict=True), 1)
    ]
    return [(head, each, end) for head, each, end in zip(heads, told, ends, strict=True)]


def _blocks(labels: Mapping[int, str]) -> tuple[list[int], set[str]]:
    """Where each block's first label stands, and the labels that all have in one order."""
    counts = Counter(labels.values())
    for number, _ in Counter(counts.values()).most_common():
        cycle = {label for label, count in counts.items() if count == number}
        places = [at for at in sorted(labels) if labels[at] in cycle]
        order = [labels[at] for at in places[: len(cycle)]]
        if number < _FEWEST or len(cycle) < _SAME or len({*order}) < len(cycle):
            continue
        if [labels[at] for at in places] == order * number:
            return places[:: len(cycle)], cycle
    return [], set()


def _heads(run: Sequence[Span], firsts: Sequence[int], labels: Mapping[int, str]) -> list[int]:
    """The line above each block, or two where the first is only a number; none where values are.

    A value that may stand there is that of a label with nothing behind it.
    """
    above = [at - 1 for at in firsts]
    for at in above:
        last = max((each for each in labels if each <= at), default=-1)
        opened = last >= 0 and not split_label(run[last], labels[last])[2]
        if at <= last or (opened and at == last + 1):
            return []
    if any(at < 0 or len(run[at].text) > _LONGEST for at in above):
        return []
    marks = {style_of(label) if (label := parse_item(run[at]).label) else "" for at in above}
    if len(marks) > 1:
        return []
    numbered = [
        at > 0 and at - 1 not in labels and _is_number(run[at - 1], number)
        for number, at in enumerate(above, 1)
    ]
    return [at - 1 for at in above] if all(numbered) else above


def _is_number(words: Span, number: int) -> bool:
    found = _NUMBER.match(words.own)
    return found is not None and found.end() == len(words.own) and _value(found) == number


def _value(found: re.Match[str]) -> int:
    text = found["number"]
    if text in _WORDS:
        return _WORDS.index(text) + 1
    return _LETTERS.index(text) + 1 if text in _LETTERS else int(to_arabic(text))


def _tell(
    run: Sequence[Span], head: int, end: int, number: int, labels: Mapping[int, str]
) -> ProseMeasure:
    found = _NUMBER.match(run[head].own)
    is_led = found is not None and _value(found) == number
    led = run[head].cut(0, found.end()) if found and is_led else None
    title = run[head].cut(found.end()) if found and is_led else run[head]
    told = ProseMeasure(title, [led] if led else [], is_guess=led is not None)
    told.begun.append((run[head], "measure", None))
    if not led:
        told.doubts.append(
            (run[head], f"“{title}” อ่านเป็นมาตรการ เพราะหัวข้อย่อยข้างใต้เป็นชุดเดียวกับเรื่องอื่น")
        )
    column = ""
    for at in range(head + 1, end):
        if at in labels:
            column = told.take_label(run[at], split_label(run[at], labels[at]))
        elif column:
            column = told.take_more(run[at], column)
        elif told.title:
            told.title = told.title.followed_by(run[at])
        else:
            told.title = run[at]
    return told
