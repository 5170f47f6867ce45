"""Last year's result and what the agency reads from it."""

from __future__ import annotations

from pydantic import Field

from ita_site.facts.model.base import Fact, Shorthand
from ita_site.facts.model.fields import Code, Count, Many, Months, Score, Text, Year
from ita_site.facts.model.grouping import Grouped
from ita_site.facts.model.labelled import Labelled
from ita_site.facts.thai.decimals import parse_decimal
from ita_site.facts.thai.text import compact


class Total(Fact):
    """The agency's total and rating as the assessment gave them."""

    score: Score = Field(description="คะแนนรวม")
    rating_as_printed: Text | None = Field(
        None, description="ระดับผลการประเมินตามเอกสาร", examples=["A"]
    )


class InstrumentScore(Fact):
    """The score of IIT, EIT or OIT."""

    code: Code = Field(description="รหัสเครื่องมือ", examples=["IIT"])
    score: Score = Field(description="คะแนนเครื่องมือ")
    name_as_printed: Text | None = Field(
        None,
        title="ชื่อตามเอกสาร",
        description="ชื่อตามเอกสาร เมื่อต่างจากชื่อทางการ",
        examples=["แบบวัดผู้มีส่วนได้เสียภายใน"],
    )


class IndicatorScore(Fact):
    """The score of one indicator."""

    no: Count = Field(description="เลขตัวชี้วัด", examples=[1])
    score: Score = Field(description="คะแนนตัวชี้วัด")
    name_as_printed: Text | None = Field(
        None,
        title="ชื่อตามเอกสาร",
        description="ชื่อตามเอกสาร เมื่อต่างจากชื่อทางการ",
        examples=["การปรับปรุงการทำงาน"],
    )


class SubItem(Fact):
    """A part of a question that has a score of its own."""

    text: Text = Field(description="ข้อย่อย", examples=["เข้าถึงง่าย ไม่ซับซ้อน"])
    score: Score | None = Field(None, description="คะแนนข้อย่อย")


class Question(Fact):
    """A question of IIT or EIT, or an item of OIT, with its score where the agency gave one."""

    id: Code | None = Field(None, title="รหัสอ้างอิง", description="รหัสอ้างอิง ใส่เมื่อรหัสข้อคำถามซ้ำกัน")
    code: Code = Field(description="รหัสข้อคำถาม เช่น i14")
    code_as_printed: Text | None = Field(
        None, title="รหัสตามเอกสาร", description="รหัสตามเอกสาร เมื่ออ่านได้ต่างไป", examples=["E ๑๐"]
    )
    text: Text | None = Field(
        None,
        title="ข้อคำถาม",
        description="ข้อคำถาม ถ้าเอกสารบอก",
        examples=["ช่องทางแจ้งเรื่องทุจริตสะดวกเพียงใด"],
    )
    indicator: Count | None = Field(None, description="เลขตัวชี้วัด", examples=[3])
    score: Score | None = Field(None, description="คะแนน")
    sub_items: Many[SubItem] = Field((), description="ข้อย่อยที่มีคะแนน")
    guidelines: Many[Text] = Field(
        (), description="แนวทางแก้ไขรายข้อ", examples=[["เพิ่มช่องทางแจ้งเรื่องทางเว็บไซต์"]]
    )

    @property
    def key(self) -> str:
        """What other facts call it: its id, else its code."""
        return self.id or self.code


class Point(Grouped, Shorthand):
    """A weakness, a point to improve or a recommendation."""

    text: Text = Field(description="ข้อความ", examples=["ผู้รับบริการยังไม่รู้จักช่องทางแจ้งเรื่อง"])
    id: Code | None = Field(None, description="รหัสอ้างอิง", examples=["F1"])
    label_as_printed: Text | None = Field(None, description="เลขข้อตามเอกสาร", examples=["๑."])
    questions: Many[Code] = Field((), description="ข้อคำถามที่เกี่ยวข้อง", examples=[["i14", "i15"]])

    @classmethod
    def main_field(cls) -> str:
        """The words themselves."""
        return "text"


