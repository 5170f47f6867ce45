"""Who signs a document, and where its end begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.named_people import PLAIN
from ita_site.facts.thai.personal import RANKS, persons
from ita_site.office.importer.words.persons import (
    A_NAME,
    NAME,
    POSITION,
    find_names,
    names_by_position,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.office.importer.document.spans import Span

_TITLE: Final = (
    rf"(?:{PLAIN}|น\.ส\.|ว่าที่|ดร\.|{RANKS}"
    r"|[พรสจ]\.[ตอสทจ]\.|หม่อม|ม\.[รล]\.|ผู้ลงนาม)"
)
_IN_BRACKETS: Final = re.compile(rf"\(\s*(?P<name>{_TITLE}[^()]{{1,60}})\)")
_ONLY_BRACKETS: Final = re.compile(r"\(\s*(?P<name>[^()0-9๐-๙]{4,60})\)")
_SIGNED: Final = re.compile(
    r"(?:ลงชื่อ|ลงนาม)(?P<rule>[\s.…_]*[.…_]{2}[\s.…_]*)?\s*"
    r"(?P<name>(?(rule)[^\s.…_(0-9๐-๙]"
    rf"|(?:{_TITLE}|(?<=ลงชื่อ\s){A_NAME}\s*(?:$|\()|(?<=\s){NAME}\s*(?:$|\()))[^().…_0-9๐-๙]{{0,60}})"
)
"""Who signs: on the line for it, or right behind the word with a title or in one or two words."""
_NO_NAMES: Final = re.compile(
    r"(?:รอบ|ตามเอกสาร|ต่อ|ร่าง|สำเนา|ฉบับ|ข้อมูล|หมายเหตุ|ถ้ามี|Integrity|Open|Ex|In)"
)
_SIGNING: Final = re.compile(r"\(?(?:ลงชื่อ|ลงนาม)\)?(?=[\s.…_(]|$)")
_RULED: Final = re.compile(r"[(\s]*[.…_]{5,}")
_FORMULA: Final = re.compile(
    r"จึง(?:ขอ|ให้|ได้|นำ|กราบ|ออก|จัดทำ|มี)*(?:ประกาศ|คำสั่ง|เรียน|แจ้ง|เสนอ|รายงาน|สั่ง)"
    r"|(?:ประกาศ|สั่ง|ให้ไว้|ออกให้|แถลง)\s*ณ\s|ขอแสดงความนับถือ|ด้วยความเคารพ"
    r"|(?:ขอ)?ขอบ(?:พระ)?คุณ|ทั้งนี้\s*(?:ตั้งแต่|ให้มีผล|ให้ถือปฏิบัติ|ให้ใช้บังคับ)"
)
_SIGNS_AS: Final = re.compile(r"ผู้(?:รายงาน|จัดทำ|เสนอ|อนุมัติ|เห็นชอบ|ตรวจ|รับรอง|ลงนาม|ประกาศ)")
_UNTITLED: Final = re.compile(NAME)
_FIRST_NAME: Final = re.compile(A_NAME)
_SIGNATURE: Final = re.compile(rf"\(\s*[^()]*\)|{NAME}")
_NEAR: Final = 3
_LAST: Final = 6
"""So near to the end a name without a title is a signature, or to a closing formula."""


def find_signers(listed: Sequence[Span]) -> Iterator[Span]:
    """The names of persons among lines that stand one after another.

    Names in brackets with a title anywhere; a bracketed line above or below a position, and a name
    in brackets beside one; what follows "ลงชื่อ"; a name with its title that makes a line of its
    own.
    """
    for at, words in enumerate(listed):
        if bracketed := [words.within(name, "name") for name in _IN_BRACKETS.finditer(words.own)]:
            yield from map(_name_within, bracketed)
        elif only := _bracketed_signer(listed, at):
            yield only
        elif signed := _SIGNED.match(words.own):
            yield words.within(signed, "name")
        elif _is_name(words):
            yield words
        elif named := [words.cut(it.start, it.end) for it in names_by_position(words.own)]:
            yield from named


def _name_within(bracketed: Span) -> Span:
    """The name in brackets, without what is told behind it."""
    named = find_names(bracketed.own)
    return bracketed.cut(0, named[-1][1]) if named else bracketed


def find_plain_signatures(listed: Sequence[Span]) -> Iterator[Span]:
    """Names with neither title nor brackets, above a position, where a text comes to its end."""
    return (words for at, words in enumerate(listed) if _is_plain_signature(listed, at))


def begins_closing(listed: Sequence[Span], at: int) -> bool:
    """Whether a document's end begins in this paragraph: a closing formula, or a signature."""
    words = listed[at]
    return is_formula(words) or begins_signature(listed, at) or _names_signer(words)


def is_formula(words: Span) -> bool:
    """Whether a paragraph begins as the last of an announcement or a letter does."""
    return _FORMULA.match(words.own) is not None


def begins_signature(listed: Sequence[Span], at: int) -> bool:
    """Whether somebody signs here: a line to sign on, a name in brackets or above a position."""
    words = listed[at]
    return (
        any(pattern.match(words.own) for pattern in (_SIGNING, _RULED))
        or _IN_BRACKETS.fullmatch(words.own) is not None
        or _bracketed_signer(listed, at) is not None
        or _is_plain_signature(listed, at)
    )


def _names_signer(words: Span) -> bool:
    """Whether a line is a person's name, or says who reports and the name."""
    return _is_name(words) or bool(_SIGNS_AS.match(words.own) and any(persons(words.own)))


def _bracketed_signer(listed: Sequence[Span], at: int) -> Span | None:
    """Whom a line names that is nothing but brackets beside a position."""
    only = _ONLY_BRACKETS.fullmatch(listed[at].own)
    if only is None or _NO_NAMES.match(only["name"]) or not _beside_position(listed, at):
        return None
    return listed[at].within(only, "name")


def _is_plain_signature(listed: Sequence[Span], at: int) -> bool:
    """Whether a line is a name without a title, above a position, near the end or a formula."""
    before = listed[max(0, at - _NEAR) : at]
    closes = at >= len(listed) - _LAST or any(
        _FORMULA.search(each.own) or _SIGNING.search(each.own) for each in before
    )
    is_name = _UNTITLED.fullmatch(listed[at].own) is not None
    is_first_name = _FIRST_NAME.fullmatch(listed[at].own) and any(map(is_formula, before))
    return closes and bool(is_name or is_first_name) and _above_position(listed, at)


def _is_name(words: Span) -> bool:
    person = next(persons(words.own), None)
    return person is not None and person.start == 0 and person.end >= len(words.own) - 2


def _beside_position(listed: Sequence[Span], at: int) -> bool:
    before = listed[at - 1 : at] if at else []
    return _above_position(listed, at) or any(POSITION.match(words.text) for words in before)


def _above_position(listed: Sequence[Span], at: int) -> bool:
    """Whether a position stands below, other names in the same row between them."""
    below = (each for each in listed[at + 1 :] if not _SIGNATURE.fullmatch(each.own))
    following = next(below, None)
    return following is not None and POSITION.match(following.text) is not None
