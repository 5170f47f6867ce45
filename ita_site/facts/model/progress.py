"""What came of the measures, report by report."""

from __future__ import annotations

from pydantic import Field

from ita_site.facts.model.base import Fact, Shorthand
from ita_site.facts.model.fields import (
    Date,
    FilePath,
    Flag,
    Many,
    Months,
    Percent,
    Slug,
    Text,
    WebLink,
    Year,
)
from ita_site.facts.model.labelled import Labelled


class Status(Labelled):
    """How far a measure is, as the agency reports it."""

    DONE = "done", "แล้วเสร็จ"
    IN_PROGRESS = "in_progress", "กำลังดำเนินการ"
    NOT_STARTED = "not_started", "ยังไม่เริ่ม"

    @classmethod
    def synonyms(cls) -> dict[str, str]:
        """Words of officers' reports."""
        words = {
            "done": "เสร็จ เสร็จแล้ว เสร็จสิ้น ดำเนินการแล้ว ดำเนินการแล้วเสร็จ ดำเนินการเรียบร้อยแล้ว 100%",
            "in_progress": "กำลังทำ อยู่ระหว่างดำเนินการ อยู่ระหว่างดำเนินงาน",
            "not_started": "ยังไม่ดำเนินการ ยังไม่ได้ดำเนินการ ยังไม่ได้เริ่ม",
        }
        return {word: code for code, listed in words.items() for word in listed.split()}

    @property
    def how_far(self) -> int:
        """From 0, not begun, to 2, done."""
        return (Status.NOT_STARTED, Status.IN_PROGRESS, Status.DONE).index(self)


PLACEHOLDERS = frozenset({"ไม่มี", "รอรายงาน", "รอข้อมูล", "อยู่ระหว่างรวบรวม"})
"""Words that stand where a report should."""


def is_blank(text: str) -> bool:
    """Whether only dots and dashes stand where something should be written."""
    return not text.strip(".-–—…_ ")


def says_nothing(text: str) -> bool:
    """Whether it is blank, or only the word that stands where a report should."""
    return text in PLACEHOLDERS or is_blank(text)


class Metric(Fact):
    """A figure that shows a change; values stay as written, for they may be ranges."""

    name: Text = Field(description="ตัวเลขนี้วัดอะไร", examples=["ผู้เข้าร่วมประชุม"])
    before: Text | None = Field(None, description="ค่าก่อน", examples=["96"])
    after: Text | None = Field(None, description="ค่าหลัง", examples=["142"])
    unit: Text | None = Field(None, description="หน่วยนับ", examples=["คน"])
    year_before: Year | None = Field(None, description="ปีของค่าก่อน", examples=[2565])
    year_after: Year | None = Field(None, description="ปีของค่าหลัง", examples=[2566])
    note: Text | None = Field(
        None, description="หมายเหตุ เช่น เอกสารพิมพ์ปีไม่ตรง", examples=["นับจากทะเบียนผู้เข้าประชุม"]
    )
    missing: Flag = Field(default=False, description="เอกสารเว้นตัวเลขว่างไว้")


class Outcome(Shorthand):
    """A result that came of the measure."""

    text: Text = Field(description="ผลลัพธ์หรือความสำเร็จ", examples=["บุคลากรรู้วงเงินของกองตนเองเพิ่มขึ้น"])
    metrics: Many[Metric] = Field((), description="ตัวเลขประกอบ")


class Evidence(Fact):
    """Something a reader can open to see for himself."""

    title: Text = Field(description="ชื่อหลักฐาน", examples=["รายงานการประชุม (PDF)"])
    url: WebLink | None = Field(None, description="ลิงก์หลักฐาน")
    file: FilePath | None = Field(None, description="ไฟล์ใน content/")
    date: Date | None = Field(None, description="วันที่ของหลักฐาน")


