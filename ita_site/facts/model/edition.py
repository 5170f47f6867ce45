"""An edition: what one assessment year asks, as shipped or as an agency states it itself.

Every fact carries its source and how sure it is. The fields are read with the same care
as an agency's own facts, so that an `edition.yml` of its own gets the same messages.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from ita_site.facts.model import shapes
from ita_site.facts.model.base import Fact
from ita_site.facts.model.fields import (
    Code,
    Count,
    Date,
    Flag,
    Many,
    Rounds,
    Score,
    Slug,
    Text,
    Year,
)
from ita_site.facts.model.labelled import Labelled
from ita_site.facts.model.sourced import Sourced, Words


def _offset(value: Any) -> int:  # noqa: ANN401 - whatever the YAML holds
    if not isinstance(value, str) or value not in ("-1", "0", "1"):
        raise PydanticCustomError("ITA205", "no offset", {"value": str(value), "choices": "-1, 0"})
    return int(value)


def _pattern(value: Any) -> str:  # noqa: ANN401 - whatever the YAML holds
    try:
        re.compile(str(value))
    except re.error:
        raise PydanticCustomError("ITA226", "no pattern", {"value": str(value)}) from None
    return str(value)


Offset = Annotated[int, BeforeValidator(_offset), shapes.OFFSET]
"""Years between an edition and the fiscal year an item speaks of: 0, or -1 for the year before."""
Pattern = Annotated[str, BeforeValidator(_pattern), shapes.REGEX]
"""A regular expression."""


class Sight(Labelled):
    """Something a reader can see on an item's page; criteria are put together from these."""

    RESULT = "result", "ผลการประเมินที่นำมาวิเคราะห์"
    ANALYSIS = "analysis", "ผลการวิเคราะห์ (ข้อค้นพบ จุดอ่อน หรือสรุปรายเครื่องมือ)"
    TOPICS = "topics", "การวิเคราะห์ครบทุกประเด็นของปี"
    URGENT_FIXES = "urgent_fixes", "จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน"
    IMPROVEMENTS = "improvements", "ประเด็นที่จะพัฒนาให้ดีขึ้น"
    LIMITATIONS = "limitations", "ข้อจำกัดในการประเมิน"
    MEASURES = "measures", "มาตรการ"
    BASIS = "basis", "ความเชื่อมโยงของทุกมาตรการกับผลการวิเคราะห์"
    UNITS = "units", "ผู้รับผิดชอบของทุกมาตรการ"
    STEPS = "steps", "ขั้นตอนหรือวิธีปฏิบัติของทุกมาตรการ"
    TIMEFRAME = "timeframe", "ระยะเวลาของทุกมาตรการ"
    SCHEDULE = "schedule", "ระยะเวลาหรือการกำกับติดตามของทุกมาตรการ"
    MONITORING = "monitoring", "การกำกับติดตามและรายงานผลของทุกมาตรการ"
    PROGRESS = "progress", "ความก้าวหน้าหรือผลของทุกมาตรการ"
    SUMMARY = "summary", "สรุปผลการดำเนินการของทุกมาตรการ"
    OUTCOME = "outcome", "ผลลัพธ์หรือความสำเร็จของทุกมาตรการ"
    PERIOD = "period", "ปีงบประมาณของผลตรงตามที่ข้อนี้ถาม"
    APPROVAL = "approval", "วันที่ผู้บริหารเห็นชอบ"
    EIT_QR = "eit_qr", "คิวอาร์โค้ดและลิงก์แบบวัด EIT"


class Criterion(Sourced):
    """One thing an item asks for, and what must be seen on its page for it."""

    id: Slug = Field(description="รหัสเกณฑ์ ใช้ในที่อยู่ของหน้าตรวจ", examples=["o42-steps"])
    text: Words = Field(description="ข้อความเกณฑ์", examples=["แสดงการวิเคราะห์ผลการประเมินของปีที่แล้ว"])
    shows: Many[Sight] = Field((), description="สิ่งที่ต้องเห็นบนหน้าเว็บ", examples=[["steps"]])
    by_hand: Words | None = Field(
        None, description="ส่วนที่คนต้องตัดสินเอง", examples=["ความสอดคล้องกับผลการประเมิน"]
    )


