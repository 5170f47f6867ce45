"""The facts an agency begins with: what was answered, and a place for all that comes later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_site.facts.writing.edit import Put, edit
from ita_site.facts.writing.emit import BLANK, emit
from ita_site.office.edit_commands import new_year

if TYPE_CHECKING:
    from pathlib import Path as Folder

    from ita_site.facts.strict_yaml.document import Path, Value
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.office.init.answers import Answers

FILL: Final = "ช่องที่ยังว่าง ให้พิมพ์ต่อท้ายเครื่องหมาย : โดยเว้นวรรค 1 ครั้ง ช่องใดไม่มีข้อมูลให้ลบทั้งบรรทัด"
AGENCY: Final[dict[Path, str]] = {
    (): f"ข้อมูลของหน่วยงาน แสดงที่หัวเว็บ ท้ายเว็บ และเอกสารทุกฉบับ\n{FILL}",
    ("sample",): "ยังไม่มีชื่อจริง จึงเป็นข้อมูลสาธิตและเผยแพร่ไม่ได้ ใส่ชื่อแล้วลบบรรทัดนี้",
    ("website",): "เว็บไซต์หลักของหน่วยงาน เช่น https://tuayang.example/",
    ("site_url",): "ที่อยู่ของเว็บไซต์นี้เมื่อเผยแพร่แล้ว เช่น https://ita.tuayang.example/",
    ("colour",): 'สีประจำหน่วยงาน เช่น "#16325c"',
    ("contact",): "ติดต่อทั่วไป ส่วนช่องทางแจ้งเรื่องทุจริตอยู่ใน channels.yml",
    ("units",): "ส่วนราชการ บรรทัดละหน่วย เช่น\n\n- กองคลัง\n\nสะกดให้ตรงกับผู้รับผิดชอบใน measures.yml",
}
CHANNELS: Final[dict[Path, str]] = {
    (): "ช่องทางแจ้งเรื่องทุจริตและประพฤติมิชอบ และวิธีคุ้มครองผู้แจ้ง\n"
    f"{FILL}\nก่อนเผยแพร่ ให้ลองโทร ลองส่งอีเมล และลองเปิดลิงก์ทุกช่องทางด้วยตนเอง",
    ("receiver",): "ใครรับเรื่อง และใครเปิดอ่านได้",
    ("acknowledge_days",): "แจ้งรับเรื่องภายในกี่วัน แล้วแจ้งผลภายในกี่วัน",
    ("protection",): "คุ้มครองผู้แจ้งอย่างไร บรรทัดละข้อ เช่น\n\n- ไม่เปิดเผยชื่อผู้แจ้ง",
    ("what_to_tell",): "ผู้แจ้งควรบอกอะไร บรรทัดละข้อ เช่น\n\n- เกิดอะไรขึ้น ที่ไหน เมื่อใด",
    ("channels",): "ช่องทาง เพิ่มได้ เช่น\n\n"
    "- kind: walk_in\n  label: ศูนย์รับเรื่องร้องเรียน\n  value: อาคารสำนักงาน ชั้น 1",
}


def agency_file(answers: Answers) -> bytes:
    """`agency.yml`: what was answered, and what is to be filled in."""
    value: dict[str, Value] = {
        "name": answers.name,
        "kind": answers.kind.value,
        "sample": "true" if answers.is_sample else None,
        "district": answers.district or BLANK,
        "province": answers.province or BLANK,
        "website": answers.website or BLANK,
        "site_url": answers.site_url or BLANK,
        "colour": BLANK,
        "contact": {"address": BLANK, "phone": BLANK, "email": BLANK, "hours": BLANK},
        "units": BLANK,
    }
    return emit(value, _those_of(AGENCY, value)).encode()


def channels_file(answers: Answers) -> bytes:
    """`channels.yml`: the channels that were named, which are for corruption alone."""
    web = {"kind": "web", "label": "แบบแจ้งเรื่องทุจริตทางเว็บไซต์", "url": answers.channel}
    phone = {"kind": "phone", "label": "โทรศัพท์แจ้งเรื่องทุจริต", "value": answers.phone}
    mail = {"kind": "email", "label": "อีเมลแจ้งเรื่องทุจริต", "value": answers.email}
    mail["url"] = f"mailto:{answers.email}"
    named = ((web, answers.channel), (phone, answers.phone), (mail, answers.email))
    channels: list[Value] = [{**channel} for channel, said in named if said]
    value: dict[str, Value] = {
        "receiver": BLANK,
        "acknowledge_days": BLANK,
        "handling_days": BLANK,
        "protection": BLANK,
        "what_to_tell": BLANK,
        "channels": channels or BLANK,
    }
    return emit(value, _those_of(CHANNELS, value)).encode()


def write_data(data: Folder, answers: Answers, content: Folder, day: BEDate) -> None:
    """Write the whole data folder into `data`, which must not be there yet.

    Raises:
        DataError: when one of the answers is no value of its field.
        UnwritableError: when one holds a character no data file may hold.
    """
    data.mkdir(parents=True)
    (data / "agency.yml").write_bytes(agency_file(answers))
    (data / "channels.yml").write_bytes(channels_file(answers))
    start = new_year.find_basis(data, str(answers.year))
    made = new_year.plan_new_year(start, [], content, day)
    made.write()
    if answers.eit:
        file = made.folder / "year.yml"
        file.write_bytes(edit(file.read_bytes(), [Put(("eit", "url"), answers.eit)]))


def _those_of(remarks: dict[Path, str], value: dict[str, Value]) -> dict[Path, str]:
    """The remarks on what will stand in the file."""
    return {
        path: text for path, text in remarks.items() if not path or value[str(path[0])] is not None
    }