class Reached(Fact):
    """How far a measure has come to one of its targets."""

    target: Text = Field(
        title="ตัวชี้วัดที่รายงาน",
        description="รหัสตัวชี้วัดใน measures.yml ถ้าไม่มีรหัสใช้ข้อความของตัวชี้วัด",
        examples=["aware"],
    )
    value: Text = Field(description="ผลที่ทำได้", examples=["86"])


class PictureTime(Labelled):
    """Whether a picture shows how it was, or how it became."""

    BEFORE = "before", "ก่อนดำเนินการ"
    AFTER = "after", "หลังดำเนินการ"


class Picture(Fact):
    """A picture as evidence, told in words for who does not see it."""

    file: FilePath = Field(description="ไฟล์ภาพใน content/", examples=["files/2566/briefing.jpg"])
    text: Text = Field(
        title="คำบรรยายภาพ",
        description="ภาพนี้แสดงอะไร ไม่ใส่ชื่อบุคคล",
        examples=["บุคลากรฟังคำชี้แจงแผนการใช้จ่ายงบประมาณที่ห้องประชุมเทศบาล"],
    )
    shows: PictureTime | None = Field(None, description="ก่อนหรือหลังดำเนินการ")


class Report(Fact, title="รายงานผลหนึ่งครั้ง"):
    """One report on one measure, normally for one reporting round."""

    measure: Slug = Field(description="รหัสมาตรการ")
    round: Months | None = Field(None, description="รอบรายงาน (เดือน)", examples=[6])
    status: Status | None = Field(None, description="สถานะ")
    status_as_printed: Text | None = Field(
        None, description="สถานะตามเอกสาร", examples=["ดำเนินการแล้ว"]
    )
    percent_done: Percent | None = Field(None, description="ร้อยละความสำเร็จ", examples=[60])
    summary: Many[Text] = Field(
        (),
        description="สรุปผลการดำเนินการ",
        examples=[["ประชุมชี้แจงเมื่อ 28 ตุลาคม 2565 มีผู้เข้าร่วม 142 คน"]],
    )
    outcomes: Many[Outcome] = Field((), description="ผลลัพธ์หรือความสำเร็จ")
    reached: Many[Reached] = Field((), description="ผลตามตัวชี้วัด")
    obstacles: Many[Text] = Field((), description="ปัญหาอุปสรรค", examples=["ผู้รับจ้างส่งมอบงานล่าช้า"])
    suggestions: Many[Text] = Field(
        (),
        title="ข้อเสนอแนะ",
        description="ข้อเสนอแนะสำหรับรอบต่อไป",
        examples=["ควรชี้แจงผ่านกลุ่มไลน์ของแต่ละกองเพิ่มเติม"],
    )
    evidence: Many[Evidence] = Field((), description="หลักฐาน")
    pictures: Many[Picture] = Field((), description="ภาพประกอบ")
    updated_on: Date | None = Field(None, description="วันที่รายงาน")

    @property
    def is_empty(self) -> bool:
        """Whether it says neither what was done nor what came of it."""
        texts = [*self.summary, *(outcome.text for outcome in self.outcomes)]
        return all(says_nothing(text) for text in texts)

    @property
    def is_kept(self) -> bool:
        """Whether it counts as made: it says something, or that nothing was begun yet."""
        return not self.is_empty or self.status is Status.NOT_STARTED

    @property
    def claims_too_much(self) -> bool:
        """Whether it is reported as done without a word of what was done."""
        return self.is_empty and self.status is Status.DONE

    @property
    def is_excused(self) -> bool:
        """Whether it is not made, and says why."""
        return not self.is_kept and not all(says_nothing(text) for text in self.obstacles)


class Progress(Fact, title="ผลการดำเนินการ"):
    """The facts of `progress.yml`."""

    note: Text | None = Field(
        None, description="หมายเหตุถึงผู้อ่านหน้าผลการดำเนินการ", examples=["ข้อมูลสิ้นสุด ณ วันที่ 31 มีนาคม 2566"]
    )
    progress: Many[Report] = Field((), description="รายงานความก้าวหน้าทั้งหมดของปี")
