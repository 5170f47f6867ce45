"""Rules about words that stand where something should be said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.facts.model.progress import is_blank, says_nothing
from ita_site.facts.thai.text import compact
from ita_site.rules.checks.texts import around, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.progress import Report
    from ita_site.facts.problems import Problem
    from ita_site.facts.strict_yaml.document import Path
    from ita_site.rules.checks.scope import Scope
    from ita_site.rules.checks.texts import FileScope

FILE = "progress.yml"
FIGURES = frozenset({"before", "after", "unit"})
EMPTY_WORDS = re.compile(
    r"(?:ได้|มีการ|หน่วยงาน|ดำเนินการ|ดำเนินงาน|ดำเนิน|ปฏิบัติงาน|ปฏิบัติ|การ|ทำ|แล้วเสร็จ|เสร็จสิ้น|เสร็จ"
    r"|แล้ว|เรียบร้อย|สำเร็จ|ลุล่วง|ครบถ้วน|ครบ|ทุก|ขั้นตอน|ข้อ|กิจกรรม|ประการ|ตาม|มาตรการ|แผนงาน|แผน|แนวทาง"
    r"|ที่กำหนด|กำหนด|ไว้|วัตถุประสงค์|เป้าหมาย|เป็นไป|เป็นที่|ด้วยดี|ด้วยความ|ทั้งหมด|ทั้งสิ้น|นี้|ร้อยละ|100|%"
    r"|อย่าง|ต่อเนื่อง|สม่ำเสมอ|เป็นประจำ|และ|done|completed?|finished|[,/:()-])++"
)
"""Words that say that something was done, and not what."""
STAND_INS = frozenset(
    {"na", "n/a", "none", "null", "nil", "tbd", "tbc", "todo", "test", "ทดสอบ", "ระบุ", "โปรดระบุ"}
    | {"กรุณาระบุ", "ข้อความ", "ใส่ข้อความ", "รอข้อมูล", "รอรายงาน", "รอดำเนินการกรอก", "อยู่ระหว่างรวบรวม"}
)
LONGEST_NOTHING = 80
BLANK = re.compile(
    r"[._…Ll\[(<](?:(?<=[.])[.]{4}|(?<=…)…|(?<=_)_{3}|(?<=[Ll])orem ipsum"
    r"|(?<=[\[(<])[^\])>\n]{0,20}(?:ระบุ|ใส่ข้อความ)[^\])>\n]{0,20}[\])>])"
)
"""The blank of a form that nobody filled in."""
NO_WORD = re.compile(r"[-–—.…_/?\s]*|[xX]{2,}")


def says_what_was_done(scope: Scope) -> Iterator[Problem]:
    """A result says more than that it is done."""
    for index, report in enumerate(scope.year.progress.progress):
        said = [(path, text) for path, text in _texts(report) if not says_nothing(text)]
        if said and all(says_only_done(text) for _, text in said):
            path, text = said[0]
            yield scope.problem("ITA371", FILE, ("progress", index, *path), value=text)


def _texts(report: Report) -> Iterator[tuple[Path, str]]:
    yield from ((("summary", at), text) for at, text in enumerate(report.summary))
    yield from ((("outcomes", at), outcome.text) for at, outcome in enumerate(report.outcomes))


def says_only_done(text: str) -> bool:
    """Whether a text tells that something was done and not what."""
    return len(text) <= LONGEST_NOTHING and bool(EMPTY_WORDS.fullmatch(compact(text)))


def no_stand_ins(scope: FileScope) -> Iterator[Problem]:
    """Nothing is published that only holds the place of a text."""
    for written, found in scope.holding(BLANK.search):
        if not _is_blank_figure(written.path, written.text):
            yield scope.problem("ITA372", written.path, value=around(found))
    for path, text, _ in scope.labels:
        stands_in = text.strip().lower() in STAND_INS or NO_WORD.fullmatch(text)
        if stands_in and not BLANK.search(text) and not _is_blank_figure(path, text):
            yield scope.problem("ITA372", path, value=text)


def _is_blank_figure(path: Path, text: str) -> bool:
    """Which the rules about comparisons tell."""
    return field(path) in FIGURES and is_blank(text)
