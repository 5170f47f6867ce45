"""The status that the first words of a result say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ita_site.facts.model.progress import Status

_DOING: Final = r"(?:ดำเนิน(?:การ|งาน)|ปฏิบัติ(?:การ|งาน)?|จัดทำ|ทำ)"
_ENDED: Final = r"(?:แล้ว|เสร็จ(?:สิ้น|สมบูรณ์)?|เรียบร้อย)"
_BEHIND: Final = r"(?=[^ก-๎]|$|ตาม|เมื่อ|ใน|จำนวน|ทั้ง|ทุก|บาง|แต่|ร้อยละ|ประมาณ|เกือบ)"
_SAID: Final = re.compile(
    rf"(?P<done>(?:ได้)?(?:{_DOING})?{_ENDED}*(?:เสร็จ(?:สิ้น|สมบูรณ์)?|เรียบร้อย){_ENDED}*"
    rf"|(?:ได้)?{_DOING}(?:แล้ว|ครบถ้วน|สำเร็จ)+{_BEHIND})"
    rf"|(?P<in_progress>อยู่(?:ใน)?ระหว่าง(?:การ)?(?:{_DOING})?|กำลัง{_DOING}"
    r"|(?:ยัง)?ไม่(?:แล้ว)?เสร็จ(?:สิ้น)?)"
    rf"|(?P<not_started>ยังไม่(?:ได้)?(?:เริ่ม(?:{_DOING})?|{_DOING})"
    rf"|(?:ไม่|มิ)ได้(?:เริ่ม)?{_DOING}(?![ก-๎]))"
)
_PART: Final = re.compile(
    r"(?:ไป|ประมาณ|เกือบ|คิดเป็น|จำนวน|\s)*(?:"
    r"ร้อยละ\s*(?!100|๑๐๐)[0-9๐-๙]"
    r"|(?!100|๑๐๐)[0-9๐-๙]+(?:\.[0-9๐-๙]+)?\s*(?:%|เปอร์เซ็นต์)"
    r"|[0-9๐-๙]+\s*(?:[ก-๎]+\s*)?(?:จาก\D{0,20}|ใน\s*)[0-9๐-๙])"
)
_NOT_ALL: Final = re.compile(r"บางส่วน|ยังไม่|เหลือ|ส่วนที่ขาด|อยู่ระหว่าง|กำลัง")
_LESS: Final = re.compile(
    r"(?:ลด(?:ลง)?|จาก)(?:(?!บางส่วน|ยังไม่|ส่วนที่ขาด|อยู่ระหว่าง|กำลัง|แต่).){0,40}?(?:คง)?เหลือ(?:เพียง)?\s*[0-9๐-๙]"
)
"""What there is less of than before, and no work that is left: ลดจาก 9 วัน เหลือ 3 วัน."""
_ALL: Final = re.compile(r"เสร็จ|เรียบร้อย|ครบ|สำเร็จ")
_SO_MANY: Final = re.compile(r"\s*[0-9๐-๙]")
"""Behind ทำแล้ว: so many, be these all or not."""


@dataclass(frozen=True, slots=True)
class SaidStatus:
    """Where the words end that say a status; None where what follows says that not all is done."""

    status: Status | None
    end: int


def find_said_status(text: str) -> SaidStatus | None:
    """The status a text begins with, if it does."""
    found = _SAID.match(text)
    if found is None:
        return None
    status = Status.parse(str(found.lastgroup))
    behind = text[found.end() :]
    if status is not Status.DONE:
        return SaidStatus(status, found.end())
    in_part = _PART.match(behind) or _NOT_ALL.search(_LESS.sub("", behind))
    if not in_part and _SO_MANY.match(behind) and not _ALL.search(found[0]):
        return None
    return SaidStatus(None if in_part else status, found.end())
