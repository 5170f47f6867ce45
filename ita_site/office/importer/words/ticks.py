"""Ticks, arrows and bars: what is one, and what the heading above it means."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from ita_site.facts.model.progress import Status
from ita_site.facts.thai.text import fold
from ita_site.facts.thai.timeframe import TimeframeKind
from ita_site.office.importer.words.roles import STATUS_WORDS
from ita_site.office.importer.words.times import timeframe_of

_SIGNS: Final = "/√üþ•*×←→↔⟵⟶⟷<>"
_SYMBOLS: Final = ("So", "Co")
"""Unicode's kinds of ✓ ☑ ● ✅ and all their like, and of what a font draws as one by itself."""
_SHAPES: Final = range(0x25A0, 0x2600)
"""Squares, triangles, circles; Unicode calls some of them, such as ◼, signs of mathematics."""
_BETWEEN: Final = "-–—\ufe0e\ufe0f"
EMPTY: Final = "☐□▢◻❏❐⬜\uf0a8\uf06f"
"""Boxes in which nothing stands, those of Wingdings too."""
_IN_BOX: Final = re.compile(
    r"\s*(?:\(\s*(?P<round>[^()\s]{1,3})\s*\)|\[\s*(?P<square>[^\[\]\s]{1,3})\s*\])\s*"
)
"""A tick in a box or a pair of brackets drawn with signs."""
_SAYS_NOTHING: Final = re.compile(rf"[\s\-–—−_.…·:()\[\]{{}}|\u200b\ufe0e\ufe0f{EMPTY}]*")
_LETTER: Final = re.compile("[xXvVoOyYPR]")
"""What is typed for a tick, or is one in a font of signs: P and R are ✓ and ☑ in Wingdings 2."""
_CROSSED: Final = "✗✘☒❌❎×"
_CROSS: Final = re.compile(rf"[{_CROSSED}xXNn\-–—]\ufe0f?|no", re.IGNORECASE)
_CHECK: Final = re.compile(r"[/✓✔√☑✅🗹🗸üþ\uf0fc\uf050●•■◼⬤◉vVYyOoPR]\ufe0f?|yes|ok", re.IGNORECASE)
_MARKED: Final = re.compile(r"(?<!\s)\s*[\[(]?[/✓✔√☑✅✗✘☒❌×xXvV●•■◼][\])]?\s*(?=[ก-ฮเ-ไ][ก-๎])")
"""A tick or a cross before the words that say the same."""
_BEGINS: Final = re.compile(r"[←⟵<][\s\-–—]*")
_ENDS: Final = re.compile(r"[\s\-–—]*[→⟶>]")
_SHORT: Final = 40
_PERIODS: Final = (TimeframeKind.MONTH, TimeframeKind.QUARTERS)
_IN_BRACKETS: Final = re.compile(r"\([^()]*\)")


def find_ticked_column(text: str) -> str | None:
    """What a tick below this heading tells, `timeframe` or `status`; None for other headings."""
    if is_period(text):
        return "timeframe"
    return "status" if parse_status(_IN_BRACKETS.sub("", text)) else None


def is_period(text: str) -> bool:
    """Whether a heading is one month or quarter."""
    plain = _IN_BRACKETS.sub("", text)
    return any(timeframe_of(words).kind in _PERIODS for words in (text, plain))


def is_tick(text: str) -> bool:
    """Whether a cell holds nothing but a tick, a dot or an arrow; a dash is none."""
    if (boxed := _IN_BOX.fullmatch(text)) and (boxed["square"] or "") in "xXvV":
        return boxed["square"] is not None or is_tick(boxed["round"])
    text = (boxed["round"] or boxed["square"]) if boxed else text
    signs = [sign for sign in text if not sign.isspace() and sign not in _BETWEEN]
    return bool(signs) and all(map(_is_sign, signs))


def _is_sign(sign: str) -> bool:
    drawn = unicodedata.category(sign) in _SYMBOLS or ord(sign) in _SHAPES
    return sign in _SIGNS or (drawn and sign not in EMPTY)


def is_mark(text: str) -> bool:
    """Whether a cell below a heading that is ticked holds a tick, which may be a letter there."""
    boxed = _IN_BOX.fullmatch(text)
    sign = (boxed["round"] or boxed["square"]) if boxed else text.strip()
    return is_tick(text) or _LETTER.fullmatch(sign) is not None


def is_cross(text: str) -> bool:
    """Whether a cell holds only a cross, which is a tick only where nothing else is one."""
    sign = text.strip().removesuffix("\ufe0f").strip("()[]")
    return len(sign) == 1 and sign in f"{_CROSSED}xX"


def is_check(text: str) -> bool:
    """Whether a cell holds a tick that is no cross."""
    return is_mark(text) and not is_cross(text)


