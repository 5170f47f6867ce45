"""Who the document is about: the agency, its district and province, who prepared it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.agency import AgencyKind
from ita_site.office.importer.draft import Doubt
from ita_site.office.importer.tree import Note, Noted
from ita_site.office.importer.units import unit_names

if TYPE_CHECKING:
    from ita_site.office.importer.draft import Draft
    from ita_site.office.importer.spans import Words
    from ita_site.office.importer.tree import Value

_WORD: Final = "[ก-ฮะ-\u0e3aเ-\u0e4e]"
_NAMED: Final = {
    AgencyKind.CITY_MUNICIPALITY: "เทศบาลนคร|ทน\\.",
    AgencyKind.TOWN_MUNICIPALITY: "เทศบาลเมือง|ทม\\.",
    AgencyKind.SUBDISTRICT_MUNICIPALITY: "เทศบาลตำบล|ทต\\.",
    AgencyKind.PROVINCIAL_ORGANIZATION: "องค์การบริหารส่วนจังหวัด|อบจ\\.",
    AgencyKind.SUBDISTRICT_ORGANIZATION: "องค์การบริหารส่วนตำบล|อบต\\.",
    AgencyKind.PROVINCE: "จังหวัด",
}
_RUN_ON: Final = ("ประจำปี", "ปีงบประมาณ", "ในการ", "ทั้ง", "ได้", "มี", "จึง", "ที่", "เป็น", "ของ")
_COVER: Final = 14
_SECTION: Final = re.compile(r"(?:สำนัก|กอง|ฝ่าย|งาน|ส่วน)")
_LONGEST: Final = 80


def read_agency(listed: list[Words], draft: Draft) -> None:
    """Find the agency's name and kind, its district and province in the paragraphs."""
    if name := _agency(listed):
        kind, words = name
        draft.agency["name"] = words
        draft.agency["kind"] = kind.value
    else:
        draft.doubts.append(Doubt("ทั้งเอกสาร", "ไม่พบชื่อหน่วยงาน จึงไม่มี agency.yml"))
    if district := _place(listed, "อำเภอ"):
        draft.agency["district"] = district
    province = _place(listed, "จังหวัด", beside=str(draft.agency.get("name", "อำเภอ")))
    if province and draft.agency.get("kind") != AgencyKind.PROVINCE:
        draft.agency["province"] = province
    _prepared_by(listed, draft)


def _agency(listed: list[Words]) -> tuple[AgencyKind, Words] | None:
    """The name printed most often; of names that begin alike the shortest, for others run on."""
    for kind, beginnings in _NAMED.items():
        found = [
            words.within(match)
            for words in listed
            for match in re.finditer(rf"(?:{beginnings})\s?{_WORD}{{2,40}}", words.own)
        ]
        names = Counter(_without_run_on(words.text) for words in found)
        if not names:
            continue
        best = max(names, key=lambda name: (_begins(name, names), len(name)))
        first = next(words for words in found if words.text.startswith(best))
        return kind, first.cut(0, first.own.find(best) + len(best) if best in first.own else None)
    return None


def _begins(name: str, names: Counter[str]) -> int:
    return sum(other.startswith(name) for other in names.elements())


def _without_run_on(name: str) -> str:
    """A name without the words that were written on to it: Thai has no spaces between words."""
    ends = [at for word in _RUN_ON if (at := name.find(word, 10)) > 0]
    return name[: min(ends)] if ends else name


def _place(listed: list[Words], what: str, beside: str = "อำเภอ") -> Words | None:
    """The first district or province in a short line, such as a cover's, that names both."""
    for words in listed:
        found = re.search(rf"{what}{_WORD}{{2,30}}", words.own)
        if found and len(words.text) <= _LONGEST * 2 and _names_place(words, beside):
            return words.within(found)
    return None


def _names_place(words: Words, beside: str) -> bool:
    return "อำเภอ" in words.own or beside in words.own


def _prepared_by(listed: list[Words], draft: Draft) -> None:
    """Who prepared it: what follows the words that say so, else a section named on the cover."""
    for at, words in enumerate(listed[:-1]):
        said = re.match(r"(?:จัดทำโดย|ผู้จัดทำ|จัดทำ โดย)\s*:?\s*", words.own)
        if said:
            named = words.cut(said.end()) or listed[at + 1]
            if not named.text.startswith("("):
                draft.info["prepared_by"] = Noted(named, (Note("", words.within(said)),))
            return
    if any("บันทึกข้อความ" in words.text for words in listed[:_COVER]):
        return
    for words in listed[:_COVER]:
        if _SECTION.match(words.text) and len(words.text) <= _LONGEST and "คะแนน" not in words.text:
            draft.info["prepared_by"] = words
            draft.doubt(words, f"ผู้จัดทำ “{words}” อ่านจากหน้าปก ซึ่งไม่มีคำว่าจัดทำโดย")
            return


def name_units(draft: Draft, units: list[Value]) -> None:
    """List the units the measures name in the agency's file, each once."""
    names: dict[str, Value] = {}
    for name in unit_names(units):
        names.setdefault(str(name), name)
    if names:
        draft.agency["units"] = list(names.values())
