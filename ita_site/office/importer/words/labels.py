"""Lines of a measure told in paragraphs: the label a line begins with, and what goes on with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import letters_only
from ita_site.office.importer.document.spans import parse_item
from ita_site.office.importer.words.alone import MAYBE
from ita_site.office.importer.words.headings import is_name, misspelt, parse_heading
from ita_site.office.importer.words.looks import is_time
from ita_site.office.importer.words.roles import (
    ONLY_ROUND,
    RESULT,
    RESULT_ROLES,
    label_of,
)
from ita_site.office.importer.words.round_leads import length_of_lead
from ita_site.office.importer.words.told_lines import ToldLines, take_round

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.document.spans import Item, Span

_SECTION: Final = re.compile(r"[0-9๐-๙]+(?:\.[0-9๐-๙]+)*\s*[.)]?\s*(?=[ก-ฮเ-ไ])")
_UNKNOWN: Final = re.compile(r"(?P<name>[ก-๎A-Za-z][^:：0-9๐-๙]{1,28}?)\s*[:：]\s*(?=[^\s/]|$)")
_REMARK: Final = re.compile(r"\s*\([^()]{1,40}\)\s*")
_MORE: Final = re.compile(r"(?:และ|หรือ)[^\s:：]{2,25}(?:\s*[:：]\s*|\s+|$)")
_TO_COLON: Final = re.compile(
    r"(?:ที่|ซึ่ง|ของ|ใน|ตาม|จาก|เพื่อ|สำหรับ|แต่ละ|ทั้ง|และ|หรือ|/|\()[^:：0-9๐-๙]{1,30}[:：]\s*(?!//)"
)
LISTS: Final = ("steps", "guideline", "objective", "monitoring", "target", "summary")
"""Labels whose values are never brackets alone."""
_SIDES: Final = ("before", "after")
"""Labels only where a colon stands behind them: sentences may begin so."""
_FIRST: Final = re.compile(r"[^\s:：]+")
_SHORT: Final = 40
_LABEL: Final = 60
"""Letters of the longest name of a label."""
MAY_BE_HEADING: Final = "“{}” อาจเป็นหัวข้อ ถ้าใช่ ข้อความที่ตามมาเป็นของ “{}” ไม่ใช่ของหัวข้อก่อนหน้า โปรดดู"
ODD: Final = "?"
"""The column of lines that say nobody knows what of a measure."""


class ProseMeasure(ToldLines):
    """One measure: its title and what each label says, with the words of the labels."""

    __slots__ = ()

    def take_misspelt(self, words: Span, label: tuple[str, Span, Span]) -> str:
        """The same of a label that was read although it is misspelt."""
        meant = label_of(label[0])
        self.doubts.append((words, f"คำว่า “{label[1].stripped(':： ')}” อ่านเป็น “{meant}”"))
        return self.take_label(words, label)

    def take_more(self, words: Span, column: str) -> str:
        """A line below a label: what goes on with it, or a label that no other measure has."""
        if taken := take_round(self, words, column):
            return taken
        if label := find_unknown_label(words, self, column):
            name = label[1].stripped(":： ").text
            found = parse_heading(name) if is_name(name) else None
            return self.take_label(words, (found.role if found else label[0], *label[1:]))
        self.cells[column].append(words)
        return column

    def take_standing(self, words: Span, stands: tuple[Span, Span]) -> str:
        """A line without label that begins with how far it is: told."""
        lead, said = stands
        told = f"“{said}” ขึ้นต้นด้วยสถานะ จึงอ่านเป็นผลการดำเนินการของ “{self.title}” โปรดตรวจ"
        self.doubts.append((words, told))
        self.heads.extend([lead] if lead else [])
        return self.take_label(words, (RESULT, None, said))

    def take_alone(self, words: Span, role: str, column: str) -> str:
        """A short line by itself within results: a heading by its words, or an entry; told."""
        if role == MAYBE:
            self.doubts.append((words, MAY_BE_HEADING.format(words, words)))
            self.cells[column].append(words)
            return column
        self.doubts.append((words, f"“{words}” อ่านเป็นหัวข้อ “{label_of(role)}” โปรดตรวจ"))
        return self.take_label(words, (role, words, words.cut(len(words.own))))

    def take_odd(self, words: Span) -> str:
        """A line within a measure that nobody understands: kept beside it."""
        self.doubts.append((words, f"ไม่รู้ว่าบรรทัดนี้บอกสิ่งใดของ “{self.title}” จึงเก็บไว้"))
        return self.take_label(words, (ODD, None, words))


def continues(words: Span, before: Sequence[Span], *, open_ended: bool) -> bool:
    """Whether a line goes on with a label's list: a bullet, the next number, or free words.

    Free words only where nothing stood behind the label; a number of another style, or out of
    turn, begins something else.
    """
    item = parse_item(words)
    if item.label is None:
        is_section = _SECTION.match(words.own) is not None and not is_time(words.own)
        return item.bullet or (open_ended and not is_section)
    labels = [label for each in before if (label := parse_item(each).label)]
    if not labels:
        return item.number.rpartition(".")[2] == "1"
    same_style = style_of(labels[-1]) == style_of(item.label)
    last = parse_item(before[-1]).number.rpartition(".")[2]
    return same_style and last.isdigit() and item.number.rpartition(".")[2] == str(int(last) + 1)


def style_of(label: Span) -> str:
    """How a number is written, whichever it is: `#.` or `(#)`."""
    return re.sub(r"[0-9๐-๙]+", "#", label.own)


def find_label(words: Span) -> tuple[str, Span, Span] | None:
    """A label at a line's beginning: its role, its words, and what stands behind it."""
    own = parse_item(words).words
    colon = re.match(r"(?P<name>[^:：]{2,60}?)\s*[:：]\s*", own.own)
    is_label = colon is not None and (len(colon["name"]) <= _SHORT or is_name(colon["name"]))
    found = parse_heading(colon["name"]) if colon and is_label else None
    if colon and found and found.sure and found.role != ONLY_ROUND:
        return found.role, own.cut(0, colon.end()), own.cut(colon.end())
    for space in (None, *reversed([*re.finditer(r"\s+", own.own[:_LABEL])])):
        name = own.own if space is None else own.own[: space.start()]
        if _is_name(name):
            end = len(name) if space is None else space.end()
            role = _role(name)
            end += _length_to_colon(own.own[end:])
            end += _length_of_more(own.own[end:]) or _length_of_remark(own.own[end:], role)
            end += length_of_lead(own.own[end:]) if role in RESULT_ROLES else 0
            return role, own.cut(0, end), own.cut(end)
    return None


