"""Names for many fictional agencies, as different from each other as real ones are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

FIRST = (
    *("โคก", "หนอง", "บ้าน", "ห้วย", "ดอน", "นา", "วัง", "ท่า", "บึง", "คลอง", "เขา", "โพน"),
    *("สระ", "ทุ่ง", "ป่า", "เนิน", "หาด", "เกาะ", "ลำ", "กุด", "แก่ง", "ไร่", "เมือง", "ศาลา"),
)
LAST = (
    *("บัว", "สูง", "ใหญ่", "น้อย", "งาม", "แดง", "ขาว", "ดำ", "ทอง", "เงิน", "แก้ว", "ไผ่"),
    *("ยาง", "ตาล", "มะม่วง", "ขาม", "ช้าง", "เสือ", "กวาง", "ปลา", "นก", "หิน", "ทราย", "เกลือ"),
)
KINDS = (
    *(("subdistrict_organization", "องค์การบริหารส่วนตำบล"),) * 5,
    *(("subdistrict_municipality", "เทศบาลตำบล"),) * 3,
    ("town_municipality", "เทศบาลเมือง"),
    ("city_municipality", "เทศบาลนคร"),
)
PLACES = tuple(f"{first}{last}" for first, last in product(FIRST, LAST))
PROVINCES = 77


@dataclass(frozen=True, slots=True)
class Who:
    """What tells one agency from another."""

    name: str
    kind: str
    district: str
    province: str


def who(number: int, each_province: int = 12) -> Who:
    """The agency with this number, from 1, where so many of each province take part."""
    kind, label = KINDS[number * 7 % len(KINDS)]
    place = PLACES[number * 131 % len(PLACES)]
    district = PLACES[number // 3 * 57 % len(PLACES)]
    province = PLACES[number // each_province % PROVINCES * 97 % len(PLACES)]
    return Who(f"{label}{place}", kind, f"อำเภอ{district}", f"จังหวัด{province}")
