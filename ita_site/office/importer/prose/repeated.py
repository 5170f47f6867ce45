"""Measures nobody calls so: headings numbered alike, each followed by the same labels."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from ita_site.facts.model.office_names import OFFICE
from ita_site.facts.thai.likeness import letters_only
from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.document.spans import parse_item
from ita_site.office.importer.prose.lists import find_entries
from ita_site.office.importer.words.headings import is_name, parse_heading
from ita_site.office.importer.words.labels import ProseMeasure, continues
from ita_site.office.importer.words.looks import is_time
from ita_site.office.importer.words.roots import weigh_heading
from ita_site.office.importer.words.said_status import find_said_status
from ita_site.office.importer.words.signers import begins_closing

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ita_site.office.importer.document.spans import Span

ALIKE: Final = "หัวข้อมีเลขเรียงกัน และมีหัวข้อย่อยชุดเดียวกัน"
_DIGITS: Final = "[0-9๐-๙]"
_NUMBERED: Final = re.compile(
    rf"(?P<led>(?P<word>[ก-๎]{{0,20}})\s*(?P<number>{_DIGITS}{{1,2}})\s*[.)]?\s*[:：]?\s+"
    r"(?:เรื่อง\s*[:：]?\s+)?)(?P<title>\S.*)",
    re.DOTALL,
)
_MARK: Final = re.compile(
    rf"(?:ข้อ(?:ที่|ย่อย)?\s*(?:[ก-ฮ]|{_DIGITS}{{1,2}}(?:\.{_DIGITS}{{1,2}})*)[.):]?"
    rf"|[ก-ฮ]{_DIGITS}{{1,2}}[.)]|\(?(?:{_DIGITS}{{1,2}}\.)?[ก-ฮ][.)]|{_DIGITS}{{1,2}}\.[ก-ฮ])\s+"
)
_TORN: Final = (
    r"(?:[ \t](?=ำ)|(?<=ำ)[ \t](?=เนิน|หนด|นวน|นวย|นัก|แหน่ง|รุด|กับ|เร็จ|นาจ|รุง|เภอ|เป็น|คัญ|รวจ))"
)
"""A blank within a word, as files leave it beside ำ."""
_WORD: Final = re.compile(rf"[^\s:：]+(?:{_TORN}[^\s:：]+)*")
_BEHIND: Final = " :：\t"
_IN_BRACKETS: Final = re.compile(r"[ \t]{0,3}\((?!\s*(?:ไม่|-))[^()\n]{1,40}\)(?=[\s:：]|$)")
_LABEL: Final = 40
_LEAD: Final = 12
_FEWEST: Final = 2
_SEVERAL: Final = 3
_JOINS: Final = ("และ", "หรือ")
_VALUES: Final = re.compile(
    r"[^ก-๎A-Za-z]|เพื่อ|ให้|ควร|ไม่|มี|ได้|ร้อยละ|จำนวน|การ|จัด|ทุก|ตลอด|เดือน|ภายใน|ระดับ|ผู้"
)
"""What values begin with, each of several it may be."""
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


def find_repeated(run: Sequence[Span]) -> list[tuple[int, ProseMeasure, int]]:
    """The measures of lines: headings of one style, below each the same labels."""
    labels = repeated_labels(run)
    styles: dict[str, list[int]] = defaultdict(list)
    for at, words in enumerate(run):
        numbered = parse_numbered(words)
        if numbered and numbered.number == len(styles[numbered.style]) + 1:
            styles[numbered.style].append(at)
    for heads in styles.values():
        below = {at: label for at, label in labels.items() if at not in heads}
        end = find_last_end(run, heads[-1], below) if len(heads) >= _FEWEST else 0
        if end and (measures := _read_sections(run, [*heads, end], below)):
            return measures
    return []


def find_last_end(run: Sequence[Span], last: int, labels: dict[int, str]) -> int:
    """Where the lines of the last heading end; 0 where nothing is labelled below it."""
    at, before, is_open = last + 1, [], False
    while at < len(run):
        if at in labels:
            value = split_label(run[at], labels[at])[2]
            before, is_open = [value], not value
        elif (
            not before
            or begins_closing(run, at)
            or not continues(run[at], before, open_ended=is_open)
        ):
            break
        else:
            before = [*filter(None, before), run[at]]
        at += 1
    return at if before else 0


def _read_sections(
    run: Sequence[Span], ends: Sequence[int], labels: dict[int, str]
) -> list[tuple[int, ProseMeasure, int]]:
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


def _tell_section(lines: Sequence[Span], first: int, labels: dict[int, str]) -> ProseMeasure:
    head = parse_numbered(lines[0])
    assert head  # noqa: S101 - it was chosen for it
    told = ProseMeasure(head.title, [head.led], is_guess=True)
    told.begun.append((lines[0], "measure", None))
    column = ""
    for at, words in enumerate(lines[1:], first + 1):
        if at in labels:
            column = told.take_label(words, split_label(words, labels[at]))
        elif column:
            column = told.take_more(words, column)
        else:
            told.title = told.title.followed_by(words)
    return told


def shared_labels(run: Sequence[Span], heads: Sequence[int]) -> dict[int, str]:
    """By line the words it begins with, where each section below these heads has one such line."""
    if len(heads) < _FEWEST:
        return {}
    labels = {at: label for at, label in repeated_labels(run, heads[0]).items() if at not in heads}
    ends = [*heads, len(run)]
    counts = [
        Counter(labels[at] for at in range(first, end) if at in labels)
        for first, end in pairwise(ends)
    ]
    shared = {label for label in counts[0] if all(count[label] == 1 for count in counts[:-1])}
    return {at: label for at, label in labels.items() if label in shared & {*counts[-1]}}


def split_label(words: Span, label: str) -> tuple[str, Span, Span]:
    """What a label is of, the label, and what stands behind it; its mark goes with the label."""
    cut = cut_label(words, label)
    assert cut  # noqa: S101 - the line begins with it
    named, value = cut
    found = parse_heading(named.text.strip(_BEHIND))
    column = found.role if found and found.named else f"?{letters_only(label)}"
    return column, named, value


def cut_label(words: Span, label: str) -> tuple[Span, Span] | None:
    """A line's label, without the mark before it, and what stands behind; None where it has not."""
    bare = without_mark(words)
    own = bare if bare.own.startswith(label) else words
    if not own.own.startswith(label):
        return None
    end = len(label)
    while end < len(own.own) and own.own[end] in _BEHIND:
        end += 1
    return own.cut(0, end), own.cut(end)