def _length_to_colon(behind: str) -> int:
    """How long what says more of a label is, up to its colon: ที่เกี่ยวข้อง is no value."""
    more = _TO_COLON.match(behind)
    return more.end() if more else 0


def _length_of_more(behind: str) -> int:
    """How long the words are with which a label goes on: และรายงาน begins no value."""
    more = _MORE.match(behind)
    return more.end() if more else 0


def _length_of_remark(behind: str, role: str) -> int:
    """How long what stands in brackets behind a label is, where nothing else does: (เป็นข้อ ๆ)."""
    is_remark = role in LISTS and _REMARK.fullmatch(behind) is not None
    return len(behind) if is_remark else 0


def find_unknown_label(
    words: Span, told: ProseMeasure | None = None, column: str | None = None
) -> tuple[str, Span, Span] | None:
    """A label nobody knows: a few words before a colon, kept as such.

    Within a measure also with nothing behind it, or with a mark before it that labels of this
    measure have and the list above has not.
    """
    item = parse_item(words)
    found = _UNKNOWN.match(item.words.own)
    if found is None or (item.marked and not (told and marks_labels(words, told, column))):
        return None
    own, end = item.words, found.end()
    label = f"?{letters_only(found['name'])}", own.cut(0, end), own.cut(end)
    return label if told or label[2] else None


def marks_labels(words: Span, told: ProseMeasure, column: str | None) -> bool:
    """Whether the mark before a line is that of this measure's labels, not of the list above."""
    item, above = parse_item(words), told.cells.get(column or "", [])
    labels = [line for line, _, named in told.begun if named]
    if item.label is None:
        listed = [each.own[:1] for each in above] if above else [words.own[:1]]
        return words.own[:1] in {line.own[:1] for line in labels} - {*listed}
    before = [parse_item(line) for line in labels if parse_item(line).label]
    return bool(before) and counts_on(before[-1], item) and not _is_listed(words, above)


def _is_listed(words: Span, above: Sequence[Span]) -> bool:
    return bool(above) and continues(words, above, open_ended=False)


def counts_on(before: Item, item: Item) -> bool:
    """Whether an entry has the number behind another's, in its style."""
    if not (before.label and item.label):
        return False
    last, own = (each.number.rpartition(".")[2] for each in (before, item))
    return style_of(before.label) == style_of(item.label) and own == str(int(last or 0) + 1)


def find_misspelt_label(words: Span) -> tuple[str, Span, Span] | None:
    """A label whose first word is a name of a role but for a letter or two."""
    item = parse_item(words)
    first = None if item.bullet else _FIRST.match(item.words.own)
    role = misspelt(first[0]) if first else None
    if first is None or role is None:
        return None
    end = first.end()
    behind = len(item.words.own) - len(item.words.own[end:].lstrip(" :：\t"))
    return role, item.words.cut(0, behind), item.words.cut(behind)


def _is_name(name: str) -> bool:
    return len(name) <= _LABEL and bool(name) and _exact(name) is not None


def _exact(name: str) -> str | None:
    found = parse_heading(name) if is_name(name) else None
    return found.role if found and found.role not in _SIDES else None


def _role(name: str) -> str:
    role = _exact(name)
    assert role  # noqa: S101 - asked before
    return role
