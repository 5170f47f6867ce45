"""What the agency reads from its result, in the prose between tables.

Total and rating, recommendations, findings, urgent points, points to improve, limitations.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.calendar import full_year
from ita_site.facts.thai.likeness import letters_only
from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.document.spans import Item, parse_item, says_something, split_items
from ita_site.office.importer.document.values import (
    Note,
    Noted,
    Value,
    get_text,
    one_or_many,
    with_label,
)
from ita_site.office.importer.facts.analysis import IMPROVES
from ita_site.office.importer.facts.findings import cite_within, finding_of
from ita_site.office.importer.facts.prose_scores import read_prose_score, tells_scores
from ita_site.office.importer.prose.sections import (
    find_end,
    names_findings,
    names_limits,
    names_points,
    read_lines,
    read_list,
)
from ita_site.office.importer.words.groups import (
    Guess,
    find_instrument,
    find_topic,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.spans import Span

_LEADS_TO_LIST: Final = re.compile(r"(?:ดังนี้|ดังต่อไปนี้)\s*:?$")
_URGENT: Final = ("ข้อบกพร่อง", "จุดอ่อน")
_TO_IMPROVE: Final = re.compile(r"ดังนั้น\s*หน่วยงาน|จึงเห็นควรพัฒนา|ดังนั้น\s*จึง")
_PROSE: Final = 60
_SENTENCE: Final = 40
"""A text under a topic's heading that is no longer may be anything."""
_NUMBERED_HEADING: Final = re.compile(r"(?:แสดง|การวิเคราะห์|ผลการ|สรุป|แนวทาง|มาตรการ)")


