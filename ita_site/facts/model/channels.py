"""Where corruption and misconduct can be reported, and how whoever reports is protected."""

from __future__ import annotations

from pydantic import Field

from ita_site.facts.model.base import Fact
from ita_site.facts.model.fields import Count, Flag, Link, Many, Text
from ita_site.facts.model.labelled import Labelled


class ChannelKind(Labelled):
    """Ways to hand in a complaint."""

    WALK_IN = "walk_in", "มาด้วยตนเอง"
    PHONE = "phone", "โทรศัพท์"
    WEB = "web", "เว็บไซต์"
    LINE = "line", "ไลน์"
    FACEBOOK = "facebook", "เฟซบุ๊ก"
    EMAIL = "email", "อีเมล"
    POST = "post", "ไปรษณีย์"
    APP = "app", "แอปพลิเคชัน"


BY_A_TOUCH = (ChannelKind.PHONE, ChannelKind.EMAIL)
"""Those that need no link beside their value."""
READY = (ChannelKind.WEB, ChannelKind.PHONE)


class Channel(Fact):
    """One way to hand in a complaint."""

    kind: ChannelKind = Field(description="ประเภทช่องทาง")
    label: Text = Field(description="ชื่อช่องทางที่ประชาชนเห็น", examples=["สายตรงแจ้งทุจริต"])
    value: Text | None = Field(
        None, description="หมายเลข ที่อยู่ หรือชื่อบัญชี", examples=["0 0000 0000 ต่อ 101"]
    )
    url: Link | None = Field(
        None, description="ลิงก์ของช่องทาง", examples=["https://tuayang.example/complaint"]
    )
    unit: Text | None = Field(None, description="ผู้รับเรื่อง", examples=["นิติกร"])
    hours: Text | None = Field(
        None, description="วันและเวลาที่ติดต่อได้", examples=["วันราชการ 8.30-16.30 น."]
    )
    corruption_only: Flag = Field(
        default=False, title="รับเฉพาะเรื่องทุจริต", description="รับเฉพาะเรื่องทุจริต แยกจากเรื่องทั่วไป"
    )


class Channels(Fact, title="ช่องทางแจ้งเรื่องทุจริต"):
    """The facts of `channels.yml`."""

    receiver: Text | None = Field(
        None,
        description="ผู้รับเรื่องและผู้ที่อ่านเรื่องได้",
        examples=["ศูนย์รับเรื่องร้องเรียน เปิดอ่านได้เฉพาะนิติกรและปลัดเทศบาล"],
    )
    acknowledge_days: Count | None = Field(None, description="แจ้งรับเรื่องภายในกี่วัน")
    handling_days: Count | None = Field(None, description="แจ้งผลภายในกี่วัน")
    protection: Many[Text] = Field(
        (),
        description="การคุ้มครองและปกปิดข้อมูลผู้แจ้ง",
        examples=[["ไม่เปิดเผยชื่อผู้แจ้ง", "เก็บเรื่องแยกจากเรื่องทั่วไป"]],
    )
    anonymous: Flag = Field(
        default=False,
        title="แจ้งโดยไม่บอกชื่อได้",
        description="หน่วยงานรับเรื่องที่ไม่บอกชื่อผู้แจ้ง",
    )
    what_to_tell: Many[Text] = Field(
        (), description="ข้อมูลที่ควรแจ้ง", examples=[["เกิดอะไรขึ้น ที่ไหน เมื่อใด", "หลักฐานเท่าที่มี"]]
    )
    channels: Many[Channel] = Field((), description="ช่องทางร้องเรียนของหน่วยงาน")

    @property
    def first(self) -> Channel | None:
        """The one to offer before all others: for corruption alone, and reached by a touch."""
        reached = [it for it in self.channels if it.url or (it.value and it.kind in BY_A_TOUCH)]
        ordered = sorted(reached, key=lambda it: (not it.corruption_only, it.kind not in READY))
        return next(iter(ordered), None)
