"""What the cells of a column look like: times, sums, offices, sentences that begin with ควร."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.office_names import NAME
from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.document.labels import whole_number
from ita_site.office.importer.words.dates import in_thai
from ita_site.office.importer.words.groups import KNOWN, find_indicator, find_instrument
from ita_site.office.importer.words.private import is_private
from ita_site.office.importer.words.ticks import guess_status, is_tick
from ita_site.office.importer.words.times import timeframe_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ita_site.facts.model.edition import Edition

_SHORT: Final = 60
_WORDY: Final = 8
_CHOICE: Final = 40
_LOOKED_AT: Final = 1000
"""Letters of a cell: how it looks is seen by then."""
_FEW: Final = 2
"""So few cells may be alike by chance."""
_COUNTED: Final = re.compile("[0-9๐-๙]|ไตรมาส|เดือน|ปี|รอบ|สัปดาห์")
_FIGURE: Final = r"[0-9๐-๙][0-9๐-๙,]*(?:\.[0-9๐-๙]+)?"
_COUNTS: Final = (
    "คน|ราย|ครั้ง|เรื่อง|แห่ง|จุด|ชุมชน|หมู่บ้าน|ฉบับ|เล่ม|งาน|โครงการ|กิจกรรม|รุ่น|ช่องทาง|ข้อ|เวที|ระดับ|รายการ|ชุด"
    "|หน่วย|กอง|คัน|วัน|ชั่วโมง|นาที|เดือน|ปี|บาท|คะแนน|ประเด็น|ไตรมาส|ช่อง|หลัง|ป้าย|ครัวเรือน"
)
_PATTERNS: Final[dict[str, re.Pattern[str]]] = {
    "day": re.compile(r".*[0-9๐-๙]{1,2}\s*[/.-]\s*[0-9๐-๙]{1,2}\s*[/.-].*|[0-9๐-๙]{1,2}\s*[ก-ฮ].*"),
    "oneday": re.compile(
        r"[0-9๐-๙]{1,2}\s*[/.-]\s*[0-9๐-๙]{1,2}\s*[/.-]\s*[0-9๐-๙]{2,4}"
        r"|(?:[0-9๐-๙]{1,2}\s*)?[ก-ฮเ-ไ][ก-๎.]{2,10}\s*[0-9๐-๙]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}.*"
    ),
    "short": re.compile(rf".{{1,{_SHORT}}}", re.DOTALL),
    "amount": re.compile(
        rf"(?:จำนวน|เป็นเงิน|วงเงิน|ไม่เกิน)?\s*฿?\s*(?:[0-9๐-๙]{{1,3}}(?:,[0-9๐-๙]{{3}})+(?:\.[0-9๐-๙]+)?|{_FIGURE}(?=\s*(?:บาท|บ\.|\.-)))"
        r"(?:\s*(?:\.?-|บาท(?:ถ้วน)?|บ\.)){0,2}"
        rf"|[^0-9\n]{{0,20}}{_FIGURE}\s*(?:บาท(?:ถ้วน)?|บ\.)"
        r"(?:\s*(?:/|ต่อ)\s*(?:ปี|เดือน|ครั้ง|คน))?(?:\s*\([^()\n]{1,40}\))?"
    ),
    "free": re.compile(
        r"[-–\s(]*(?:(?:ดำเนินการ|ดำเนินงาน|ทำ)?(?:โดย)?ไม่(?:ได้|ต้อง|มี|เสีย|ขอ|ตั้ง)*(?:การ)?(?:ใช้|จ่าย|งบ|ค่าใช้จ่าย|เงิน|เสีย).{0,20}|ใช้?งบ(?:ปกติ|ประจำ)?|ไม่มี|-)"
        r"[-–\s)]*(?:\([^()\n]{1,40}\))?"
    ),
    "decimal": re.compile(r"(?:ร้อยละ\s*)?[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,2})\s*(?:คะแนน|%)?|100|๑๐๐"),
    "integer": re.compile(r"[0-9๐-๙][0-9๐-๙,]*"),
    "percent": re.compile(
        r"(?:ร้อยละ\s*)?(?:100|๑๐๐|[0-9๐-๙]{1,2})(?:\.[0-9๐-๙]+)?\s*(?:%|เปอร์เซ็นต์)?"
    ),
    "hundreds": re.compile(r"(?:ร้อยละ\s*)?(?:100|๑๐๐|[0-9๐-๙][05๐๕])\s*%?|0|๐"),
    "counted": re.compile(
        rf"(?:ไม่น้อยกว่า|อย่างน้อย|ไม่ต่ำกว่า|จำนวน)?\s*(?:ร้อยละ\s*{_FIGURE}|{_FIGURE}\s*(?:{_COUNTS}|%))\D{{0,12}}"
    ),
    "measured": re.compile(
        rf"(?:ร้อยละ|จำนวน|ระดับ|ความพึงพอใจ|อัตรา|สัดส่วน).*|.*(?:ร้อยละ\s*{_FIGURE}|{_FIGURE}\s*(?:{_COUNTS}|%))",
        re.DOTALL,
    ),
    "promised": re.compile(
        rf"(?!.*(?:แล้ว|ครบ|เมื่อ)).*\D(?:ร้อยละ\s*{_FIGURE}|{_FIGURE}\s*(?:{_COUNTS}|%))\s*", re.DOTALL
    ),
    "purpose": re.compile(r"[\s\-–•0-9๐-๙.)(]*เพื่อ.*", re.DOTALL),
    "should": re.compile(r"[\s\-–•0-9๐-๙.)(]*(?:ควร|เห็นควร|สมควร|น่าจะ|ขอให้|เสนอให้).*", re.DOTALL),
    "lacking": re.compile(
        r".*(?:ไม่(?!น้อยกว่า)|ขาด|ยาก|ช้า|ล่า|(?<!ไม่)น้อย|ชำรุด|(?<!ส่วน)เสีย|จำกัด|ภารกิจ|คับแคบ|เลื่อน|ขัดข้อง|(?<!รับ)ผิด|ซับซ้อน|ต่ำ|ภาระ|ซ้ำซ้อน"
        r"|(?<!ระห)ว่าง|(?<!สำ)รอ(?![บง])).*",
        re.DOTALL,
    ),
    "uncertain": re.compile(
        r".*(?:อาจ|เสี่ยง|รั่ว|ลืม|โยกย้าย|ลาออก|ขัดข้อง|ละเลย|สูญหาย|เกรง|ถูก|ไม่กล้า|ล่าช้า|ชำรุด|ทุจริต).*",
        re.DOTALL,
    ),
    "changed": re.compile(
        r".*(?:เพิ่มขึ้น|ลดลง|ลดจาก|เพิ่มจาก|น้อยลง|มากขึ้น|ดีขึ้น|จากเดิม|พึงพอใจ|กว่าปี|สูงขึ้น|เร็วขึ้น|สะดวก|ไม่มี(?:ข้อ|เรื่อง|การ)|ตระหนัก|สามารถ"
        r"|ได้รับความ|มีความรู้).*",
        re.DOTALL,
    ),
    "reported": re.compile(
        rf".*(?:แล้ว|ครบ|เมื่อ(?:วัน|เดือน)|{_FIGURE}\s*(?:{_COUNTS}))(?!.*(?:ควร|เพื่อ)).*", re.DOTALL
    ),
    "watching": re.compile(
        r".*(?:รายงาน.*(?:ต่อ|เสนอ|ให้|ทุก)|ติดตาม|ตรวจ|สุ่ม|สรุป.*(?:เสนอ|ทุก|รายงาน)|สอบถาม|ทุก(?:เดือน|ไตรมาส|สัปดาห์|สิ้น)|กำกับ|นับจำนวน).*",
        re.DOTALL,
    ),
    "paper": re.compile(
        r"[\s\-–•0-9๐-๙.)(]*(?:ภาพ|สำเนา|ทะเบียน|รายงาน|บันทึก|คู่มือ|ประกาศ|คำสั่ง|หนังสือ|สถิติ|สรุป|ลิงก์|เอกสาร|แบบ|สมุด|แผนผัง|เว็บไซต์).*",
        re.DOTALL,
    ),
    "standing": re.compile(
        r"(?:ยัง(?:ไม่|คง|ทำ|เดิน|ขาด)|อยู่(?:ใน)?ระหว่าง|กำลัง|ปิดงาน|ปิดโครงการ|สำเร็จ|เสร็จ|แล้วเสร็จ|ทำแล้ว|บรรลุ|ครบถ้วน|จบ|เลื่อน|ยกเลิก)[^0-9]{0,24}"
    ),
    "coded": re.compile(r"[(\[]?\s*(?:[ieo]\s?-?[0-9]{1,2})(?![0-9]).*", re.DOTALL | re.IGNORECASE),
    "link": re.compile(r".*https?://.*", re.DOTALL),
    "listed": re.compile(
        r"(?s:[\s]*(?:[(]?[0-9๐-๙]{1,2}[.)]+\s|[-–•●▪]).*\n.*)|.*(?:\n.*){2,}|\s*[(]?[1๑][.)]\s*\D.*\s[(]?[2๒][.)].*"
    ),
    "item": re.compile(r"\s*(?:[(]?[0-9๐-๙]{1,2}[.)]|[-–•●▪])\s*\D.*", re.DOTALL),
    "begun": re.compile(
        r"[\s\-–•0-9๐-๙.)(]*(?:จัด|พัฒนา|ปรับ|ส่งเสริม|เสริม|สร้าง|เพิ่ม|เปิด|ตั้ง|อบรม|ทำ|ลด|ควบคุม|เผยแพร่|ประชา|กำหนด|ยกระดับ|โครงการ|กิจกรรม"
        r"|มาตรการ|การ|ป้องกัน|ประกาศ|ใช้|นำ|แต่งตั้ง|ให้|มอบหมาย|แจ้ง|ทบทวน|สำรวจ|ประชุม|รณรงค์|สื่อสาร|ขับเคลื่อน).*",
        re.DOTALL,
    ),
    "single": re.compile(r"[^\n]+"),
}
_MORE_COUNTS: Final = (
    "ท่าน|ตัว|ต้น|ชิ้น|อัน|เครื่อง|ใบ|แผ่น|เมตร|กิโลเมตร|กม\\.|ไร่|ตัน|ลิตร|คลิป|โพสต์|รอบ|สาย|คณะ|กลุ่ม|ทีม|ห้อง|โรงเรียน"
    "|หน่วยงาน|หมู่|คดี|สัญญา|แปลง|ถัง|หัวข้อ|ระบบ|ฐาน|แบบ|เส้นทาง|ประเภท|สัปดาห์|ตำบล|คู่|กล่อง|ถุง|เสียง|คำขอ|คำร้อง|ข้อความ"
)
_WHOLE_FIGURE: Final = r"[0-9][0-9,]*+(?:\.[0-9]++)?+"
_BARE_FIGURE: Final = re.compile(
    r"(?:(?:รวม|จำนวน|ประมาณ|ทั้งหมด|ทั้งสิ้น|ไม่น้อยกว่า|ไม่ต่ำกว่า|ไม่เกิน|อย่างน้อย|กว่า)\s*+){0,2}"
    rf"(?:(?:ร้อยละ\s*+)?{_WHOLE_FIGURE}\s*+(?:(?:{_COUNTS}|{_MORE_COUNTS}|%)(?:(?:ต่อ|/)\s*+(?:{_COUNTS}))?)?"
    r"[\s,/()]*+(?:และ)?\s*+){1,4}(?:ต่อ(?:ปี|เดือน|ครั้ง)|เท่านั้น|ขึ้นไป)?"
)
"""A figure with its unit, or several, and nothing else: 15 ราย, ๒ รุ่น 60 คน."""
HARD: Final = ("running", "time", "decimal", "integer", "percent", "amount", "counted", "office")
"""Looks that no free text has."""


def look_at(cells: Sequence[str], edition: Edition) -> Mapping[str, float]:
    """How many of a column's cells have each look, as a share from 0 to 1.

    Args:
        cells: The texts that say something.
        edition: What the year asks, for the names of indicators.
    """
    plain = [to_arabic(text.strip()[:_LOOKED_AT]) for text in cells]
    if not plain:
        return {}
    found = {name: _share(plain, pattern.fullmatch) for name, pattern in _PATTERNS.items()}
    found |= {name: _share(plain, check) for name, check in _CHECKS.items()}
    if not _say_status(plain):
        found["status"] = 0.0
    found["indicator"] = _share(plain, lambda text: _is_indicator(text, edition))
    found["instrument"] = _share(plain, lambda text: find_instrument(text, edition) == text)
    found["running"] = float(_counts_up(plain))
    found["varied"] = float(len({re.sub(r"[0-9,.\s]", "", text) for text in plain}) > 1)
    found["chosen"] = float(_is_of_few(plain))
    found["distinct"] = float(len({*plain}) == len(plain))
    hard = max(found[name] for name in (*HARD, "status", "indicator", "private", "mark"))
    wordy = _share(plain, lambda text: len(text) >= _WORDY)
    return found | {"text": min(wordy, 1 - hard)}


def _say_status(cells: Sequence[str]) -> bool:
    """Whether cells that may say how far something is say more than that there is none of it."""
    return any(guess_status(text) and _NONE.fullmatch(text) is None for text in cells)


def _share(cells: Sequence[str], fits: Callable[[str], object]) -> float:
    return sum(bool(fits(text)) for text in cells) / len(cells)


def is_bare_figure(text: str) -> bool:
    """Whether a text is only how many there are of something, or how much."""
    return _BARE_FIGURE.fullmatch(to_arabic(text.strip())) is not None


def is_figure(text: str) -> bool:
    """Whether a cell is a number, a sum or a share."""
    return any(
        _PATTERNS[name].fullmatch(to_arabic(text.strip()))
        for name in ("integer", "amount", "decimal", "percent", "counted")
    )


def is_day(text: str) -> bool:
    """Whether a cell is one day or one month of a year."""
    return _PATTERNS["oneday"].fullmatch(to_arabic(text.strip())) is not None


def is_time(text: str) -> bool:
    """Whether a cell says when; digits alone do not."""
    words = " ".join(in_thai(text).split())
    return not words.isdigit() and timeframe_of(words).understood


def is_sure_time(text: str) -> bool:
    """The same of words that no office is called by: กค. may be one."""
    return _COUNTED.search(text) is not None and is_time(text)


def _is_indicator(text: str, edition: Edition) -> bool:
    found = find_indicator(text, edition)
    return found is not None and (found.similarity >= KNOWN or text.startswith("ตัวชี้วัดที่"))


def _counts_up(cells: Sequence[str]) -> bool:
    numbers = [whole_number(re.sub(r"[.)(\s]", "", text)) for text in cells]
    return numbers == [*range(1, len(numbers) + 1)]


def _is_of_few(cells: Sequence[str]) -> bool:
    """Whether short words repeat, as those do that are chosen from a few."""
    short = all(len(text) <= _CHOICE and re.search("[ก-๎]", text) for text in cells)
    return short and len(cells) > _FEW and 2 * len({*cells}) <= len(cells) + 1


def _names_offices(text: str) -> bool:
    """Whether a cell names offices, whoever is named in the lines beside."""
    lines = [line for line in text.split("\n") if not is_private(line, with_position=True)]
    return NAME.fullmatch("\n".join(lines).strip()) is not None


_NONE: Final = re.compile("ไม่มี(?:เลย)?")
_CHECKS: Final[dict[str, Callable[[str], object]]] = {
    "office": _names_offices,
    "time": is_time,
    "status": guess_status,
    "mark": is_tick,
    "private": lambda text: is_private(text, with_position=True),
}