class Item(Sourced):
    """One of the two items. `covers` is the fiscal year it speaks of, less the edition's year."""

    code: Code = Field(description="รหัสข้อ เช่น O42", examples=["O42"])
    title: Words = Field(description="ชื่อข้อ", examples=["มาตรการส่งเสริมคุณธรรมและความโปร่งใส"])
    covers: Offset = Field(0, description="ปีที่รายงาน เทียบกับปีประเมิน", examples=[0])
    sub_indicator: Words | None = Field(
        None, description="ตัวชี้วัดย่อย", examples=["10.2 มาตรการภายในเพื่อป้องกันการทุจริต"]
    )
    criteria: Many[Criterion] = Field((), description="เกณฑ์ของข้อ")

    @property
    def slug(self) -> str:
        """Its part of an address: `o42`."""
        return self.code.lower()


class Items(Fact):
    """The two items by what they ask for."""

    measures: Item = Field(description="ข้อที่ให้เผยแพร่มาตรการ")
    results: Item = Field(description="ข้อที่ให้เผยแพร่ผลการดำเนินการ")


class OitItem(Sourced):
    """An item of the whole list an agency has to publish (OIT)."""

    code: Code = Field(description="รหัสข้อ เช่น O1", examples=["O1"])
    title: Words = Field(description="ชื่อข้อ", examples=["โครงสร้าง"])


class OitList(Sourced):
    """How many items an agency has to publish, and those whose titles are known."""

    count: Count = Field(description="จำนวนข้อทั้งหมด", examples=[43])
    items: Many[OitItem] = Field((), description="ข้อที่รู้ชื่อ")


class Instrument(Sourced):
    """IIT, EIT or OIT; the weights of all add up to 100."""

    code: Code = Field(description="ชื่อย่อเครื่องมือ", examples=["IIT"])
    name: Text = Field(description="ชื่อเครื่องมือ", examples=["แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน"])
    weight: Score = Field(description="น้ำหนัก (ร้อยละ)", examples=[30])


class Indicator(Sourced):
    """One of the ten indicators. `also` are other names by which agencies print it."""

    no: Count = Field(description="เลขตัวชี้วัด", examples=[1])
    name: Text = Field(description="ชื่อตัวชี้วัด", examples=["การปฏิบัติหน้าที่"])
    instrument: Code = Field(description="เครื่องมือ", examples=["IIT"])
    also: Many[Text] = Field((), description="ชื่ออื่นที่หน่วยงานใช้", examples=["การปฏิบัติงาน"])


class Topic(Sourced):
    """One of the seven topics measures are grouped by."""

    id: Code = Field(description="รหัสประเด็น", examples=["service"])
    no: Count = Field(description="ลำดับประเด็น", examples=[2])
    name: Text = Field(description="ชื่อประเด็น", examples=["การให้บริการและระบบ E-Service"])


class Level(Fact):
    """A rating: reached with this total and, where `each` is given, each instrument."""

    name: Text = Field(description="ชื่อระดับ", examples=["ผ่านดีเยี่ยม"])
    total: Score = Field(description="คะแนนรวมขั้นต่ำ", examples=[95])
    each: Score = Field(Decimal(0), description="คะแนนขั้นต่ำของทุกเครื่องมือ", examples=[95])


