"""The units that one line lists: what joins them, and what belongs to the name of one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.office_names import (
    NAMED_OFFICE,
    OFFICE_LIKE,
    POSTS,
    RUN_TOGETHER,
    SHORT_OFFICE,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ita_site.office.importer.document.spans import Span

_UNIT: Final = (
    "(?:สำนัก|กอง|ฝ่าย|งาน|หน่วย|ศูนย์|ส่วน|คณะ|กลุ่ม|ปลัด|ผู้(?!สูงอายุ|พิการ|ด้อย|ป่วย)|โรงเรียน|สถาน"
    r"|ผอ\.|หน\.|รอง(?:ปลัด|นายก|ผอ|ผู้)|หัวหน้า|นายก(?:เทศ|องค์|อบ|เมือง|ฯ)|กำนัน|ประธาน|นิติกร"
    r"|นัก(?:วิชาการ|จัดการ|ทรัพยากร|วิเคราะห์|ประชาสัมพันธ์|พัฒนา(?:ชุมชน|การ))|เจ้าพนักงาน|เจ้าหน้าที่"
    r"|ภาควิชา|สาขาวิชา|สโมสร|บัณฑิตวิทยาลัย|วิทยาเขต|สมาชิกสภา"
    r"|(?:องค์กร|ชมรม|สมาคม|มูลนิธิ|สหกรณ์|วิสาหกิจ|กองทุน|หอผู้ป่วย|ทีม)(?=[ก-๎])|ศพด|อปพร|อสม|รพ\.|(?:อบ[ตจ]|ท[ตมน])\.[ก-๎]|ทุก(?!ข))"
)
"""How a unit begins that stands behind another: a kind of office, or a post."""
_SEVERAL: Final = re.compile(
    rf"(?<!\s)(?:\s*+[/,])?\s*+(?:และ(?!นิติกร)|(?:ร่วม|ประสาน)กับ)\s*(?={_UNIT})"
    rf"|(?<!\s)\s*+(?<=[\s.)ฯ])และ\s*(?={POSTS})(?!\S*ทุก)"
    rf"|(?<!\s)\s*[/,]\s*(?={_UNIT}|{POSTS}|{SHORT_OFFICE})"
    rf"|(?<=\))\s+(?={_UNIT})"
)
"""Between two units; but within one that is for law as well: งานวินัยและนิติกร."""
_MAY_BE_SEVERAL: Final = re.compile(r"\s*[/,]\s*(?:และ)?\s*|(?<=[\s.)ฯ])และ\s*")
"""What stands between units as well as within the name of one."""
_JOINT: Final = re.compile(r"\s*+(?:[/,]\s*(?:และ)?|และ)\s*")
_SHORT_OFFICES: Final = re.compile(
    rf"{SHORT_OFFICE}(?:\s*(?:[/,]|และ)?\s*{SHORT_OFFICE})+"
    r"|[ก-ฮ]{2,5}(?:\s*(?:[/,]|และ)\s*[ก-ฮ]{2,5}\.?)+"
)
_FEW_LETTERS: Final = re.compile(r"[ก-ฮ]{2,5}\.?")
_BETWEEN_SHORT: Final = re.compile(r"\s*(?:[/,]|และ)\s*|\s+|(?<=\.)(?=[ก-ฮ])")
_HANGING: Final = re.compile(
    rf"(?:[/,]\s*)?(?:และ(?=\s|{_UNIT})|[/,])?\s*(?P<name>.*?)\s*"
    r"(?:[/,]|\s(?:และ|(?:ร่วม|ประสาน)?กับ))?",
    re.DOTALL,
)
"""What a line break left of a list: the sign that joins it to the next line."""
_ANY: Final = re.compile(
    "(?:ทุก|หัวหน้า|ผู้บริหาร|ผู้อำนวยการ)*(?:สำนัก|กอง|ฝ่าย|งาน|ศูนย์|ส่วน(?:ราชการ|งาน)?|กลุ่ม(?:งาน)?|หน่วย(?:งาน)?"
    r"|แผนก|โรงเรียน|เจ้าหน้าที่|ผู้บริหาร)?(?:(?:ที่|ใน|ภายใน|ต่าง|อื่น|ย่อย|ของ)\S*)?"
)
"""A unit of which there are many: หน่วยงานที่เกี่ยวข้อง."""
_OF_ANY_KIND: Final = re.compile("(?:หัวหน้า)?(?:ส่วนราชการ|ส่วนงาน|หน่วยงาน)")
_EVERY: Final = re.compile(r"ทุก(?!ข)")


_OF_ONE_KIND: Final = re.compile(
    r"(?P<name>(?:(?!และ)[^/,])+?)\s*ทุก(?:แห่ง|โรง|สาขา|จุด|หน่วย|ศูนย์|ตึก|หอ|ห้อง|คลินิก|สถานี|ด่าน|หมู่บ้าน)"
)


def names_one(text: str) -> bool:
    """Whether a cell names a unit, and nothing in it could join another."""
    return bool(NAMED_OFFICE.match(text)) and not _JOINT.search(text)


def split_units(line: Span, alone: Collection[str] = ()) -> list[Span]:
    """The units of a line, without the signs and the words that join them.

    `alone` are units that have a cell of their own elsewhere: before one of them another ends.
    """
    line = without_joints(line)
    between = _BETWEEN_SHORT if _SHORT_OFFICES.fullmatch(line.own) else _SEVERAL
    joints = [*between.finditer(line.own), *_joints_before(line.own, alone)]
    cuts = [cut for cut in joints if not _is_within(line.own, cut.start())]
    cuts = sorted({cut.end(): cut for cut in cuts}.values(), key=lambda cut: cut.end())
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), None]
    parts = (line.cut(start, end).stripped("/,") for start, end in zip(starts, ends, strict=True))
    return [part for part in parts if part]


def _joints_before(own: str, alone: Collection[str]) -> list[re.Match[str]]:
    joints = [*_JOINT.finditer(own)]
    ends = [*(joint.start() for joint in joints), len(own)][1:]
    pairs = zip(joints, ends, strict=True)
    return [joint for joint, end in pairs if own[joint.end() : end].strip() in alone]


def without_joints(line: Span) -> Span:
    """A line of a list without what joins it to the lines beside it."""
    hanging = None if line.then else _HANGING.fullmatch(line.own)
    return line.within(hanging, "name") if hanging else line


def _is_within(own: str, at: int) -> bool:
    """Whether a place stands within brackets."""
    return own.count("(", 0, at) > own.count(")", 0, at) and ")" in own[at:]


def may_be_several(unit: Span) -> bool:
    """Whether a name that was read as one unit may list another behind a sign."""
    signs = [
        sign
        for sign in _MAY_BE_SEVERAL.finditer(unit.own)
        if not _is_within(unit.own, sign.start())
    ]
    return any(OFFICE_LIKE.match(unit.own[sign.end() :]) for sign in signs)


def join_kinds(parts: Sequence[Span]) -> list[Span]:
    """The parts of a line, those as one that are all of several kinds: ทุกสำนัก/กอง."""
    joined: list[Span] = []
    for part in parts:
        if joined and _EVERY.match(joined[-1].own) and not _is_apart(part):
            joined[-1] = replace(joined[-1], end=part.end, then=part.then)
        else:
            joined.append(part)
    return joined


def are_apart(parts: Sequence[Span]) -> bool:
    """Whether each part names a unit by itself: not so สำนัก and กองทุกแห่ง."""
    named = all(map(may_be_unit, parts))
    followed = all(_EVERY.match(part.own) for part in parts[1:])
    return len(parts) > 1 and named and (followed or all(map(_is_apart, parts)))


def is_of_one_kind(unit: str) -> bool:
    """Whether a name is that of many offices of one kind, and not of all there are."""
    found = _OF_ONE_KIND.fullmatch(unit)
    if found is None or _OF_ANY_KIND.match(unit):
        return False
    return unit.startswith("ที่") or not _ANY.fullmatch(found["name"])


def _is_apart(part: Span) -> bool:
    """Whether a part says of which unit or of how many of a kind it tells."""
    return bool(_EVERY.match(part.own)) or not _ANY.fullmatch(part.own)


def may_be_unit(part: Span) -> bool:
    """Whether a part begins as units do."""
    return bool(OFFICE_LIKE.match(part.own) or _FEW_LETTERS.fullmatch(part.own))


def runs_together(line: Span) -> bool:
    """Whether offices for short stand in it with nothing between them: สป.กค."""
    return bool(_SHORT_OFFICES.fullmatch(line.own) and RUN_TOGETHER.search(line.own))