@dataclass(slots=True)
class Prose:
    """Reads one run of paragraphs between tables."""

    draft: Draft
    listed: list[Span]
    at: int = 0
    topic: Guess | None = None
    topic_words: list[Span] = field(default_factory=list)

    def read(self) -> None:
        """Go through the paragraphs; each section takes what belongs to it."""
        while self.at < len(self.listed):
            words = self.listed[self.at]
            self.at += 1
            if tells_scores(words, self.draft.edition) or not self._take_section(words):
                read_prose_score(self.listed[max(0, self.at - 3) : self.at], self.draft)

    def _take_section(self, words: Span) -> bool:
        return (
            self._take_limitations(words)
            or self._take_urgent_fixes(words)
            or self._take_recommendations(words)
            or self._take_points(words)
            or self._take_findings(words)
            or self._take_topic(words)
            or self._take_finding(words)
        )

    def _list_from_one(self) -> list[Item]:
        """The list below the line that was read last; none where others stand there."""
        entries = read_list(self.listed, self.at)
        self.at += len(entries)
        return entries

    def _take_limitations(self, words: Span) -> bool:
        if not names_limits(words) or self.draft.limitations:
            return False
        end = find_end(self.listed, self.at)
        rest = self.listed[self.at : end]
        numbers = [parse_item(each).number.rpartition(".")[2] for each in rest]
        long = (at for at, each in enumerate(rest) if len(each.text) > _PROSE)
        first = numbers.index("1") if "1" in numbers else next(long, 0)
        heads, body = [words, *rest[:first]], rest[first:]
        if not body:
            return False
        listed = split_items(body)
        self.draft.limitations = _build_limitations(heads, listed)
        self._declare_numbers(listed)
        self._doubt_lines(words, listed, "ข้อจำกัด")
        self.at = end
        return True

    def _doubt_lines(self, head: Span, listed: Sequence[Item], what: str) -> None:
        """Tell of lines without numbers that were read as what their heading says."""
        if listed and not any(item.marked for item in listed):
            self.draft.doubt(listed[0].words, f"ข้อความใต้หัวข้อ “{head}” อ่านเป็น{what}")

    def _declare_numbers(self, listed: tuple[Item, ...]) -> None:
        """Declare printed numbers that do not go up one by one."""
        labels = [item.label for item in listed if item.label]
        numbers = [item.number for item in listed if item.label]
        odd = [label for at, label in enumerate(labels) if numbers[at] != str(at + 1)]
        if odd:
            note = f"เอกสารพิมพ์เลขข้อเป็น {' '.join(label.text for label in labels)}"
            self.draft.declare_conflict("เลขข้อของข้อจำกัด", odd, note=note)
            self.draft.doubt(odd[0], f"เลขข้อของข้อจำกัดไม่เรียงกัน: {' '.join(map(str, labels))}")

    def _take_urgent_fixes(self, words: Span) -> bool:
        if not _LEADS_TO_LIST.search(words.text) or not all(each in words.text for each in _URGENT):
            return False
        listed = self._list_from_one()
        known = [letters_only(get_text(each)) for each in self.draft.urgent_fixes]
        if listed and [letters_only(item.words.text) for item in listed] == known:
            self.draft.note_reason("พิมพ์ซ้ำกับรายการจุดอ่อนที่อ่านแล้ว", *(item.words for item in listed))
            return True
        first = len(self.draft.urgent_fixes) + 1
        points = [self._point(f"u{at}", item) for at, item in enumerate(listed, first)]
        self.draft.urgent_fixes += _led_by(words, points)
        return bool(listed)

    def _take_points(self, words: Span) -> bool:
        """A short heading such as จุดที่ต้องพัฒนา, and the list or the lines below it."""
        if not names_points(words):
            return False
        head = parse_item(words).words
        lines = [] if (listed := self._list_from_one()) else read_lines(self.listed, self.at)
        self.at += len(lines)
        listed = listed or lines
        if not listed:
            return False
        improve = IMPROVES in head.text
        points, letter = (
            (self.draft.improvements, "p") if improve else (self.draft.urgent_fixes, "u")
        )
        new = [
            self._point(f"{letter}{at}", item) for at, item in enumerate(listed, len(points) + 1)
        ]
        points += _led_by(words, new, said=True)
        self._doubt_lines(words, listed, "ประเด็นที่จะพัฒนา" if improve else "จุดอ่อน")
        return True

    def _take_findings(self, words: Span) -> bool:
        """A short heading such as ข้อค้นพบจากการประเมิน, and the list below it."""
        if not names_findings(words) or not (listed := self._list_from_one()):
            return False
        for item in listed:
            finding = finding_of(item.words, None, (), self.draft)
            said = [words, item.label] if item is listed[0] else [item.label]
            notes = tuple(Note("", each, said=True) for each in said if each)
            self.draft.findings.append(Noted(finding, notes))
        return True

    def _point(self, name: str, item: Item) -> dict[str, Value]:
        """A weakness or a point to improve, with the questions that its own words name."""
        point: dict[str, Value] = {"id": name, "text": item.words}
        point["label_as_printed"] = item.label or ""
        if cited := cite_within(item.words, None, self.draft):
            point["questions"] = one_or_many(cited)
        return point

    def _take_recommendations(self, words: Span) -> bool:
        if not re.search("ข้อเสนอแนะ|จากผลคะแนน", words.text):
            return False
        code = find_instrument(words.text, self.draft.edition)
        lead = re.search(r"พบว่า\s*", words.own)
        if not code or not lead or not parse_item(words).label:
            return False
        leading, listed = words.cut(0, lead.end()), [words.cut(lead.end())]
        if _LEADS_TO_LIST.search(words.text):
            leading, listed = words, [item.words for item in self._list_from_one()]
        points: list[dict[str, Value]] = [{"text": text, "instrument": code} for text in listed]
        self.draft.recommendations += _led_by(leading, points)
        return True

    def _take_topic(self, words: Span) -> bool:
        if not parse_item(words).label:
            return False
        guess = find_topic(words, self.draft.edition)
        if not guess:
            if _NUMBERED_HEADING.match(parse_item(words).words.text):
                self.topic = None
            return False
        self.topic, self.topic_words = guess, [words]
        return True

    def _take_finding(self, words: Span) -> bool:
        """A paragraph under a topic's heading: what was found, and what is to be improved."""
        if self.topic is None:
            return False
        parts = _TO_IMPROVE.search(words.own)
        before = words.cut(0, parts.start() if parts else None)
        after = words.cut(parts.start()) if parts else None
        if before:
            if len(before.text) <= _SENTENCE or parse_item(before).label:
                self.draft.doubt(before, f"“{before}” อ่านเป็นข้อค้นพบ เพราะอยู่ใต้หัวข้อของประเด็น")
            self._add_finding(before, self.topic)
        if after and _LEADS_TO_LIST.search(after.text):
            self._add_improvements(self._list_from_one(), self.topic, after)
        elif after:
            self._add_improvements([Item(after)], self.topic, None)
        return True

    def _add_finding(self, words: Span, topic: Guess) -> None:
        finding = finding_of(words, topic, (), self.draft)
        notes = tuple(Note("", each, said=True) for each in self.topic_words)
        self.topic_words = []
        self.draft.findings.append(Noted(finding, notes))

    def _add_improvements(self, listed: list[Item], topic: Guess, leading: Span | None) -> None:
        first = len(self.draft.improvements) + 1
        points: list[dict[str, Value]] = [
            {"id": f"p{at}", "label_as_printed": item.label or "", "text": item.words}
            for at, item in enumerate(listed, first)
        ]
        for point in points:
            point[topic.kind] = topic.id
        self.draft.improvements += _led_by(leading, points)


def _led_by(
    leading: Span | None, points: list[dict[str, Value]], *, said: bool = False
) -> list[Value]:
    """Points with the words that lead to them above the first; `said` if these only name them."""
    notes = (Note("", leading, said=said),) if leading else ()
    return [Noted(point, () if at else notes) for at, point in enumerate(points)]


def _build_limitations(heads: list[Span], listed: tuple[Item, ...]) -> dict[str, Value]:
    title = to_arabic(" ".join(words.text for words in heads))
    fields: dict[str, Value] = {}
    if year := re.search(r"(?:ปี|พ\.ศ\.)\s*(25[0-9]{2})", title):
        fields["year"] = str(full_year(year[1]))
    if months := re.search(r"รอบ\s*([0-9]{1,2})\s*เดือน", title):
        fields["round"] = months[1]
    fields["items"] = Noted(
        [with_label(item) for item in listed],
        tuple(Note("", each) for each in heads if says_something(each.own)),
    )
    return fields
