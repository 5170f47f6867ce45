"""Names of offices as their first word tells them: กองคลัง, งานพัสดุ, ปลัดเทศบาล."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.agency import SHORT
from ita_site.facts.thai.named_people import people_in_office
from ita_site.facts.thai.personal import PersonalData

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS: Final = "สำนัก|กอง|ฝ่าย|งาน|ศูนย์|ส่วน|กลุ่ม|หน่วย|โรงเรียน|โรงพยาบาล|สถานี|คณะ|แผนก"
_NO_OFFICES: Final = ("ผอ", "ผช", "หน", "จนท", "รก", "นวก", "จพง", "ดร", "นส", "พศ", "คศ", "สต")
"""What is written for short before a dot and is a position, a title, a year, or part of รพ.สต."""
_AGENCIES: Final = tuple(short.rstrip(".") for short in SHORT.values())
SHORT_OFFICE: Final = (
    r"(?:(?<![ก-๎A-Za-z.])|(?<=[ก-ฮ]{2}\.))"
    rf"(?!(?:{'|'.join((*_NO_OFFICES, *_AGENCIES))})\.)[ก-ฮ]{{2,5}}\."
)
"""An office for short, such as สป. or กค., which may follow another without a space."""
RUN_TOGETHER: Final = re.compile(rf"{SHORT_OFFICE}(?={SHORT_OFFICE})")
"""Offices for short with nothing between: สป.กค."""
_OF_A_PLACE: Final = (
    r"(?<![ก-๎A-Za-z])(?:รพ\.\s?สต\.|รพ\.|ร\.\s?ร\.|รร\.|ศพด\.|สภ\.|สสอ\.|กศน\.|สกร\.)"
    r"(?:\s?(?=บ้าน|ตำบล|วัด))?[^\s/,().]{2,}"
)
"""An office for short that has the name of a place: รพ.สต.โนนตาล."""
OFFICE: Final = re.compile(
    rf"(?<![ก-ฮเ-ไ])(?:{_KINDS})[^\s/,()]{{2,}}|{_OF_A_PLACE}|{SHORT_OFFICE}"
)
"""An office within words, by the first word of its name or for short."""
ONLY_OFFICES: Final = re.compile(
    rf"(?:{OFFICE.pattern})(?:\s*(?:[/,]|และ)?\s*(?:{OFFICE.pattern}))*"
)
POSTS: Final = (
    "รอง(?:ปลัด|นายก|ผู้|ผอ|หัวหน้า|ประธาน)|ผู้|ปลัด|นิติกร|วิศวกร|สถาปนิก|บรรณารักษ์|สารวัตร"
    r"|ผอ\.?(?![ก-ฮเ-ไ])|ผอ\.(?=[กสศทรฝง])|หน\.|หัวหน้า|ผช\.|จนท|จพง|นวก|เจ้าหน้าที่|เจ้าพนักงาน|เจ้าภาพ|เจ้าของ"
    "|นัก(?:วิ|จัดการ|ทรัพ|บริ|พัฒนา|ประ|การ|สัน|สัง|โภช|อุทยาน|เรียน|ศึกษา|กีฬา|สื่อ)"
    "|นายก(?:เทศ|องค์|อบ|สภา|เมือง|ฯ|$|[ \u00a0/,)])|นายอำเภอ|นายช่าง|นายทะเบียน|นายตรวจ"
    "|นายแพทย์|นายสัตวแพทย์|นายด่าน"
    "|ประธาน|กรรมการ|อนุกรรมการ|เลขา(?:นุการ|ฯ|ธิการ|$)|สมาชิก|กำนัน|แกนนำ|อาสา|พนักงาน|ข้าราชการ|บุคลากร|ลูกจ้าง|ยาม|เวร|แม่บ้าน"
    "|พยาบาล|แพทย์|ครู(?:ผู้|ใหญ่|ประจำ|พี่เลี้ยง|$)|วิทยากร|ช่าง(?:โยธา|ไฟฟ้า|เครื่อง|ประปา|สำรวจ|เขียน|ซ่อม|$)|คนงาน|ตัวแทน|ทีม|ชุด|แอดมิน|[Aa]dmin|ฝ่าย|เครือข่าย"
)
"""How the name of a post begins, or of those who hold one."""
_PLACES: Final = (
    r"เทศบาล|เทศกิจ|องค์การ|องค์กร|อบต|อบจ|ทต\.|ทม\.|ทน\.|เมืองพัทยา|อำเภอ|จังหวัด|ตำบล|ชุมชน|หมู่บ้าน|หมู่ที่|สภา(?!พ)|สถาน|สถาบัน"
    r"|โรง(?!จน)|ร\.ร\.|รพ(?:\.|สต|$)|ศพด|อปพร|อสม|สปสช|กศน|สกร|ศูนย์|วิทยาลัย|มหาวิทยาลัย|บัณฑิตวิทยาลัย|วิทยาเขต|สโมสร|ภาควิชา|สาขา|หลักสูตร|กรม|กระทรวง|บริษัท|ห้าง|ตลาด|ห้อง|หอ|อาคาร|สำนัก|ที่ว่าการ|ที่ทำการ|ภาค(?:ประชา|เอกชน|รัฐ|ส่วน|เครือ|ี)"
    "|ประชาชน|ประชาคม|กลุ่ม|ชมรม|กองทุน|กองทัพ|วัด|ท้องถิ่น|ราชการ|ด่าน|คลินิก|เคาน์เตอร์|จุดบริการ|ธนาคาร"
    "|มูลนิธิ|สมาคม|สหกรณ์|วิสาหกิจ|ที่ดิน|สรรพากร|ปศุสัตว์|เกษตร|พัฒนาการ|ตำรวจ|ทหาร|การไฟฟ้า|เยาวชน"
)
_WORK: Final = (
    "ธุรการ|สารบรรณ|พัสดุ|การเงิน|การคลัง|คลัง|บัญชี|งบประมาณ|ทะเบียน|จัดเก็บ|จัดซื้อ|ประชาสัมพันธ์|ตรวจสอบ|แผน|นโยบาย|ยุทธศาสตร์"
    "|สวัสดิการ|สาธารณ|การศึกษา|การเจ้าหน้าที่|การประปา|ประปา|โยธา|ก่อสร้าง|ผังเมือง|ไฟฟ้า|ไอที|เทคโนโลยี|สารสนเทศ|วิชาการ|บริหาร"
    "|บริการ|นิติการ|กฎหมาย|ป้องกัน"
    r"|พัฒนา(?! )|ส่งเสริม|ทรัพยากร|บุคคล|กิจการ|อำนวยการ|รักษา(?:ราชการ|การ|ความ|พยาบาล)"
    "|เลขานุการ|ดับเพลิง|กู้ชีพ|เร่งรัด"
)
_NO_NAMES: Final = re.compile(
    r"[\s\-–—•*,/]*+[^\s]*?(?:สิ่งแวดล้อม|วัฒนธรรม|ศาสนา|ประเพณี|นันทนาการ|การกีฬา|ท่องเที่ยว|มวลชน|ประชาชน|ชุมชน|ผู้สูงอายุ|ผู้พิการ|คนพิการ"
    "|ปฐมวัย|สุขาภิบาล|ควบคุมโรค|ความสะอาด|ความปลอดภัย|ขยะ|ของเสีย|น้ำเสีย|ระบายน้ำ|ชลประทาน|จราจร|ผังเมือง|ก่อสร้าง|ควบคุมอาคาร|ป่าไม้"
    "|ปศุสัตว์|การเกษตร|การพาณิชย์|การตลาด|เทศกิจ|สาธารณภัย|สังคมสงเคราะห์|วิเคราะห์|ประเมินผล|ติดตาม|ตรวจสอบ|ข่าวสาร|สื่อสาร|ดิจิทัล"
    "|คอมพิวเตอร์|สารสนเทศ|เทคโนโลยี|นวัตกรรม|เอกสาร|ยานพาหนะ|รายได้|ภาษี|ผลประโยชน์|งบประมาณ|การเงิน|พัสดุ|อัตรากำลัง|ฝึกอบรม|ห้องสมุด"
    "|โภชนาการ|ร้องเรียน|ร้องทุกข์)"
)
"""Words of work and of things, of which the first word of a name has none; a surname may."""
_ROLES: Final = (
    "ทุก|ทก(?=สำนัก|กอง|ส่วน|หน่วย)|แต่ละ|ทั้ง|หลัก|ร่วม(?:กับ|ด้วย|$|[ )])|สนับสนุน|รับผิดชอบ|ถ้ามี"
    "|ตาม(?:คำสั่ง|แผน|ที่)|ที่(?:เกี่ยว|ได้|รับ)|ของ|ด้าน|โดย|หรือ|และ|เช่น|ยกเว้น|ประสาน(?:งาน|กับ|ความ)|กำกับ|มอบหมาย|เฉพาะ|รวม(?:ทั้ง|ถึง)|ไม่|ภายใน|ภายนอก"
    "|อื่น|รอบ|ระดับ|ใน(?:สังกัด|ส่วน|ฐานะ)"
)
"""What plays a part beside an office: in brackets, or before its name."""
_WAYS: Final = (
    "ออนไลน์|[Oo]nline|[Ll]ine|LINE|ไลน์|เว็บ|[Ww]eb|[Ff]acebook|เฟซบุ๊ก|แอป|[Aa]pp|ระบบ|[Ee]-"
    "|ทาง|ผ่าน|One"
)
"""By which way somebody is reached or served: in brackets beside an office."""
_INITIALS: Final = (
    rf"{SHORT_OFFICE}|[ก-ฮ]{{1,4}}\.(?:[ก-ฮ]{{1,4}}\.?)*(?![ก-๎])|[A-Z]{{2,6}}(?![A-Za-z])"
)
_BEGINS: Final = rf"{_KINDS}|{POSTS}|{_PLACES}|{_WORK}|{_ROLES}|{_INITIALS}|[^A-Za-zก-๎]*$"
_BEFORE: Final = r"[\s\-–—•*,/]*(?:[0-9๐-๙]++[.)]?\s*)*"
BESIDE_OFFICE: Final = re.compile(rf"{_BEFORE}(?:{_BEGINS}|{_WAYS})")
"""How what stands in brackets beside an office begins: an office, a post, a part it plays."""
OFFICE_LIKE: Final = re.compile(rf"{_BEFORE}(?:{_BEGINS}|[ก-ฮ]{{2}}(?![ก-๎]))")
"""How what may be responsible begins: a kind of office, a post, a place, work, letters."""
NAMED_OFFICE: Final = re.compile(rf"(?:{_KINDS}|{POSTS}|{_PLACES})[^\s/,()]{{2,}}")
"""A kind of office, a post or a place, and more of its name: not พัสดุ, of which a name may end."""
_IN_BRACKETS: Final = re.compile(r"\(\s*(?P<name>[A-Za-zก-๎]+\s+[A-Za-zก-๎]+)\s*\)")
"""Two words in brackets: a name, where they do not begin as what stands beside an office."""
_LONGEST: Final = 60
NAME: Final = re.compile(
    rf"(?:ทุก)?(?:{_KINDS})[^0-9]{{0,80}}|นิติกร|ปลัด[^0-9]{{0,30}}|ผู้บริหาร[^0-9]{{0,20}}"
)
_UNIT: Final = re.compile(rf"(?:ทุก)?(?:{_KINDS}|{POSTS})")
_HEAD_OF: Final = r"(?:ผู้อำนวยการ|ผอ\.?|หัวหน้า|หน\.)\s?"
_BROKEN: Final = re.compile(rf"(?:.*(?:[\s,/]|และ))?(?:{_HEAD_OF})?(?:{_KINDS})")


def is_office(text: str) -> bool:
    """Whether a text begins as names of offices do, and holds little more."""
    return len(text) <= _LONGEST and NAME.fullmatch(text) is not None


def begins_unit(text: str) -> bool:
    """Whether a text is a unit's name, or begins as a post does and is as short as one."""
    return is_office(text) or (len(text) <= _LONGEST and _UNIT.match(text) is not None)


def names_work(text: str) -> bool:
    """Whether words that do not begin as offices do still tell of work, and so of no person."""
    return _NO_NAMES.match(text) is not None


def people_in_unit(text: str) -> Iterator[PersonalData]:
    """Persons named in what should name an office, with a title or without one in brackets."""
    found = [*people_in_office(text)]
    yield from found
    for name in _IN_BRACKETS.finditer(text):
        start, end = name.span("name")
        known = any(each.start < end and start < each.end for each in found)
        if not known and not BESIDE_OFFICE.match(name["name"]):
            yield PersonalData(start, end, name["name"], f"{name['name'][0]}…")


def breaks_off(line: str) -> bool:
    """Whether a line ends within the name of an office: behind the word for its kind."""
    return _BROKEN.fullmatch(line) is not None
