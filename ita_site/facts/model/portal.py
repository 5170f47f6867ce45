"""A portal: one site of many agencies, and whose it is."""

from __future__ import annotations

from pydantic import Field

from ita_site.facts.model.agency import Contact
from ita_site.facts.model.base import Fact
from ita_site.facts.model.fields import AgencyColour, Flag, Many, Text, WebLink
from ita_site.facts.model.licence import Licence
from ita_site.facts.model.repository import Repository


class Portal(Fact, title="เว็บไซต์รวมหลายหน่วยงาน"):
    """The facts of `portal.yml`, which lies beside the agencies' folders."""

    name: Text = Field(
        description="ชื่อเว็บไซต์รวม", examples=["คุณธรรมและความโปร่งใสของท้องถิ่นในจังหวัดตัวอย่าง"]
    )
    description: Text | None = Field(
        None,
        description="เว็บไซต์นี้รวมอะไร ใครจัดทำ",
        examples=["รวมมาตรการและผลของทุกหน่วยงานในจังหวัด จัดทำโดยสำนักงานท้องถิ่นจังหวัด"],
    )
    site_url: WebLink | None = Field(
        None, description="ที่อยู่ของเว็บไซต์นี้เมื่อเผยแพร่แล้ว", examples=["https://ita.tuayang.example/"]
    )
    colour: AgencyColour | None = Field(None, description="สีของเว็บไซต์ เช่น #16325c")
    contact: Contact = Field(Contact(), description="ข้อมูลติดต่อผู้จัดทำ")
    licence: Licence | None = Field(None, description="สัญญาอนุญาตของข้อมูลเปิดที่รวมไว้")
    sample: Flag = Field(default=False, title="ข้อมูลสาธิต", description="ข้อมูลสาธิต ไม่ใช่ข้อมูลราชการ")
    agencies: Many[Repository] = Field(
        (), description="หน่วยงานที่เก็บข้อมูลในที่เก็บ (git) ของตนเอง ไม่ใช่ในโฟลเดอร์นี้"
    )


UNNAMED = Portal(name="คุณธรรมและความโปร่งใส")
"""A portal that says nothing of itself."""
