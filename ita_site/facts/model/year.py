"""An assessment year's own facts: which years it speaks of, and the public's survey."""

from __future__ import annotations

from pydantic import Field

from ita_site.facts.model.base import Fact, Shorthand
from ita_site.facts.model.fields import (
    Count,
    Date,
    FilePath,
    Many,
    Months,
    Position,
    Rounds,
    Text,
    WebLink,
    Year,
)
from ita_site.facts.model.labelled import Labelled


class Framework(Labelled):
    """Whose manual the year follows."""

    NACC = "nacc", "สำนักงาน ป.ป.ช."


class Eit(Fact):
    """The public's survey (EIT) of one assessment year."""

    url: WebLink | None = Field(
        None,
        description="ลิงก์แบบวัด EIT ของหน่วยงาน",
        examples=["https://itas.nacc.go.th/go/eit/abc123"],
    )
    opens_on: Date | None = Field(None, description="วันแรกที่ตอบได้", examples=["1 ม.ค. 2566"])
    closes_on: Date | None = Field(None, description="วันสุดท้ายที่ตอบได้", examples=["30 มิ.ย. 2566"])
    minutes: Count | None = Field(None, description="ใช้เวลาตอบประมาณกี่นาที", examples=[5])
    note: Text | None = Field(
        None, description="หมายเหตุถึงประชาชน", examples=["ตอบด้วยตนเองจากโทรศัพท์ของท่าน"]
    )


class Purpose(Labelled):
    """What a memo puts forward."""

    MEASURES = "measures", "มาตรการของปี"
    REPORT = "report", "รายงานผลการดำเนินการ"

    @classmethod
    def synonyms(cls) -> dict[str, str]:
        """Words of memos' subjects."""
        return {
            "มาตรการ": "measures",
            "รายงานผล": "report",
            "รายงาน": "report",
            "results": "report",
        }


class Memo(Fact):
    """An official memo by which the agency's executive was asked to approve, and what came of it.

    Nobody is named: who signs and who approves are positions.
    """

    purpose: Purpose | None = Field(None, alias="for", description="เสนอเรื่องใด")
    round: Months | None = Field(
        None, description="รอบที่รายงาน (เดือน) ใส่เมื่อเสนอรายงานผล", examples=[6]
    )
    unit: Text | None = Field(
        None, description="ส่วนราชการเจ้าของเรื่อง", examples=["กองยุทธศาสตร์และงบประมาณ"]
    )
    phone: Text | None = Field(None, description="โทรศัพท์", examples=["0 0000 0000"])
    number: Text | None = Field(None, description="เลขที่หนังสือ", examples=["ตอ 52003/118"])
    date: Date | None = Field(None, description="วันที่หนังสือ")
    subject: Text | None = Field(
        None, description="เรื่อง", examples=["รายงานผลการดำเนินการตามมาตรการ รอบ 6 เดือน"]
    )
    addressed_to: Text | None = Field(None, description="เรียน", examples=["นายกเทศมนตรี"])
    signed_by: Position | None = Field(
        None,
        title="ตำแหน่งผู้ลงนาม",
        description="ตำแหน่งผู้ลงนาม ไม่ใส่ชื่อบุคคล",
        examples=["ปลัดเทศบาล"],
    )
    approved_on: Date | None = Field(None, description="วันที่ผู้บริหารเห็นชอบ")
    approved_by: Position | None = Field(
        None,
        title="ตำแหน่งผู้เห็นชอบ",
        description="ตำแหน่งผู้เห็นชอบ ไม่ใส่ชื่อบุคคล",
        examples=["นายกเทศมนตรี"],
    )
    file: FilePath | None = Field(
        None,
        title="ไฟล์หนังสือที่ลงนาม",
        description="ไฟล์หนังสือที่ลงนามแล้ว ใน content/",
        examples=["files/2566/memo-measures.pdf"],
    )
    url: WebLink | None = Field(None, description="ลิงก์หนังสือที่ลงนามแล้ว")
    note: Text | None = Field(
        None,
        title="หมายเหตุของหนังสือ",
        description="หมายเหตุ เช่น ลงนามแล้วแต่อ่านความเห็นไม่ออก",
        examples=["นายกเทศมนตรีลงนาม 24 เม.ย. 2566 ความเห็นเป็นลายมือที่อ่านไม่ออก"],
    )


class Wording(Labelled):
    """Whose words a year's texts are."""

    VERBATIM = "verbatim", "ตามถ้อยคำในเอกสารของหน่วยงาน"
    ABRIDGED = "abridged", "เรียบเรียงจากเอกสารของหน่วยงาน"


class Original(Shorthand):
    """The paper from which a year's facts were taken."""

    title: Text = Field(
        title="ชื่อเอกสารต้นฉบับ",
        description="ชื่อเอกสารต้นฉบับ ตามที่พิมพ์",
        examples=["มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2566"],
    )
    url: WebLink | None = Field(None, description="ลิงก์เอกสารต้นฉบับ")
    file: FilePath | None = Field(
        None,
        title="ไฟล์เอกสารต้นฉบับ",
        description="ไฟล์เอกสารต้นฉบับ ใน content/",
        examples=["files/2566/measures.pdf"],
    )


class Background(Shorthand):
    """Why the agency wrote its paper, part by part as the paper has them."""

    text: Text = Field(
        title="ความเป็นมา",
        description="ความเป็นมา เล่าโดยย่อ",
        examples=["เทศบาลนำผลการประเมินปี 2565 มากำหนดมาตรการของปี 2566"],
    )
    title: Text | None = Field(
        None,
        title="หัวข้อของความเป็นมา",
        description="หัวข้อตามเอกสาร",
        examples=["หลักการและเหตุผล"],
    )


class YearInfo(Fact, title="ข้อมูลของปี"):
    """The facts of `year.yml`. The folder's name is the assessment year."""

    assessment_year: Year | None = Field(
        None, title="ปีที่ประเมิน", description="ปีที่ประเมิน ต้องตรงกับชื่อโฟลเดอร์"
    )
    framework: Framework = Field(Framework.NACC, description="กรอบการประเมิน")
    result_year: Year | None = Field(
        None, description="ปีของผลการประเมินที่นำมาวิเคราะห์", examples=[2565]
    )
    implementation_year: Year | None = Field(None, description="ปีงบประมาณที่ดำเนินมาตรการ")
    prepared_by: Text | None = Field(
        None, description="ผู้จัดทำข้อมูล", examples=["ฝ่ายแผนงานและงบประมาณ"]
    )
    as_of: Date | None = Field(None, description="ข้อมูล ณ วันที่")
    wording: Wording | None = Field(
        None, description="ข้อความของปีนี้คัดตามเอกสาร (verbatim) หรือเรียบเรียงใหม่ (abridged)"
    )
    original: Original | None = Field(None, description="เอกสารต้นฉบับ")
    background: Many[Background] = Field((), description="ความเป็นมา เช่น หลักการและเหตุผล เรื่องเดิม")
    reporting_rounds: Rounds = Field(
        (), description="รอบรายงานของทุกมาตรการ (เดือน)", examples=[[6, 12]]
    )
    memo: Memo | None = Field(None, description="บันทึกข้อความที่เสนอรายงาน")
    memos: Many[Memo] = Field((), title="บันทึกข้อความ", description="บันทึกข้อความของปี ฉบับละหนึ่งข้อ")
    eit: Eit = Field(Eit(), description="แบบวัด EIT ของปีนี้")

    @property
    def all_memos(self) -> tuple[Memo, ...]:
        """Every memo of the year: the single one of old, then those listed."""
        return ((self.memo,) if self.memo else ()) + self.memos
