"""Who is named where an office should stand: by a title of any kind, with whatever name follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.personal import (
    ENGLISH,
    LEARNED,
    LETTERS,
    MOST_LETTERS,
    NO_NAMES,
    RANKS,
    YOU,
    PersonalData,
    titled,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP: Final = r"[ \u00a0\n]{1,3}"
_OR_NAMES: Final = ("เอก", "งาม", "วง", "รอง", "ฟ้า", "พราน", "คลัง", "ทุน", "ไม้", "ท่า", "สิบ")
"""Roles behind นาย or นาง that are given names as well, where another word follows."""
_ROLES: Final = "|".join(each for each in NO_NAMES if each not in _OR_NAMES)
_MAY_BE_ROLES: Final = "|".join(_OR_NAMES)
PLAIN: Final = (
    rf"(?:นางสาว|นาย|นาง|{YOU})(?!\s?(?:{_ROLES}))"
    rf"(?!(?:{_MAY_BE_ROLES})(?![{LETTERS}]*{_GAP}[ก-ฮเ-ไ]))"
)
"""Mr., Mrs., Miss before whatever is a name and no role: นายเอก …, but not นายช่าง."""
_FOR_SHORT: Final = rf"น\.?\s?ส\.|ด\.ช\.|ด\.ญ\.|{LEARNED}"
_FAMILIAR: Final = (
    r"พี่(?!เลี้ยง)|น้อง(?!ใหม่)|(?:อาจารย์|คุณครู|ครู)(?!ใหญ่|ผู้|พี่เลี้ยง|อัตรา|ประจำ|โรงเรียน|ใน|สอน|ฝ่าย"
    r"|ศูนย์|และ|หัวหน้า|ชำนาญ|แนะแนว|ทุก|ปฐมวัย|อนุบาล|การ)"
)
_IN_OFFICE: Final = (
    r"(?:(?:รอง)?ผอ\.|ผู้อำนวยการ|หน\.|ผช\.|(?:รอง)?ปลัด|หัวหน้า)"
    r"(?!\s?(?:สำนัก|สนง|กอง|ฝ่าย|งาน|ศูนย์|ส่วน|กลุ่ม|หน่วย|คณะ|โรงเรียน|โรงพยาบาล|สถาน|ร\.?ร\.|รพ|ศพด|แผนก|โครงการ"
    r"|เทศ|ทต|ทม|ทน|อบ|อ\.|อำเภอ|องค์การ|จังหวัด|เมือง|ตำบล|กระทรวง|กรุง|กทม|ฝ่าย|อาวุโส|ท้องถิ่น|ส่วนราชการ"
    r"|ทุก|ผู้|ประจำ|และ|หรือ|เป็น|ตรวจ|ด้าน|ชุด|ทีม|ระดับ|การ|พัสดุ|ช่าง|คลัง|สภา|วิทยาลัย|ธุรการ|บัญชี|สารบรรณ"
    r"|ทะเบียน|แผน|นโยบาย|ยุทธ|สวัสดิการ|สาธารณ|ประชา|นิติ|วิชาการ|จัด|ป้องกัน|บุคล|ทรัพย|เลขา|กิจการ|ประปา"
    r"|โยธา|วิเคราะห์|บริหาร|ส่งเสริม|พัฒนา|เทคโน|สารสนเทศ|ควบคุม|รักษา|เวร|ตลาด|ร้องเรียน|หอ(?:ผู้|พัก|สมุด|ประชุม)"
    r"|ห้อง|ตึก|อาคาร|คลินิก|ด่าน|สาขา|ภาควิชา|หลักสูตร|ภารกิจ|หมู่บ้าน|ชุมชน|องค์กร"
    r"|[ก-ฮ]{2,5}(?:\.|[\s/,)]|$)|ที่|ใน|ของ|ต้น|รอง|ปลัด|โดย|มอบ|รายงาน|ข้าราชการ|นัก|เจ้า|ลูกจ้าง|ฯ))"
)
_NOT_BEHIND: Final = (
    r"สำนัก|ฝ่าย|ศูนย์|โรงเรียน|โรงพยาบาล|คณะ(?:ทำงาน|กรรม)|กลุ่มงาน|หน่วย(?:งาน|ตรวจ|บริการ)|แผนก|สถานี"
    r"|กอง(?:คลัง|ช่าง|การ|สา|สวัส|ยุทธ|วิชา|แผน|ส่งเสริม|ประปา|นโยบาย|กฎหมาย|พัสดุ|ป้องกัน|บริหาร|พัฒนา)"
    r"|ส่วน(?:การ|ราชการ|โยธา|สวัส|สาธา|คลัง|ช่าง|ส่งเสริม)"
    r"|งาน(?:การ|พัสดุ|สาร|ธุร|นิติ|บริ|ป้อง|ประ|แผน|วิ|นโย|พัฒนา|สวัส|ทะเบียน|จัด|ผล|บัญชี|กิจ|ก่อ|สาธา"
    r"|ส่งเสริม|สังคม|เทศ|รักษา|ควบคุม|ตรวจ|กฎหมาย|งบ|เลขา|บุค|ทรัพ|โยธา|ไฟฟ้า|ผัง|เวช|ข้อมูล|เทค|ศูนย์)"
    r"|ปลัด|หัวหน้า|ผู้อำนวยการ|ผอ\.|หน\.|รอง|ตำแหน่ง|นายก|นัก(?:วิ|จัดการ|ทรัพ|บริ|พัฒนา|ประ)|เจ้าหน้าที่"
    r"|เจ้าพนักงาน|นิติกร|ประธาน|ผู้(?:ช่วย|จัดการ|ประสาน|รับผิด|ดูแล)|โทร|เบอร์|มือถือ|ต่อ(?:\s|$)|นาย|นาง"
    r"|(?:และ|หรือ|กับ|ร่วม|เป็น|โดย|รับผิดชอบ|ติดต่อ)(?:\s|$)|(?:และ|หรือ|กับ|ร่วมกับ)(?:นาย|นาง|คุณ|กอง|สำนัก)"
)
"""What is no surname behind a given name: an office that every agency has, a position, a link."""
_WORD: Final = rf"[ก-ฮเ-ไ][{LETTERS}]{{1,{MOST_LETTERS}}}"
_SURNAME: Final = rf"{_GAP}(?!{_NOT_BEHIND})(?:ณ{_GAP})?{_WORD}"
_BEGINS: Final = rf"(?:(?<![{LETTERS}])|(?<=โดย)|(?<=และ)|(?<=กับ)|(?<=คือ)|(?<=ชื่อ))"
"""Before what is a word of its own only where nothing is glued to it, or one of these is."""
_PERSON: Final = re.compile(
    rf"(?<![A-Za-z.])(?:(?:(?P<title>{PLAIN}|{_FOR_SHORT}|{_BEGINS}(?:{_FAMILIAR})"
    rf"|(?:ว่าที่\s?)?(?:{RANKS}|พ\.จ\.[อทต]\.)(?:\s?\(?หญิง\)?)?)\s?{_WORD}|{_BEGINS}(?P<post>{_IN_OFFICE}){_WORD})"
    rf"(?:{_SURNAME})?|(?P<english>{ENGLISH}))"
)


def people_in_office(text: str) -> Iterator[PersonalData]:
    """Persons named in a text that should name an office: นายเอก …, พี่…, ผอ.+name, Mr. ….

    The word behind a given name is the surname, whatever it begins with, unless it is an office
    that every agency has.
    """
    for found in titled(_PERSON, text):
        title = found["title"] or found["post"] or found[0][:2]
        start = found.end("post") if found["post"] else found.start()
        yield PersonalData(start, found.end(), text[start : found.end()], f"{title}…")
