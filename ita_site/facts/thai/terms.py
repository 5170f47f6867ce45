"""Terms of the field, and the words that belong to a number: what a line's end should not part."""

from __future__ import annotations

import re
from typing import Final

TERMS: Final = (
    *("กองคลัง", "การทุจริต", "กำกับติดตาม", "ข้อค้นพบ", "ข้อคำถาม", "ความโปร่งใส", "คิวอาร์โค้ด"),
    *("ตัวชี้วัด", "ถ่วงน้ำหนัก", "ทุกรอบ", "แบบวัด", "แบบสำรวจ", "ปีประเมิน", "ผลงาน", "ผู้มาติดต่อ", "ผู้รับบริการ"),
    *("ผู้แจ้ง", "ไม่ระบุ", "ส่วนจังหวัด", "ส่วนตำบล", "ส่วนราชการ"),
    *("สำนักปลัด", "เสียงตามสาย", "หอกระจายเสียง", "อินโฟกราฟิก"),
)
"""What `words.txt` does not know, or knows as something rarer than it is in this field."""

NUMBERED: Final = (
    *("ITA ปี", "EIT ปี", "ปีงบประมาณ", "ปีประเมิน", "ปี", "พ.ศ.", "รอบ", "ไตรมาส", "ลำดับที่", "ลำดับ"),
    *("วันที่", "เลขที่", "ครั้งที่", "ฉบับที่", "ข้อที่", "มาตรการที่", "ตัวชี้วัดที่", "ประเด็นที่", "ที่", "ข้อ"),
    *("หน้า", "ชั้น", "ห้อง", "หมู่", "ตู้ ปณ.", "เวลา", "ร้อยละ", "ได้", "เหลือ", "เกณฑ์ผ่าน"),
)
"""Words that stay with the number after them."""

COUNTING: Final = (
    *("มาตรการ", "หน่วยงาน", "ตัวชี้วัด", "เรื่อง", "เกณฑ์", "ขั้นตอน", "ข้อ", "เดือน", "วันทำการ", "วัน"),
    *("ปี", "คะแนน", "คน", "ครั้ง", "รอบ", "ไฟล์", "จุด", "อันดับ", "รายการ", "นาที", "บาท"),
)
"""Words that stay with the number before them."""

_KINDS: Final = r"องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:นคร|เมือง|ตำบล)|จังหวัด"
_NAMED: Final = re.compile(rf"(?:{_KINDS})(?P<place>[ก-๛]+)")


def place_name(agency: str) -> str:
    """What is left of an agency's name without its kind: `โคกมน`; empty where that is unknown."""
    found = _NAMED.fullmatch(agency)
    return found["place"] if found else ""