class OfResultYears(Sourced):
    """A rule for results of a span of years, the last year open when not given."""

    first_year: Year = Field(description="ปีแรกของผลที่ใช้กฎนี้")
    last_year: Year | None = Field(None, description="ปีสุดท้าย")

    def covers(self, year: int) -> bool:
        """Whether results of that year fall under this rule."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


class RatingRule(OfResultYears):
    """The ratings of a span of result years, best first. `target` is the score to reach."""

    target: Score = Field(description="คะแนนเป้าหมาย", examples=[85])
    total_only: Flag = Field(default=False, description="ระดับและเป้าหมายใช้กับคะแนนรวมเท่านั้น")
    levels: Many[Level] = Field(description="ระดับผลการประเมิน จากสูงไปต่ำ")

    @property
    def part_target(self) -> Decimal | None:
        """The score an instrument or indicator is to reach; None where only the total has one."""
        return None if self.total_only else self.target


class Question(Sourced):
    """A question of a survey, with its parts where it has any."""

    code: Code = Field(description="รหัสข้อคำถาม เช่น i14")
    text: Text = Field(description="ข้อคำถามโดยย่อ", examples=["รู้แผนการใช้จ่ายงบประมาณ"])
    parts: Many[Text] = Field((), description="ข้อย่อย", examples=[["สอบถาม", "ทักท้วง"]])


class QuestionSpan(Fact):
    """Questions numbered first to last, and the indicator they belong to where that is known."""

    indicator: Count | None = Field(None, description="เลขตัวชี้วัด", examples=[1])
    letter: Code = Field(description="อักษรหน้ารหัสข้อ", examples=["i"])
    first: Count = Field(description="เลขข้อแรก", examples=[1])
    last: Count = Field(description="เลขข้อสุดท้าย", examples=[6])

    @property
    def codes(self) -> tuple[str, ...]:
        """Its question codes, such as `i1`."""
        return tuple(f"{self.letter}{number}" for number in range(self.first, self.last + 1))


class Questionnaire(OfResultYears):
    """The questions by which results of a span of years were made; texts where known."""

    spans: Many[QuestionSpan] = Field((), description="ช่วงเลขข้อของแต่ละตัวชี้วัด")
    questions: Many[Question] = Field((), description="ข้อคำถามที่รู้")

    @cached_property
    def indicator_of(self) -> dict[str, int | None]:
        """The indicator of every question code, in lower case."""
        return {code.lower(): span.indicator for span in self.spans for code in span.codes}

    def parts_of(self, code: str) -> int:
        """How many parts a question is known to have; 0 when that is not known."""
        same = (known for known in self.questions if known.code.lower() == code.lower())
        return next((len(known.parts) for known in same), 0)


class ReportingRounds(Sourced):
    """The rounds in which the results item is reported, in months since 1 October."""

    months: Rounds = Field(description="รอบรายงาน (เดือน)", examples=[[6, 12]])


class Period(Sourced):
    """A stretch of the assessment's calendar; a day not known is not given."""

    name: Words = Field(description="ช่วงของการประเมิน", examples=["ช่วงตอบแบบวัด EIT"])
    opens_on: Date | None = Field(None, description="วันแรก")
    closes_on: Date | None = Field(None, description="วันสุดท้าย")


class EitRule(Sourced):
    """What the public survey's link must look like."""

    hosts: Many[Text] = Field(description="ชื่อเครื่องของระบบประเมิน", examples=["itas.nacc.go.th"])
    path: Pattern = Field(description="รูปแบบที่อยู่ของแบบวัด EIT", examples=["^/go/eit/[0-9a-z]{4,12}$"])
    example: Text = Field(
        description="ตัวอย่างลิงก์", examples=["https://itas.nacc.go.th/go/eit/abc123"]
    )
    staff_path: Pattern = Field(description="รูปแบบที่อยู่ของแบบวัดอื่นที่ต้องไม่ใช้", examples=["^/go/iit/"])


class Edition(Fact, title="สิ่งที่ ป.ป.ช. ให้เผยแพร่ในปีประเมิน"):
    """Everything one assessment year asks, under one framework."""

    year: Year = Field(description="ปีประเมิน")
    framework: Literal["nacc"] = Field("nacc", description="กรอบการประเมิน", examples=["nacc"])
    items: Items = Field(description="ข้อมาตรการและข้อผลการดำเนินการ")
    oit: OitList | None = Field(None, description="รายการ OIT")
    instruments: Many[Instrument] = Field(description="เครื่องมือ")
    indicators: Many[Indicator] = Field(description="ตัวชี้วัด")
    topics: Many[Topic] = Field(description="ประเด็นการประเมิน")
    ratings: Many[RatingRule] = Field(description="เกณฑ์ระดับผลการประเมิน")
    questionnaires: Many[Questionnaire] = Field((), description="แบบวัด")
    reporting_rounds: ReportingRounds | None = Field(None, description="รอบรายงานของปี")
    calendar: Many[Period] = Field((), description="ปฏิทินการประเมิน")
    eit: EitRule = Field(description="ลิงก์แบบวัด EIT")

    def rating_rule(self, result_year: int) -> RatingRule | None:
        """The rule by which results of that year are rated."""
        return next((rule for rule in self.ratings if rule.covers(result_year)), None)

    def questionnaire(self, result_year: int) -> Questionnaire | None:
        """The questions by which results of that year were made."""
        return next((found for found in self.questionnaires if found.covers(result_year)), None)

    def group_name(self, kind: str, identifier: str) -> str | None:
        """The official name of a topic, indicator or instrument; None when unknown."""
        return self.group_names[kind].get(identifier)

    @cached_property
    def group_names(self) -> dict[str, dict[str, str]]:
        """Names by kind of group and identifier, in the official order."""
        return {
            "topic": {topic.id: topic.name for topic in self.topics},
            "indicator": {str(indicator.no): indicator.name for indicator in self.indicators},
            "instrument": {instrument.code: instrument.name for instrument in self.instruments},
        }