def is_unread_mark(text: str) -> bool:
    """Whether a cell without words holds more than dashes, dots and empty boxes."""
    return _SAYS_NOTHING.fullmatch(text) is None


def begins_bar(text: str) -> bool:
    """Whether a cell holds only the left end of an arrow."""
    return _BEGINS.fullmatch(text.strip()) is not None


def ends_bar(text: str) -> bool:
    """Whether a cell holds only the right end of an arrow."""
    return _ENDS.fullmatch(text.strip()) is not None


def guess_status(text: str, *, whatever: bool = False) -> Status | None:
    """The status that short words of any office say, which need not be in a list.

    Args:
        text: The words.
        whatever: Whether they are known to say a status, so that words between do not matter.
    """
    if known := parse_status(text):
        return known
    said = _MARKED.sub("", _IN_BRACKETS.sub("", text), count=1).strip()
    if known := parse_status(said):
        return known
    if _CHECK.fullmatch(said):
        return Status.DONE
    if _CROSS.fullmatch(said):
        return Status.NOT_STARTED
    plain = fold(said)
    if not plain or not (_SPOKEN.fullmatch(plain) or (whatever and len(plain) <= _SHORT)):
        return None
    return next((status for status, spoken in _SAID if spoken.search(plain)), None)


_SPOKEN: Final = re.compile(
    r"(?:การ|ได้|แล้ว|เสร็จ|สิ้น|เรียบร้อย|ครบ|ถ้วน|ทั้งหมด|ทุก|ตาม|แผน|เป้า|หมาย|ที่|สำเร็จ|ผล|บรรลุ|สมบูรณ์|จบ|ทำ|งาน|ไม่|ยัง|มิ|มี|เริ่ม"
    r"|ต้น|ลงมือ|ถึง|กำหนด|อยู่|ใน|ระหว่าง|กำลัง|บาง|ส่วน|ต่อเนื่อง|คืบหน้า|แต่|รอ|เลื่อน|ไป|ปี|หน้า|ถัด|จัด|ซื้อ|จ้าง|ขั้นตอน|ขั้น|ใช่|เป็น|ยกเลิก|ชะลอ"
    r"|ล่าช้า|ดำเนิน|ประชุม|เตรียม|พิจารณา|คง|เวลา|เร่ง|รัด|ใด|ๆ|ห้วง|ประมาณ|สรร|เงิน|รายการ|อนุมัติ|ร้อยละ|เหลือ|อีก|ครึ่ง|หนึ่ง|ใกล้|เกือบ|เลย|ข้อ"
    r"|ปฏิบัติ|โครงการ|กิจกรรม|มาตรการ|ปิด|หมด|ดี|บ้าง|งบ|เอกสาร|เพิ่ง|ค้าง|พัก|หยุด|ลง|[0-9%.,\s])+"
)
_SAID: Final = (
    (Status.NOT_STARTED, re.compile(r"รอ(?:เริ่ม|ดำเนิน|ปฏิบัติ|งบ|เงิน|จัดสรร)|เลื่อน|ยกเลิก|ชะลอ")),
    (
        Status.IN_PROGRESS,
        re.compile(
            r"บาง|ระหว่าง|กำลัง|(?<!ทุก)ขั้นตอน|(?:อยู่|ยัง|ใน)ขั้น|ต่อเนื่อง|คืบหน้า|(?:ยัง|ไม่)\S*(?:เสร็จ|ครบ|จบ)|ทำอยู่|(?<!ช่วย)เหลือ|ครึ่ง|ใกล้|เกือบ|รอ(?![บง])|ล่าช้า|เตรียม"
        ),
    ),
    (Status.NOT_STARTED, re.compile(r"ไม่|มิได้|^ยัง$|ยัง(?:เริ่ม|ทำ)")),
    (
        Status.DONE,
        re.compile(
            r"เสร็จ|เรียบร้อย|ครบ|สำเร็จ|บรรลุ|จบ|ปิด|แล้ว|ใช่|^(?:ทำ|มี|ได้|เป็นไปตามแผน)|ดำเนินการ|ปฏิบัติ"
        ),
    ),
)
"""What is looked for first holds: ยังไม่เสร็จ is no beginning and no end."""


def parse_status(text: str) -> Status | None:
    """The status these words are, as officers write it; None for other words."""
    return _statuses().get(fold(text))


@cache
def _statuses() -> dict[str, Status]:
    words = {fold(word): Status.parse(code) for word, code in Status.synonyms().items()}
    words |= {fold(name): status for status in Status for name in (status.value, status.label)}
    return words | {
        fold(word): Status.parse(code) for code, listed in STATUS_WORDS.items() for word in listed
    }
