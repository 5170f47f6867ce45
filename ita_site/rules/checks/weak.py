"""What an assessor may find weak although it is there, measure by measure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.facts.model.edition import Sight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ita_site.rules.checks.page_facts import PageFact

NUMBER = re.compile(r"[0-9๐-๙]")
YEARS = re.compile(
    r"(?:ปี(?:งบประมาณ)?|พ\.?\s*ศ\.?)\s*(?:พ\.?\s*ศ\.?\s*)?[0-9๐-๙]{2,4}|(?<![\d.])25\d\d(?![\d.])"
)
"""A year is no figure of a result."""
SOMEBODY = re.compile(
    r"กอง|สำนัก|ฝ่าย|(?:^|[\s,(/])งาน|ส่วนราชการ|หน่วย|คณะ|กลุ่ม|ศูนย์|โรงเรียน|สภา(?!พ)|กรรมการ"
    r"|ปลัด|นายก|หัวหน้า|เลขา|เจ้าหน้าที่|บุคลากร|นิติกร|นักวิชาการ|นักจัดการ|นักทรัพยากร|ผอ\."
    r"|ผู้(?:ตรวจ|บริหาร|บังคับ|อำนวย|รับผิดชอบ|ดูแล|จัดการ|ว่าราชการ|กำกับ|ประสาน|ช่วย|รายงาน)"
)
"""Words that name who watches, or to whom is told."""
EVERYBODY = re.compile(r"(?:ทุก|ทั้งหมด)\S*|\S+(?:ทุก(?:แห่ง|หน่วย|กอง|ส่วน)|ทั้งหมด)\S*")
ALWAYS = re.compile(r"(?:ตลอด(?:ทั้ง)?ปี|ทั้งปี|ต่อเนื่อง|ปีงบประมาณ)\S*(?:\s*(?:พ\.ศ\.)?\s*\d{4})?")


def weak_points(sight: Sight, facts: Iterable[PageFact], measures: Iterable[str]) -> Iterator[str]:
    """What is weak of the things one sight is about, each in a line of Thai.

    `measures` are the anchors of the measures on the page, in its order.
    """
    for fact, is_weak, words in RULES.get(sight, ()):
        texts: dict[str, list[str]] = {}
        for one in facts:
            if one.fact == fact:
                texts.setdefault(one.place, []).append(one.text)
        numbers = [
            str(at)
            for at, anchor in enumerate(measures, 1)
            if anchor in texts and is_weak(texts[anchor])
        ]
        if numbers:
            yield f"มาตรการลำดับที่ {', '.join(numbers)} {words}"


def _without_figures(texts: list[str]) -> bool:
    return not any(NUMBER.search(YEARS.sub("", text)) for text in texts)


def _names_nobody(texts: list[str]) -> bool:
    return not any(SOMEBODY.search(text) for text in texts)


def _everybody_alone(texts: list[str]) -> bool:
    return all(EVERYBODY.fullmatch(text.strip()) for text in texts)


def _at_any_time(texts: list[str]) -> bool:
    return all(ALWAYS.fullmatch(text.strip()) for text in texts)


WATCHED = ("monitoring", _names_nobody, "มีการกำกับติดตาม แต่ไม่บอกว่าใครติดตาม")
TIMED = ("timeframe", _at_any_time, "บอกเวลาเพียงว่าตลอดปี")
RULES: Mapping[Sight, tuple[tuple[str, Callable[[list[str]], bool], str], ...]] = {
    Sight.OUTCOME: (("outcome", _without_figures, "มีผล แต่ไม่มีตัวเลข"),),
    Sight.MONITORING: (WATCHED,),
    Sight.SCHEDULE: (TIMED, WATCHED),
    Sight.TIMEFRAME: (TIMED,),
    Sight.UNITS: (("units", _everybody_alone, "ให้ทุกหน่วยงานรับผิดชอบ ไม่บอกหน่วยงานหลัก"),),
}
"""Of each sight: the fact, when it is weak, and what to say of it."""
