"""The index of everything an agency has to publish (OIT): where each item is to be seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, Field, WrapValidator
from pydantic_core import PydanticCustomError, PydanticKnownError

from ita_site.facts.links import is_unseen
from ita_site.facts.model import shapes
from ita_site.facts.model.base import Fact, Shorthand
from ita_site.facts.model.fields import Date, Many, Text, WebLink
from ita_site.facts.thai.numerals import to_arabic
from ita_site.facts.thai.text import normalise

if TYPE_CHECKING:
    from pydantic import ValidatorFunctionWrapHandler

LETTER = "O"
ITEM = re.compile(r"(?P<letters>[A-Za-z]*)0*(?P<number>[1-9][0-9]*)")
OWN_PAGE = re.compile(r"/?[^\s\\:?#./@<>\"']+(/[^\s\\:?#/<>\"']+)*/?(#[^\s#<>\"']+)?")


def _item_code(value: Any) -> str:  # noqa: ANN401 - whatever the YAML holds
    if not isinstance(value, str):
        raise PydanticKnownError("string_type")
    words = to_arabic(normalise(value)).strip()
    if not (code := ITEM.fullmatch(words)):
        numbers = re.findall(r"[1-9][0-9]*", words)
        near = f"{LETTER}{numbers[0]}" if len(numbers) == 1 else ""
        context = {"value": value, "suggestion": near}
        raise PydanticCustomError("ITA218", "no code of an item", context)
    return f"{code['letters'].upper() or LETTER}{code['number']}"


def _own_page_first(value: Any, link: ValidatorFunctionWrapHandler) -> str:  # noqa: ANN401
    if isinstance(value, str):
        words = normalise(value).strip()
        unseen = any(map(is_unseen, words))
        if OWN_PAGE.fullmatch(words) and ".." not in words.split("/") and not unseen:
            return words
    return str(link(value))


ItemCode = Annotated[str, BeforeValidator(_item_code), shapes.CODE]
"""The code of an item, such as O42; `๐๔๒`, `042` and `42` are read as that."""
Address = Annotated[WebLink, WrapValidator(_own_page_first), shapes.ADDRESS]
"""A full address on the web, or the path of a page or file of this site: `complaints/`."""


class Where(Shorthand):
    """One address of an item, and where on that page to look."""

    url: Address = Field(description="ลิงก์เต็ม หรือที่อยู่ของหน้าในเว็บไซต์นี้ เช่น complaints/")
    look: Text | None = Field(None, description="ดูตรงไหนของหน้านั้น", examples=["หัวข้อ “แผนปี 2569”"])

    @property
    def is_own(self) -> bool:
        """Whether it names a page or file of this site."""
        return "://" not in self.url


class OitEntry(Fact, title="ข้อหนึ่งของรายการ"):
    """One item of the index."""

    code: ItemCode = Field(description="รหัสข้อ เช่น O1", examples=["O1"])
    title: Text | None = Field(
        None, title="ชื่อข้อ", description="ชื่อข้อ เฉพาะข้อที่โปรแกรมไม่รู้ชื่อ", examples=["แผนดำเนินงานประจำปี"]
    )
    group: Text | None = Field(
        None,
        title="ตัวชี้วัดย่อย",
        description="ตัวชี้วัดย่อยที่ข้อนี้อยู่ เช่น 9.1 ข้อมูลพื้นฐาน",
        examples=["9.1 ข้อมูลพื้นฐาน"],
    )
    places: Many[Where] = Field((), alias="url", description="ที่อยู่ที่เปิดดูข้อมูลได้")
    look: Text | None = Field(None, description="ดูตรงไหนของหน้านั้น", examples=["ท้ายหน้า"])
    note: Text | None = Field(None, description="หมายเหตุ", examples=["ปรับปรุงทุกเดือน"])
    updated_on: Date | None = Field(None, description="วันที่เผยแพร่หรือปรับปรุงล่าสุด")


class OitIndex(Fact, title="รายการข้อมูลที่ต้องเปิดเผย (OIT)"):
    """The facts of `oit.yml`."""

    note: Text | None = Field(
        None, description="หมายเหตุของทั้งรายการ", examples=["ตรวจลิงก์ครบทุกข้อเมื่อ 20 เม.ย. 2569"]
    )
    items: Many[OitEntry] = Field((), description="รายการทุกข้อของปี")
