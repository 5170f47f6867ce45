"""Names of persons who sign or are named: they are told and left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.personal import citizen_ids, names_by_title, persons, telephones
from ita_site.office.importer.leftovers import TakenSpans
from ita_site.office.importer.private import NAME, POSITION, find_places, names_by_position
from ita_site.office.importer.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.office.importer.grids import Grid

_TITLE: Final = (
    r"(?:นาย|นางสาว|นาง|น\.ส\.|ว่าที่|ดร\.|ด\.ต\.|จ่า|สิบ|[พรสจ]\.[ตอสทจ]\.|พัน|ร้อย|หม่อม"
    r"|ม\.[รล]\.|ผู้ลงนาม)"
)
_IN_BRACKETS: Final = re.compile(rf"\(\s*(?P<name>{_TITLE}[^()]{{1,60}})\)")
_ONLY_BRACKETS: Final = re.compile(r"\(\s*(?P<name>[^()0-9๐-๙]{4,60})\)")
_SIGNED: Final = re.compile(r"(?:ลงชื่อ|ลงนาม)[\s.…_]*(?P<name>[^\s.…_(][^().…_]{2,60})?")
_UNTITLED: Final = re.compile(NAME)
_CLOSING: Final = re.compile(r"ขอบคุณ|ขอบพระคุณ|ขอแสดงความนับถือ|ด้วยความเคารพ|จึงเรียนมา|ลงชื่อ|ลงนาม")
_NEAR: Final = 3
_LAST: Final = 6
_SIGNATURE: Final = re.compile(rf"\(\s*[^()]*\)|{NAME}")
_NO_NAMES: Final = re.compile(
    r"(?:รอบ|ตามเอกสาร|ต่อ|ร่าง|สำเนา|ฉบับ|ข้อมูล|หมายเหตุ|ถ้ามี|Integrity|Open|Ex|In)"
)


def find_signers(listed: list[Span]) -> Iterator[Span]:
    """The names of persons among lines that stand one after another.

    Names in brackets with a title anywhere; a bracketed line above or below a position, and a name
    in brackets beside one; what follows "ลงชื่อ"; a name with its title that makes a line of its
    own.
    """
    for at, words in enumerate(listed):
        if bracketed := [words.within(name, "name") for name in _IN_BRACKETS.finditer(words.own)]:
            yield from bracketed
        elif (only := _ONLY_BRACKETS.fullmatch(words.own)) and _beside_position(listed, at):
            if not _NO_NAMES.match(only["name"]):
                yield words.within(only, "name")
        elif (signed := _SIGNED.match(words.own)) and signed["name"]:
            yield words.within(signed, "name")
        elif _is_name(words):
            yield words
        elif named := [words.cut(it.start, it.end) for it in names_by_position(words.own)]:
            yield from named


def find_plain_signatures(listed: list[Span]) -> Iterator[Span]:
    """Names with neither title nor brackets, above a position, where a text comes to its end."""
    for at, words in enumerate(listed):
        before = listed[max(0, at - _NEAR) : at]
        closes = at >= len(listed) - _LAST or any(_CLOSING.search(each.own) for each in before)
        if closes and _UNTITLED.fullmatch(words.own) and _above_position(listed, at):
            yield words


def find_named_persons(listed: Iterable[Span]) -> Iterator[Span]:
    """Persons with title or rank, first name and surname anywhere in the texts."""
    for words in listed:
        ranked = (each for each in names_by_title(words.own) if " " in each.value)
        for person in (*persons(words.own), *ranked):
            yield words.cut(person.start, person.end)


def find_numbers(listed: Iterable[Span]) -> Iterator[Span]:
    """Telephone numbers and numbers of identity cards anywhere in the texts."""
    for words in listed:
        for number in (*telephones(words.own), *citizen_ids(words.own)):
            yield words.cut(number.start, number.end)


HIDDEN: Final = "…"


@dataclass(frozen=True, slots=True)
class Hiding:
    """The persons and numbers of a document, so that no example shows them."""

    texts: tuple[str, ...]

    @classmethod
    def of_document(cls, parts: tuple[Span | Grid, ...]) -> Hiding:
        """All that an import would leave out of it."""
        found = {each.text for each in find_persons(parts, [], with_names=False)}
        return cls(tuple(sorted(found, key=len, reverse=True)))

    def mask(self, text: str) -> str:
        """A text without them, and without whoever is named in it by a title."""
        for each in self.texts:
            text = text.replace(each, HIDDEN)
        for start, end in reversed(find_places(text)):
            text = f"{text[:start]}{HIDDEN}{text[end:]}"
        return text


def _is_name(words: Span) -> bool:
    person = next(persons(words.own), None)
    return person is not None and person.start == 0 and person.end >= len(words.own) - 2


def _beside_position(listed: list[Span], at: int) -> bool:
    before = listed[at - 1 : at] if at else []
    return _above_position(listed, at) or any(POSITION.match(words.text) for words in before)


def _above_position(listed: list[Span], at: int) -> bool:
    """Whether a position stands below, other names in the same row between them."""
    below = (each for each in listed[at + 1 :] if not _SIGNATURE.fullmatch(each.own))
    following = next(below, None)
    return following is not None and POSITION.match(following.text) is not None


def find_persons(
    parts: tuple[Span | Grid, ...], in_data: list[Span], *, with_names: bool
) -> list[Span]:
    """What tells of persons and is in no fact: their numbers, and names if not wanted."""
    listed = [
        words for part in parts for words in ((part,) if isinstance(part, Span) else part.words())
    ]
    taken = TakenSpans.from_spans(in_data, ())
    lines = [line for words in listed for line in words.lines()]
    paragraphs = [part for part in parts if isinstance(part, Span)]
    signers = [*find_signers(lines), *find_plain_signatures(paragraphs)]
    names = [] if with_names else [*find_named_persons(listed), *signers]
    found = {(words.source.at, words.start): words for words in [*find_numbers(listed), *names]}
    return [words for _, words in sorted(found.items()) if not taken.holds(words)]
