"""The agency: who publishes."""

from __future__ import annotations

from pydantic import Field

from ita_site.facts.model.base import Fact, Shorthand
from ita_site.facts.model.fields import AgencyColour, Date, FilePath, Flag, Many, Text, WebLink
from ita_site.facts.model.labelled import Labelled
from ita_site.facts.model.licence import Licence


class AgencyKind(Labelled):
    """Kinds of agency the assessment covers; `other` for the rest."""

    CITY_MUNICIPALITY = "city_municipality", "เทศบาลนคร"
    TOWN_MUNICIPALITY = "town_municipality", "เทศบาลเมือง"
    SUBDISTRICT_MUNICIPALITY = "subdistrict_municipality", "เทศบาลตำบล"
    SUBDISTRICT_ORGANIZATION = "subdistrict_organization", "องค์การบริหารส่วนตำบล"
    PROVINCIAL_ORGANIZATION = "provincial_organization", "องค์การบริหารส่วนจังหวัด"
    PROVINCE = "province", "จังหวัด"
    OTHER = "other", "อื่น ๆ"

    @property
    def short(self) -> str:
        """What people write for short before such an agency's name; empty for nothing."""
        return SHORT.get(self, "")

    @classmethod
    def synonyms(cls) -> dict[str, str]:
        """The short forms, with and without their last dot; the rest in other spellings."""
        forms = ((kind.value, word) for kind, word in SHORT.items())
        short = {form: code for code, word in forms for form in (word, word.rstrip("."))}
        return short | dict.fromkeys(("อื่นๆ", "อื่น"), cls.OTHER.value)


SHORT = {
    AgencyKind.CITY_MUNICIPALITY: "ทน.",
    AgencyKind.TOWN_MUNICIPALITY: "ทม.",
    AgencyKind.SUBDISTRICT_MUNICIPALITY: "ทต.",
    AgencyKind.SUBDISTRICT_ORGANIZATION: "อบต.",
    AgencyKind.PROVINCIAL_ORGANIZATION: "อบจ.",
}


class Numerals(Labelled):
    """The digits in which a page writes its numbers."""

    THAI = "thai", "เลขไทย"
    ARABIC = "arabic", "เลขอารบิก"


class Unit(Shorthand):
    """A part of the agency that can be responsible for something."""

    name: Text = Field(description="ชื่อส่วนราชการ", examples=["กองคลัง"])
    short: Text | None = Field(None, description="ชื่อย่อที่ใช้ในตาราง", examples=["คลัง"])
    part_of: Text | None = Field(None, description="ส่วนราชการที่สังกัด", examples=["สำนักปลัดเทศบาล"])


class Contact(Fact):
    """How to reach the agency in general; complaints have their own channels."""

    address: Text | None = Field(None, description="ที่อยู่", examples=["9 ถนนตัวอย่าง ตำบลตัวอย่าง"])
    phone: Text | None = Field(None, description="โทรศัพท์", examples=["0 0000 0000"])
    email: Text | None = Field(None, description="อีเมล", examples=["office@tuayang.example"])
    hours: Text | None = Field(
        None, description="วันและเวลาทำการ", examples=["วันราชการ 8.30-16.30 น."]
    )


class Agency(Fact, title="หน่วยงาน"):
    """The facts of `agency.yml`."""

    name: Text = Field(description="ชื่อหน่วยงาน", examples=["เทศบาลเมืองตัวอย่าง"])
    name_en: Text | None = Field(
        None, description="ชื่อหน่วยงานภาษาอังกฤษ", examples=["Tua Yang Town Municipality"]
    )
    kind: AgencyKind = Field(description="ประเภทหน่วยงาน")
    district: Text | None = Field(None, description="อำเภอ", examples=["อำเภอเมืองตัวอย่าง"])
    province: Text | None = Field(None, description="จังหวัด", examples=["จังหวัดตัวอย่าง"])
    website: WebLink | None = Field(
        None, description="เว็บไซต์หลักของหน่วยงาน", examples=["https://tuayang.example/"]
    )
    site_url: WebLink | None = Field(
        None, description="ที่อยู่ของเว็บไซต์นี้เมื่อเผยแพร่แล้ว", examples=["https://ita.tuayang.example/"]
    )
    contact: Contact = Field(Contact(), description="ข้อมูลติดต่อทั่วไป")
    subscribe: WebLink | None = Field(
        None,
        description="หน้าสมัครรับข่าวทางอีเมลของหน่วยงาน",
        examples=["https://tuayang.example/subscribe"],
    )
    colour: AgencyColour | None = Field(None, description="สีประจำหน่วยงาน เช่น #16325c")
    emblem: FilePath | None = Field(
        None,
        title="ตราของหน่วยงาน",
        description="ไฟล์ตราของหน่วยงานในโฟลเดอร์ content เป็น SVG หรือ PNG",
        examples=["files/emblem.png"],
    )
    numerals: Numerals | None = Field(
        None, title="ตัวเลขที่ใช้แสดง", description="ตัวเลขที่ใช้แสดง thai หรือ arabic"
    )
    units: Many[Unit] = Field((), description="ส่วนราชการในหน่วยงาน")
    licence: Licence | None = Field(None, description="สัญญาอนุญาตของข้อมูลเปิด")
    sample: Flag = Field(default=False, title="ข้อมูลสาธิต", description="ข้อมูลสาธิต ไม่ใช่ข้อมูลราชการ")
    updated_on: Date | None = Field(None, description="วันที่ปรับปรุงข้อมูลล่าสุด")

    @property
    def short_name(self) -> str:
        """As people write it (`อบต.ยอดแกง`); its name where there is nothing shorter."""
        below = self.name.removeprefix(self.kind.label)
        return f"{self.kind.short}{below}" if self.kind.short and below != self.name else self.name
