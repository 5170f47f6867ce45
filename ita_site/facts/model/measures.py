"""The measures: what the agency will do, step by step, who, when, and how it is watched."""

from __future__ import annotations

from pydantic import Field

from ita_site.facts.model.base import Fact, Shorthand
from ita_site.facts.model.fields import Code, Flag, Labelled, Many, Rounds, Slug, Text, When
from ita_site.facts.model.grouping import Grouped


class Role(Labelled):
    """What a unit does in a measure."""

    LEAD = "lead", "รับผิดชอบหลัก"
    SUPPORT = "support", "ร่วมดำเนินการ"
    ALL = "all", "ทุกส่วนราชการ"


class Responsible(Shorthand):
    """A unit that answers for a measure or a step."""

    name: Text = Field(description="ชื่อส่วนราชการ", examples=["กองคลัง"])
    role: Role | None = Field(None, description="บทบาท")
    as_printed: Text | None = Field(
        None,
        title="ข้อความตามเอกสาร",
        description="ข้อความตามเอกสาร เมื่อต่างจากชื่อ",
        examples=["กองคลัง / ทุกกอง"],
    )


class Guideline(Shorthand):
    """An approach the agency chose, before it is broken into steps."""

    text: Text = Field(description="แนวทาง", examples=["สร้างความเข้าใจเรื่องการใช้งบประมาณ"])
    label_as_printed: Text | None = Field(None, description="เลขข้อตามเอกสาร", examples=["๑."])
    truncated: Flag = Field(default=False, description="ข้อความในเอกสารขาดกลางประโยค")


class Step(Guideline):
    """One thing to do, with its own unit and time where the agency gave them."""

    text: Text = Field(description="ขั้นตอน", examples=["ประชุมชี้แจงแผนการใช้จ่ายงบประมาณ"])
    units: Many[Responsible] = Field((), description="ผู้รับผิดชอบขั้นตอนนี้")
    timeframes: Many[When] = Field((), alias="timeframe", description="ระยะเวลาของขั้นตอนนี้")


class Measure(Grouped, title="มาตรการ"):
    """A measure for integrity and transparency."""

    id: Slug = Field(description="รหัสมาตรการ ใช้ในที่อยู่เว็บ ห้ามเปลี่ยนหลังเผยแพร่")
    formerly: Many[Slug] = Field(
        (),
        title="รหัสเดิม",
        description="รหัสเดิมที่เคยเผยแพร่ ใส่เมื่อเปลี่ยนรหัส ลิงก์เดิมจึงยังเปิดได้",
        examples=[["budget-training"]],
    )
    titles: Many[Text] = Field(
        (), alias="title", description="ชื่อมาตรการ", examples=["ให้บุคลากรรู้แผนการใช้จ่ายงบประมาณ"]
    )
    label_as_printed: Text | None = Field(None, description="เลขข้อตามเอกสาร", examples=["2.1"])
    findings: Many[Code] = Field((), description="ข้อค้นพบที่มาตรการนี้ตอบ", examples=[["F1"]])
    urgent_fixes: Many[Code] = Field((), description="จุดอ่อนที่มาตรการนี้แก้", examples=[["U1"]])
    improvements: Many[Code] = Field((), description="ประเด็นพัฒนาที่มาตรการนี้ตอบ", examples=[["D1"]])
    guidelines: Many[Guideline] = Field((), description="แนวทาง")
    steps: Many[Step] = Field((), description="ขั้นตอนหรือวิธีการปฏิบัติ")
    units: Many[Responsible] = Field((), description="ผู้รับผิดชอบ")
    timeframes: Many[When] = Field((), alias="timeframe", description="ระยะเวลา")
    monitoring: Many[Text] = Field(
        (), description="การกำกับติดตามและรายงานผล", examples=["กองคลังรายงานต่อปลัดเทศบาลทุกเดือน"]
    )
    reporting_rounds: Rounds = Field(
        (), description="รอบรายงาน (เดือน) เช่น [6, 12]", examples=[[6, 12]]
    )

    @property
    def ids(self) -> tuple[str, ...]:
        """Its id and those it had before: each leads to it."""
        return (self.id, *self.formerly)


class Measures(Fact, title="มาตรการของปี"):
    """The facts of `measures.yml`."""

    measures: Many[Measure] = Field((), description="มาตรการทั้งหมดของปี")
