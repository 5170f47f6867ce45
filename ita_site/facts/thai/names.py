"""Names of persons in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.personal import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTERS: Final = "ก-ฮะ-\u0e3aเ-\u0e45\u0e47-\u0e4e"
_OFFICES: Final = (
    *(
        "ก(?![ิ-\u0e3aะาำ็-์ฤ]|มล|รณ|ษิ|นก)",
        "อำเภอ",
        "ทะเบียน",
        "หน้า",
        "จ้าง",
        "ช่าง",
        "ตรวจ",
        "แพทย์",
        "สัตว",
    ),
    *(
        "ไปรษณีย์",
        "ท่า",
        "ท้าย",
        "เรือ",
        "ทหาร",
        "ตำรวจ",
        "ทุน",
        "ด่าน",
        "ประกัน",
        "เวร",
        "สนาม",
        "คลัง",
        "สถานี",
    ),
    *(
        "หมวด",
        "กอง",
        "สิบ",
        "ดาบ",
        "ร้อย",
        "อากร",
        "วง",
        "พราน",
        "รอง",
        "เลิ้ง",
        "พยาบาล",
        "ฟ้า",
        "งาม",
        "เอก",
    ),
    *("แบบ", "นพมาศ", "สงกรานต์", "ละคร", "เงือก", "ไม้"),
)
"""What makes นาย or นาง the beginning of an office, a role or a place."""
_NO_SURNAMES: Final = (
    *(
        "เป็น",
        "ได้",
        "มี",
        "ที่",
        "และ",
        "หรือ",
        "ซึ่ง",
        "ให้",
        "จะ",
        "ไป",
        "มา",
        "ใน",
        "โดย",
        "เพื่อ",
        "แล้ว",
        "กับ",
    ),
    *(
        "ผู้",
        "ปลัด",
        "หัวหน้า",
        "ประธาน",
        "เจ้า",
        "ตำแหน่ง",
        "อำเภอ",
        "ตำบล",
        "จังหวัด",
        "เทศบาล",
        "องค์การ",
        "สำนัก",
    ),
    *(
        "กอง",
        "ลงนาม",
        "เสนอ",
        "อนุมัติ",
        "เห็นชอบ",
        "แจ้ง",
        "ร้อง",
        "ยื่น",
        "พร้อม",
        "เข้า",
        "ประจำ",
        "ปี",
        "ชุด",
    ),
)
_PERSON: Final = re.compile(
    r"(?P<title>นางสาว|นาย|นาง|น\.ส\.|ด\.ช\.|ด\.ญ\.|ว่าที่\s?(?:ร\.[ตทอ]\.|ร้อย(?:ตรี|โท|เอก))|ดร\.)\s?"
    rf"(?!{'|'.join(_OFFICES)})(?P<name>[ก-ฮเ-ไ][{_LETTERS}]{{1,14}})[ \u00a0]{{1,3}}"
    rf"(?!{'|'.join(_NO_SURNAMES)})[ก-ฮเ-ไ][{_LETTERS}]{{2,24}}(?=$|[\s).,;:/”\"])",
    re.MULTILINE,
)
_BEFORE_A_NAME: Final = re.compile(r"(?:[^ก-๛]|^|โดย|และ|ให้|คือ|ชื่อ|กับ|ของ|แก่)$")


def persons(text: str) -> Iterator[Found]:
    """Names with a title, a first name and a surname, such as นางสาวสมใจ …; offices are none."""
    for found in _PERSON.finditer(text):
        if _BEFORE_A_NAME.search(text[max(found.start() - 5, 0) : found.start()]):
            yield Found(*found.span(), found[0], f"{found['title']}{found['name'][0]}…")
