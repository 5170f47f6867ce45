"""The measures: what the agency will do, step by step, who, when, and how it is watched."""

from __future__ import annotations

import re
from typing import Any

from pydantic import Field

from ita_site.facts.model.base import Fact, Shorthand
from ita_site.facts.model.fields import Baht, Code, Flag, Many, Rounds, Slug, Text, When
from ita_site.facts.model.grouping import Grouped
from ita_site.facts.model.labelled import Labelled
from ita_site.facts.thai.timeframe import Timeframe


class Role(Labelled):
    """What a unit does in a measure."""

    LEAD = "lead", "รับผิดชอบหลัก"
    SUPPORT = "support", "ร่วมดำเนินการ"
    ALL = "all", "ทุกส่วนราชการ"


ROLES = {"หลัก": "lead", "ร่วม": "support"}
"""Words offices put in brackets behind a unit's name."""


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

    @classmethod
    def spread(cls, text: str) -> dict[str, Any]:
        """A name, with its role behind it where offices write one: `กองคลัง (หลัก)`."""
        name, _, role = text.rstrip(") ").rpartition("(")
        known = ROLES.get(role.strip())
        return {"name": name.strip(), "role": known} if name and known else {"name": text}


CUT_SHORT = "(ข้อความในเอกสารขาด)"
"""What is written behind a sentence that its document breaks off."""


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


class Target(Shorthand):
    """How it will be seen that a measure succeeded, and how much of it is promised."""

    text: Text = Field(description="ตัวชี้วัดความสำเร็จ", examples=["บุคลากรที่รู้แผนการใช้จ่าย"])
    id: Slug | None = Field(
        None, title="รหัสตัวชี้วัด", description="รหัสตัวชี้วัด ใช้อ้างในรายงานผล", examples=["aware"]
    )
    goal: Text | None = Field(None, description="ค่าเป้าหมาย", examples=["80"])
    unit: Text | None = Field(None, description="หน่วยนับ", examples=["ร้อยละ"])

    @property
    def keys(self) -> tuple[str, ...]:
        """By what a report names it: its id, or its words."""
        return (self.id, self.text) if self.id else (self.text,)


class Budget(Shorthand):
    """The money a measure is given: a sum, or in words that there is none."""

    amount: Baht | None = Field(None, description="งบประมาณ (บาท)", examples=["50,000"])
    source: Text | None = Field(
        None, description="แหล่งงบประมาณ", examples=["ข้อบัญญัติงบประมาณรายจ่าย ประจำปี 2566"]
    )
    note: Text | None = Field(None, description="หมายเหตุ", examples=["ไม่ใช้งบประมาณ"])

    @classmethod
    def spread(cls, text: str) -> dict[str, Any]:
        """A text without a figure is a note, such as ไม่ใช้งบประมาณ; else a sum."""
        return {"amount" if re.search(r"\d", text) else "note": text}


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
    title_en: Text | None = Field(
        None,
        description="ชื่อมาตรการภาษาอังกฤษ",
        examples=["Everyone knows how the budget is spent"],
    )
    label_as_printed: Text | None = Field(None, description="เลขข้อตามเอกสาร", examples=["2.1"])
    findings: Many[Code] = Field((), description="ข้อค้นพบที่มาตรการนี้ตอบ", examples=[["F1"]])
    urgent_fixes: Many[Code] = Field((), description="จุดอ่อนที่มาตรการนี้แก้", examples=[["U1"]])
    improvements: Many[Code] = Field((), description="ประเด็นพัฒนาที่มาตรการนี้ตอบ", examples=[["D1"]])
    objective: Many[Text] = Field(
        (), description="วัตถุประสงค์", examples=["ให้บุคลากรรู้ว่างบของกองตนเองใช้ทำอะไร"]
    )
    guidelines: Many[Guideline] = Field((), description="แนวทาง")
    steps: Many[Step] = Field((), description="ขั้นตอนหรือวิธีการปฏิบัติ")
    units: Many[Responsible] = Field((), description="ผู้รับผิดชอบ")
    timeframes: Many[When] = Field((), alias="timeframe", description="ระยะเวลา")
    targets: Many[Target] = Field((), description="ตัวชี้วัดความสำเร็จและเป้าหมาย")
    budget: Budget | None = Field(None, description="งบประมาณ")
    risk: Many[Text] = Field(
        (), description="ความเสี่ยง", examples=["ผู้ดูแลทะเบียนย้ายระหว่างปี งานจึงขาดช่วง"]
    )
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

    @property
    def times(self) -> tuple[Timeframe, ...]:
        """Its own timeframes and those of its steps."""
        return (*self.timeframes, *(when for step in self.steps for when in step.timeframes))


class Measures(Fact, title="มาตรการของปี"):
    """The facts of `measures.yml`."""

    measures: Many[Measure] = Field((), description="มาตรการทั้งหมดของปี")
