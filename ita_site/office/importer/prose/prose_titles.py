"""Lines that name measures told in paragraphs: ๒.๑ มาตรการ…, มาตรการที่ 1."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import letters_only
from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.document.labels import is_next_number, whole_number
from ita_site.office.importer.document.spans import parse_item
from ita_site.office.importer.document.values import join
from ita_site.office.importer.prose.repeated import parse_numbered
from ita_site.office.importer.words.labels import (
    ProseMeasure,
    find_label,
    find_unknown_label,
    style_of,
)
from ita_site.office.importer.words.roles import TITLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_site.office.importer.document.spans import Span

_KIND: Final = r"(?:ชื่อ)?(?:มาตรการ|โครงการ|กิจกรรม)(?:/(?:มาตรการ|โครงการ|กิจกรรม))*"
_COUNTED: Final = r"\s*(?:(?:ข้อ|ลำดับ|รายการ|หมายเลข)?ที่|ข้อ|ลำดับ|หมายเลข|เลขที่)?"
_NAMES: Final = re.compile(
    rf"(?P<led>{_KIND}(?:{_COUNTED}\s*[0-9๐-๙]+(?:\.[0-9๐-๙]+)*[.)]?(?:\s*[–—-]\s)?|(?:ที่)?)\s*[:：]?\s*)"
    r"(?P<title>.*)",
    re.DOTALL,
)
_NUMBERED: Final = re.compile(rf"{_KIND}{_COUNTED}\s*[0-9๐-๙]|(?:ชื่อ)?(?:มาตรการ|โครงการ)\s*[:：]")
_WITH_NUMBER: Final = re.compile(r"(?P<word>[ก-๎]{2,20})\s*(?P<number>[0-9๐-๙]+(?:\.[0-9๐-๙]+)*)")
_LONGEST: Final = 200
BROKEN: Final = "“{}” พิมพ์หลายบรรทัด อ่านเป็นชื่อมาตรการเดียว โปรดตรวจ"
LIKE_OTHERS: Final = "“{}” อ่านเป็นมาตรการ เพราะหัวข้อเหมือนมาตรการอื่น"


def find_titles(run: list[Span]) -> dict[int, tuple[ProseMeasure, int]]:
    """The headings that may name measures, each with what it names and where that ends."""
    titles: dict[int, tuple[ProseMeasure, int]] = {}
    at = 0
    while at < len(run):
        title = title_at(run, at)
        if title:
            title[0].begun.append((run[at], "measure", None))
            titles[at] = title
        at = title[1] if title else at + 1
    return dict(sorted((titles | _between(run, titles)).items()))


def _between(
    run: list[Span], titles: Mapping[int, tuple[ProseMeasure, int]]
) -> dict[int, tuple[ProseMeasure, int]]:
    """Numbered lines without the word that fill gaps in the numbers of those with it.

    The same label stands below each of them.
    """
    known = {_number(run[at]): at for at in titles}
    below = {_label_below(run, end) for _, end in titles.values()}
    if len(below) != 1 or None in below:
        return {}
    found: dict[int, tuple[ProseMeasure, int]] = {}
    for at, words in enumerate(run):
        item = parse_item(words)
        own = _number(words)
        if at in titles or not item.label or item.bullet or own in known:
            continue
        is_title = len(words.text) <= _LONGEST and not find_label(item.words)
        if is_title and _fits(own, at, known) and _label_below(run, at + 1) in below:
            told = title_of(words)
            told.begun.append((words, "measure", None))
            told.doubts.append((words, LIKE_OTHERS.format(told.title)))
            found[at] = told, at + 1
    return found


def _fits(own: tuple[str, str], at: int, known: Mapping[tuple[str, str], int]) -> bool:
    """Whether a number stands among numbers in its style, in order."""
    mine = whole_number(own[1])
    others = [
        (whole_number(number), place) for (style, number), place in known.items() if style == own[0]
    ]
    if mine is None or not others:
        return False
    in_order = all(
        number is not None and (number < mine) == (place < at) for number, place in others
    )
    return in_order and not {mine - 1, mine + 1}.isdisjoint(number for number, _ in others)


def _label_below(run: list[Span], at: int) -> str | None:
    label = find_label(run[at]) if at < len(run) else None
    return label[0] if label else None


def title_at(run: list[Span], at: int) -> tuple[ProseMeasure, int] | None:
    """A line that names a measure: ๒.๑ มาตรการ…, or มาตรการที่ 1 with the title behind or below."""
    words = run[at]
    item = parse_item(words)
    named = _NAMES.fullmatch(item.words.own)
    if named is None or len(words.text) > _LONGEST or item.bullet:
        return None
    numbered = _NUMBERED.match(item.words.own) is not None
    if not (item.label or numbered) or (not numbered and find_label(item.words)):
        return None
    told = title_of(words)
    found = (told, at + 1) if told.title else _title_below(run, at, told.heads)
    return _with_broken_lines(run, *found) if found else None


def _with_broken_lines(run: list[Span], told: ProseMeasure, at: int) -> tuple[ProseMeasure, int]:
    """A title with the further lines of its paragraph, where that holds nothing else."""
    source = run[at - 1].source
    below = [*takewhile(lambda words: words.source.at == source.at, run[at:])]
    title = join([told.title, *below])
    if not below or len(title.text) > _LONGEST or any(map(_begins_something, below)):
        return told, at
    told.doubts.append((title, BROKEN.format(title)))
    told.title = title
    return told, at + len(below)


def _begins_something(words: Span) -> bool:
    return parse_item(words).marked or bool(find_label(words) or find_unknown_label(words))


def names_measure(words: Span) -> bool:
    """Whether a line is the heading of a measure with its number."""
    return _NUMBERED.match(parse_item(words).words.own) is not None


def title_of(words: Span) -> ProseMeasure:
    """A measure by the line that names it; no title where only a number is there."""
    item = parse_item(words)
    heads = [item.label] if item.label else []
    named = _NAMES.fullmatch(item.words.own)
    if named is None and (numbered := parse_numbered(words)):
        return ProseMeasure(numbered.title, [numbered.led])
    if named is None or not _NUMBERED.match(item.words.own):
        return ProseMeasure(item.words, heads)
    return ProseMeasure(
        item.words.within(named, "title"), [*heads, item.words.within(named, "led")]
    )


def _title_below(run: list[Span], at: int, heads: list[Span]) -> tuple[ProseMeasure, int] | None:
    """The title in the line below a number, by itself or behind ชื่อมาตรการ."""
    after = run[at + 1] if at + 1 < len(run) else None
    if after is None or parse_item(after).marked or len(after.text) > _LONGEST:
        return None
    label = find_label(after)
    if label and label[0] in TITLES and label[2]:
        return ProseMeasure(label[2], [*heads, label[1]]), at + 2
    return None if label else (ProseMeasure(after, heads), at + 2)


def find_bands(run: Sequence[Span], titles: Sequence[int]) -> list[int]:
    """The lines right above headings that are numbered as the one above the first: their groups.

    A plain number counts on from the band before, and goes on with no list.
    """
    above = [at - 1 for at in titles if at and at - 1 not in titles]
    if not above or above[0] != titles[0] - 1:
        return []
    kind, last = _number(run[above[0]])
    bands = above[:1] if kind and kind != _number(run[titles[0]])[0] else []
    for at in above[1:] if bands else ():
        own, number = _number(run[at])
        is_plain = parse_item(run[at]).label is not None
        if own == kind and not (is_plain and not _counts_on(run, at, last)):
            bands, last = [*bands, at], number
    return bands[1:]


def _counts_on(run: Sequence[Span], at: int, last: str) -> bool:
    own, number = _number(run[at])
    if not is_next_number(last, number):
        return False
    before = _number(run[at - 1])
    return before[0] != own or not is_next_number(before[1], number)


def is_like(run: list[Span], at: int, known: Sequence[int], *, tells: bool) -> bool:
    """Whether a heading is numbered as those of measures are, and its number is none of theirs.

    Before the first of them only where a label `tells` something of it: others list what follows.
    """
    numbers = {_number(run[each]) for each in known if each != at}
    own = _number(run[at])
    same = {number for word, number in numbers if own and word == own[0]}
    return bool(same) and own[1] not in same and (tells or at > min(known))


def _number(words: Span) -> tuple[str, str]:
    """A heading's words before its number, or the number's style, and the number."""
    item = parse_item(words)
    if found := _WITH_NUMBER.match(item.words.own):
        return letters_only(found["word"]), to_arabic(found["number"])
    return (style_of(item.label), item.number) if item.label else ("", "")
