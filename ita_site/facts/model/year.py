"""An assessment year's own facts: which years it speaks of, and the public's survey."""

from __future__ import annotations

from pydantic import Field

from ita_site.facts.model.base import Fact
from ita_site.facts.model.fields import Date, Labelled, Rounds, Text, WebLink, Year


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
    note: Text | None = Field(
        None, description="หมายเหตุถึงประชาชน", examples=["ใช้เวลาตอบประมาณ 5 นาที"]
    )


class Memo(Fact):
    """The official memo by which the year's report was put forward."""

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
    approved_on: Date | None = Field(None, description="วันที่ผู้บริหารเห็นชอบ")


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
    reporting_rounds: Rounds = Field(
        (), description="รอบรายงานของทุกมาตรการ (เดือน)", examples=[[6, 12]]
    )
    memo: Memo | None = Field(None, description="บันทึกข้อความที่เสนอรายงาน")
    eit: Eit = Field(Eit(), description="แบบวัด EIT ของปีนี้")
