"""Measures nobody calls so: headings numbered alike, each followed by the same labels."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from ita_site.facts.thai.likeness import letters_only
from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.roles import parse_heading
from ita_site.office.importer.signers import begins_closing
from ita_site.office.importer.spans import parse_item
from ita_site.office.importer.told import Told, continues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.spans import Span

ALIKE: Final = "หัวข้อมีเลขเรียงกัน และมีหัวข้อย่อยชุดเดียวกัน"
_DIGITS: Final = "[0-9๐-๙]"
_NUMBERED: Final = re.compile(
    rf"(?P<led>(?P<word>[ก-๎]{{0,20}})\s*(?P<number>{_DIGITS}{{1,2}})\s*[.)]?\s*[:：]?\s+"
    r"(?:เรื่อง\s*[:：]?\s+)?)(?P<title>\S.*)",
    re.DOTALL,
)
_MARK: Final = re.compile(rf"(?:\(?(?:{_DIGITS}{{1,2}}\.)?[ก-ฮ][.)]|{_DIGITS}{{1,2}}\.[ก-ฮ])\s+")
_WORD: Final = re.compile(r"[^\s:：]+")
_BEHIND: Final = " :：\t"
_LABEL: Final = 40
_FEWEST: Final = 2
_SAME: Final = 3
"""So many labels stand below each heading."""


class Numbered(NamedTuple):
    """A heading with its number: the words before the title, their style, the number."""

    led: Span
    title: Span
    style: str
    number: int


def parse_numbered(words: Span) -> Numbered | None:
    """A line that begins with a number, or with one word and a number, and goes on."""
    found = _NUMBERED.fullmatch(words.own)
    if found is None:
        return None
    style = re.sub(_DIGITS, "", re.sub(r"\s", "", found["led"]))
    number = int(to_arabic(found["number"]))
    return Numbered(words.within(found, "led"), words.within(found, "title"), style, number)


def without_mark(words: Span) -> Span:
    """A line without the number, letter or bullet before it."""
    marked = _MARK.match(words.own)
    return words.cut(marked.end()) if marked else parse_item(words).words


def find_repeated(run: Sequence[Span]) -> list[tuple[int, Told, int]]:
    """The measures of lines: headings of one style, below each the same labels."""
    labels = _repeated_labels(run)
    styles: dict[str, list[int]] = defaultdict(list)
    for at, words in enumerate(run):
        numbered = parse_numbered(words)
        if numbered and numbered.number == len(styles[numbered.style]) + 1:
            styles[numbered.style].append(at)
    for heads in styles.values():
        below = {at: label for at, label in labels.items() if at not in heads}
        end = _end(run, heads[-1], below) if len(heads) >= _FEWEST else 0
        if end and (measures := _read_sections(run, [*heads, end], below)):
            return measures
    return []


def _end(run: Sequence[Span], last: int, labels: dict[int, str]) -> int:
    """Where the lines of the last heading end; 0 where nothing is labelled below it."""
    at, before = last + 1, []
    while at < len(run):
        if at in labels:
            before = [_value(run[at], labels[at])]
        elif not before or begins_closing(run, at) or not _continues(run[at], before):
            break
        else:
            before = [*filter(None, before), run[at]]
        at += 1
    return at if before else 0


def _continues(words: Span, before: Sequence[Span]) -> bool:
    return continues(words, before, open_ended=not before[0])


def _read_sections(
    run: Sequence[Span], ends: Sequence[int], labels: dict[int, str]
) -> list[tuple[int, Told, int]]:
    """The sections between these lines, where the same labels stand in each."""
    sections = [
        [labels[at] for at in range(first, end) if at in labels] for first, end in pairwise(ends)
    ]
    common = set.intersection(*map(set, sections))
    once = all(count == 1 for each in sections for count in Counter(each).values())
    if len(common) < _SAME or not once:
        return []
    return [
        (first, _tell_section(run[first:end], first, labels), end) for first, end in pairwise(ends)
    ]


def _tell_section(lines: Sequence[Span], first: int, labels: dict[int, str]) -> Told:
    head = parse_numbered(lines[0])
    assert head  # noqa: S101 - it was chosen for it
    told = Told(head.title, [head.led], is_guess=True)
    told.begun.append((lines[0], "measure", None))
    column = ""
    for at, words in enumerate(lines[1:], first + 1):
        if at in labels:
            label, value = _split(words, labels[at])
            found = parse_heading(label.text.strip(_BEHIND))
            column = found.role if found and found.named else f"?{letters_only(labels[at])}"
            told.begin(column, label, value)
            told.begun.append((words, column, label))
        elif column:
            told.cells[column].append(words)
        else:
            told.title = told.title.followed_by(words)
    return told


def _split(words: Span, label: str) -> tuple[Span, Span]:
    """The label and what stands behind it; its mark goes with the label."""
    bare = without_mark(words)
    begins = len(words.own) - len(bare.own)
    end = begins + len(label)
    while end < len(words.own) and words.own[end] in _BEHIND:
        end += 1
    return words.cut(begins, end), words.cut(end)


def _value(words: Span, label: str) -> Span:
    return _split(words, label)[1]


def _repeated_labels(run: Sequence[Span]) -> dict[int, str]:
    """By line the words it begins with as other lines do: as many words as all of them share."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, words in enumerate(run):
        first = _WORD.match(without_mark(words).own)
        if first and len(first[0]) <= _LABEL:
            groups[first[0]].append(at)
    found: dict[int, str] = {}
    for lines in groups.values():
        if len(lines) >= _FEWEST:
            label = _shared([without_mark(run[at]).own for at in lines])
            found |= dict.fromkeys(lines, label)
    return found


def _shared(texts: Sequence[str]) -> str:
    """The words that all begin with; up to a colon where one follows."""
    label = ""
    for word in _WORD.finditer(texts[0]):
        end = word.end()
        same = all(
            text[:end] == texts[0][:end] and text[end : end + 1] in ("", *_BEHIND) for text in texts
        )
        if not same or end > _LABEL:
            break
        label = texts[0][:end]
        if any(text[end:].lstrip(" ").startswith((":", "：")) for text in texts):
            break
    return label