def repeated_labels(run: Sequence[Span], begin: int = 0) -> dict[int, str]:
    """By line the words it begins with as other lines do: as many words as all of them share.

    Entries of lists have none, however many of them are the same.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    entries = find_entries(run)
    for at, words in enumerate(run[begin:], begin):
        if at in entries:
            continue
        first = _WORD.match(without_mark(words).own)
        if first and len(first[0]) <= _LABEL:
            groups[first[0]].append(at)
    listed = [lines for lines in groups.values() if len(lines) >= _FEWEST]
    texts = [[without_mark(run[at]).own for at in lines] for lines in listed]
    leads = Counter(filter(None, map(_lead_behind, texts)))
    linking = {lead for lead, count in leads.items() if count >= _FEWEST}
    return {
        at: label
        for lines, own in zip(listed, texts, strict=True)
        for label in [_shared(own, linking)]
        for at in lines
    }


def _lead_behind(texts: Sequence[str]) -> str:
    """The word that stands behind the first one in all of these lines, such as ได้แก่.

    Where no line goes on behind it, it is what they say.
    """
    words = [_WORD.findall(text)[1:3] for text in texts]
    is_same = bool(words[0]) and all(each[:1] == words[0][:1] for each in words)
    return words[0][0] if is_same and any(len(each) > 1 for each in words) else ""


def shared_lead(texts: Sequence[str]) -> str:
    """The word that all of several begin with, such as เรื่อง, where each goes on behind it."""
    first = _WORD.match(texts[0])
    if len(texts) < _FEWEST or first is None or len(first[0]) > _LEAD:
        return ""
    all_begin = all(_begins_with(text, first[0]) and text != first[0] for text in texts)
    return first[0] if all_begin else ""


def _shared(texts: Sequence[str], linking: Collection[str]) -> str:
    """The words that all begin with, which are a label: one, or several before a colon.

    Also two that are the name of something together, or of which the second stands behind
    other labels as well; what follows may be what a label says.
    """
    label = ""
    for word in _WORD.finditer(texts[0]):
        text = texts[0][: word.end()]
        if not all(_begins_with(each, text) for each in texts) or len(text) > _LABEL:
            break
        ends = any(each[len(text) :].lstrip(" ").startswith((":", "：")) for each in texts)
        joins = word[0].startswith(_JOINS) or _is_of_label(texts, word[0])
        if (
            not label
            or ends
            or word[0] in linking
            or is_name(text)
            or (joins and not _all_end(texts, text))
        ):
            label = text
        elif _says_more(label, word[0]):
            label = label if _all_end(texts, text) else text
        if ends:
            break
    return _with_brackets(label, texts)


def _is_of_label(texts: Sequence[str], word: str) -> bool:
    """Whether the word that several lines have behind a label is hardly the first of each value."""
    of_values = OFFICE.match(word) or is_time(word) or _VALUES.match(word)
    return len(texts) >= _SEVERAL and not (of_values or find_said_status(word))


def _all_end(texts: Sequence[str], label: str) -> bool:
    """Whether nothing stands behind these words anywhere: the last of them are what is said."""
    return all(not each[len(label) :].strip(_BEHIND) for each in texts)


def _says_more(label: str, word: str) -> bool:
    """Whether a label's next word speaks of the same role, and is no value of it."""
    found, spoken = parse_heading(label) or parse_heading(word), weigh_heading(word)
    is_value = OFFICE.match(word) or is_time(word) or find_said_status(word)
    if found is None or not spoken or is_value:
        return False
    return max(spoken, key=lambda role: spoken[role]) == found.role


def _with_brackets(label: str, texts: Sequence[str]) -> str:
    """A label with the brackets behind it that all have."""
    behind = _IN_BRACKETS.match(texts[0], len(label)) if label else None
    if behind is None or not all(each.startswith(texts[0][: behind.end()]) for each in texts):
        return label
    return texts[0][: behind.end()]


def _begins_with(text: str, words: str) -> bool:
    return text.startswith(words) and text[len(words) : len(words) + 1] in ("", *_BEHIND)