class Analysis(Fact):
    """What the agency reads from the result."""

    summaries: Many[Point] = Field((), description="สรุปรายเครื่องมือ")
    urgent_fixes: Many[Point] = Field((), description="จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน")
    improvements: Many[Point] = Field((), description="ประเด็นที่จะพัฒนาให้ดีขึ้น")
    findings: Many[Point] = Field((), description="ข้อค้นพบ")
    recommendations: Many[Point] = Field((), description="ข้อเสนอแนะ")


class Limitation(Shorthand):
    """What made the assessment difficult for the agency."""

    text: Text = Field(description="ข้อจำกัด", examples=["ผู้ตอบแบบวัดมีน้อยกว่าที่กำหนด"])
    label_as_printed: Text | None = Field(None, description="เลขข้อตามเอกสาร", examples=["1)"])


class Limitations(Fact):
    """The limitations, and the period they speak of where the agency says so."""

    year: Year | None = Field(None, description="ปีที่กล่าวถึง")
    round: Months | None = Field(None, description="รอบที่กล่าวถึง (เดือน)")
    items: Many[Limitation] = Field((), description="รายการข้อจำกัด")


def same_value(one: str, other: str) -> bool:
    """Whether two texts are the same number, or differ in no more than spaces and digits."""
    try:
        return parse_decimal(one) == parse_decimal(other)
    except ValueError:
        return compact(one) == compact(other)


class ConflictReason(Labelled):
    """Why one of two printed values holds."""

    RECOMPUTED = "recomputed", "คำนวณซ้ำแล้วตรง"
    SOURCE = "source", "ตรงกับต้นทาง"
    OFFICIAL = "official", "ตรงกับชื่อหรือเลขทางการ"
    UNRESOLVED = "unresolved", "ยังไม่ทราบค่าที่ถูก"


class Conflict(Fact):
    """Two values the agency printed for one fact, which one holds, and why."""

    field: Text = Field(
        title="ข้อมูลที่ขัดกัน", description="ข้อมูลที่ขัดกัน เขียนให้คนอ่านเข้าใจ", examples=["คะแนนรวม"]
    )
    values: Many[Text] = Field(
        title="ค่าที่พบ", description="ค่าที่พบ ตามที่พิมพ์ในเอกสาร", examples=[["97.73", "99.73"]]
    )
    holds: Text | None = Field(None, description="ค่าที่ใช้", examples=["97.73"])
    reason: ConflictReason = Field(description="เหตุที่ใช้ค่านั้น")
    note: Text | None = Field(
        None, description="คำอธิบาย", examples=["คำนวณจากสามเครื่องมือแล้วได้ 97.73"]
    )

    def keeps(self, printed: str) -> bool:
        """Whether it says that this printed value is the one to show.

        That is the one that holds; where none does, each of the values.
        """
        kept = self.values if self.holds is None else (self.holds,)
        return any(same_value(printed, value) for value in kept)


class Assessment(Fact, title="ผลการประเมินและการวิเคราะห์"):
    """The facts of `assessment.yml`."""

    source: Text | None = Field(
        None, description="ที่มาของคะแนน", examples=["ระบบ ITAS ผลการประเมินปี 2565"]
    )
    total: Total | None = Field(None, description="ผลการประเมินภาพรวม")
    instruments: Many[InstrumentScore] = Field((), description="คะแนนรายเครื่องมือ")
    indicators: Many[IndicatorScore] = Field((), description="คะแนนรายตัวชี้วัด")
    questions: Many[Question] = Field((), description="ข้อคำถามที่นำมาวิเคราะห์")
    analysis: Analysis = Field(Analysis(), description="การวิเคราะห์")
    limitations: Limitations = Field(Limitations(), description="ข้อจำกัดในการประเมิน")
    conflicts: Many[Conflict] = Field((), description="ค่าที่ขัดกันในเอกสาร")

    def keeps(self, printed: str) -> bool:
        """Whether a printed value, odd as it is, is declared by one of the conflicts."""
        return any(conflict.keeps(printed) for conflict in self.conflicts)

    @property
    def has_scores(self) -> bool:
        """Whether the agency gave any score of total, instrument or indicator."""
        return bool(self.total or self.instruments or self.indicators)

    @property
    def question_by_key(self) -> dict[str, Question]:
        """The questions by what other facts call them."""
        return {question.key: question for question in self.questions}

    @property
    def finding_by_id(self) -> dict[str, Point]:
        """The findings that other facts can name."""
        return {point.id: point for point in self.analysis.findings if point.id}
