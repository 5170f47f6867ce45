"""What a document says of itself: its agency, its official memo, and its years."""

from __future__ import annotations

import re
from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.agency import AgencyKind
from ita_site.facts.thai.calendar import full_year
from ita_site.facts.thai.named_people import PLAIN
from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.document.draft import Doubt
from ita_site.office.importer.document.spans import Span
from ita_site.office.importer.document.values import Note, Noted, get_fields, join
from ita_site.office.importer.facts.measure_cells import names_of_units
from ita_site.office.importer.words.private import read_offices
from ita_site.office.importer.words.run_on import end_of_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.values import Value

_WORD: Final = "[ก-ฮะ-\u0e3aเ-\u0e4e]"
_NAMED: Final = {
    AgencyKind.CITY_MUNICIPALITY: "เทศบาลนคร|ทน\\.",
    AgencyKind.TOWN_MUNICIPALITY: "เทศบาลเมือง|ทม\\.",
    AgencyKind.SUBDISTRICT_MUNICIPALITY: "เทศบาลตำบล|ทต\\.",
    AgencyKind.PROVINCIAL_ORGANIZATION: "องค์การบริหารส่วนจังหวัด|อบจ\\.",
    AgencyKind.SUBDISTRICT_ORGANIZATION: "องค์การบริหารส่วนตำบล|อบต\\.",
}
_OFFICE: Final = (
    "สำนักงาน(?!ปลัด|เลขานุการ|คลัง)|โรงพยาบาล|โรงเรียน|วิทยาลัย|มหาวิทยาลัย|สถาบัน|สถานี|ศูนย์|ที่ทำการ|ที่ว่าการ"
    "|เรือนจำ|ด่าน|แขวง|กรม|อัยการ"
)
"""What names of other agencies begin with; a province behind it is theirs."""
_AREA: Final = r"(?:\s?เขต\s?[0-9๐-๙]{1,2})?"
_PROVINCE: Final = re.compile(rf"(?P<before>(?:(?!จังหวัด).)*)(?P<name>จังหวัด{_WORD}{{2,40}})")
_YEAR_BEHIND: Final = re.compile(
    r"\s*(?:ประจำ)?(?:ปี)?(?:งบประมาณ)?\s*(?:พ\.?\s*ศ\.?)?\s*(?:25|๒๕)[0-9๐-๙]{2}\s*$"
)
_COVER: Final = 14
NO_AGENCY: Final = "ไม่พบชื่อหน่วยงาน จึงไม่มี agency.yml"
OTHER_AGENCY: Final = "ชื่อหน่วยงาน “{}” อ่านจากหน้าปก ไม่ใช่องค์กรปกครองส่วนท้องถิ่นหรือจังหวัด โปรดตรวจ"
_SECTION: Final = re.compile(r"(?:สำนัก|กอง|ฝ่าย|งาน|ส่วน)")
_LONGEST: Final = 80
_SAYS_MORE: Final = re.compile(rf"คะแนน|[0-9๐-๙]|{PLAIN}|น\.\s?ส\.")
"""What no name of a section holds, be it glued to the words before: a figure, a person's title."""


def read_agency(listed: list[Span], draft: Draft) -> None:
    found = find_agency(listed)
    if "name" in found:
        draft.agency |= found
        if found["kind"] == AgencyKind.OTHER.value and isinstance(found["name"], Span):
            draft.doubt(found["name"], OTHER_AGENCY.format(found["name"]))
    elif not draft.has_agency:
        draft.doubts.append(Doubt("ทั้งเอกสาร", NO_AGENCY))
    _read_prepared_by(listed, draft)


def find_agency(listed: list[Span]) -> dict[str, Value]:
    """The agency's name, kind, district and province, as far as the paragraphs tell them."""
    agency: dict[str, Value] = {}
    if name := _find_name(listed):
        kind, words = name
        agency |= {"name": words, "kind": kind.value}
    if district := _find_place(listed, "อำเภอ"):
        agency["district"] = district
    province = _find_place(listed, "จังหวัด", beside=str(agency.get("name", "อำเภอ")))
    if province and agency.get("kind") != AgencyKind.PROVINCE:
        agency["province"] = province
    return agency


def _find_name(listed: list[Span]) -> tuple[AgencyKind, Span] | None:
    """The name of a local government, else of a province, else of an office on the cover."""
    for kind, beginnings in _NAMED.items():
        found = (
            (words, match)
            for words in listed
            for match in re.finditer(rf"(?:{beginnings})\s?{_WORD}{{2,40}}", words.own)
        )
        mentions = [words.within(match) for words, match in found]
        if name := _most_printed(mentions, beginnings, of_place=True):
            return kind, name
    provinces = ((words, _PROVINCE.match(words.own)) for words in listed)
    alone = [
        words.within(match, "name")
        for words, match in provinces
        if match and not re.search(f"{_OFFICE}|อำเภอ|ส่วน$", match["before"])
    ]
    if name := _most_printed(alone, "จังหวัด"):
        return AgencyKind.PROVINCE, name
    office = re.compile(rf"(?:{_OFFICE}){_WORD}{{2,60}}{_AREA}")
    cover = ((words, office.match(words.own)) for words in listed[:_COVER])
    offices = [words.within(match) for words, match in cover if match]
    name = _most_printed(offices, _OFFICE)
    return (AgencyKind.OTHER, name) if name else None


def _most_printed(mentions: list[Span], beginnings: str, *, of_place: bool = False) -> Span | None:
    """The name printed most often; of names that begin alike the shortest, for others run on."""
    ends = [_end_of(words.text, beginnings, of_place=of_place) for words in mentions]
    stripped = [words.text[:end].rstrip() for words, end in zip(mentions, ends, strict=True)]
    names = Counter(name for name in stripped if not re.fullmatch(beginnings, name))
    if not names:
        return None
    best = max(names, key=lambda name: (_count_longer(name, names), len(name)))
    first = next(words for words in mentions if words.text.startswith(best))
    return first.cut(0, first.own.find(best) + len(best) if best in first.own else None)


def _count_longer(name: str, names: Counter[str]) -> int:
    return sum(other.startswith(name) for other in names.elements())


def _end_of(name: str, beginnings: str, *, of_place: bool) -> int:
    begun = re.match(rf"(?:{beginnings})\s?", name)
    return end_of_name(name, (begun.end() if begun else 0) + 2, of_place=of_place)


def _find_place(listed: list[Span], what: str, beside: str = "อำเภอ") -> Span | None:
    """The first district or province in a short line, such as a cover's, that names both."""
    for words in listed:
        match = re.search(rf"{what}{_WORD}{{2,30}}", words.own)
        if match and len(words.text) <= _LONGEST * 2 and _names_place(words, beside):
            place = words.within(match)
            return place.cut(0, end_of_name(place.own, len(what) + 2, of_place=True))
    return None


def _names_place(words: Span, beside: str) -> bool:
    return "อำเภอ" in words.own or beside in words.own


def _read_prepared_by(listed: list[Span], draft: Draft) -> None:
    """Who prepared it: what follows the words that say so, else a section named on the cover."""
    for words, after in zip_longest(listed, listed[1:]):
        label = re.match(r"(?:จัดทำโดย|ผู้จัดทำ|จัดทำ โดย)\s*:?\s*", words.own)
        if label:
            named = words.cut(label.end()) or after
            offices = [*read_offices([_without_year(named)], [], [])] if named else []
            if offices and not named.text.startswith("("):
                note = Note("", words.within(label), said=True)
                draft.info["prepared_by"] = Noted(join(offices), (note,))
            return
    if any("บันทึกข้อความ" in words.text for words in listed[:_COVER]):
        return
    agency = str(draft.agency.get("name", ""))
    for words in map(_without_year, _cover(listed)):
        is_section = _SECTION.match(words.text) and words.text != agency
        if is_section and len(words.text) <= _LONGEST and not _SAYS_MORE.search(words.text):
            draft.info["prepared_by"] = words
            draft.doubt(words, f"ผู้จัดทำ “{words}” อ่านจากหน้าปก ซึ่งไม่มีคำว่าจัดทำโดย")
            return


def _cover(listed: list[Span]) -> list[Span]:
    """The first lines, those of the first page or sheet."""
    pages = [words.source.place.rsplit(" ", 2)[0] for words in listed[:_COVER]]
    return [words for words, page in zip(listed, pages, strict=False) if page == pages[0]]


def _without_year(words: Span) -> Span:
    """A line without the year of the document behind it."""
    year = _YEAR_BEHIND.search(words.own)
    return words.cut(0, year.start()) if year else words


def list_units(draft: Draft) -> None:
    """List the units the measures name in the agency's file, each once."""
    names: dict[str, Value] = {}
    for name in names_of_units(unit for each in draft.measures for unit in _units_of(each)):
        names.setdefault(str(name), name)
    if names:
        draft.agency["units"] = list(names.values())


def _units_of(measure: Value) -> Iterator[Value]:
    """The units of a measure and of its steps."""
    fields = get_fields(measure)
    steps = fields.get("steps", [])
    for owner in (fields, *map(get_fields, steps if isinstance(steps, list) else [])):
        units = owner.get("units", [])
        yield from units if isinstance(units, list) else [units]


_TITLE: Final = re.compile(r"\W*บันทึกข้อความ\W*")
_DOTS: Final = " .…_:"
_PHONE: Final = re.compile(
    r"(?:โทร(?:ศัพท์)?\.?)\s*(?P<phone>\(?[0-9๐-๙][0-9๐-๙ ()\-]*"
    r"(?:(?:ต่อ|,|ext\.?|#)\s*[0-9๐-๙]{1,5}(?:\s*[,\-–]\s*[0-9๐-๙]{1,5})*)?)",
    re.IGNORECASE,
)
_DATE: Final = re.compile(
    r"วันที่[\s.…]*(?P<date>[0-9๐-๙]{1,2}\s*(?:เดือน\s*)?\S+\s*(?:พ\.ศ\.\s*)?[0-9๐-๙]{4})"
)
_LABEL: Final = re.compile(r"(?:ส่วนราชการ|ที่|เรื่อง(?!เดิม)|เรียน)")
_FARTHEST: Final = 12


def read_memo(listed: list[Span], draft: Draft) -> None:
    """Find the memo's fields: unit, telephone, number, date, subject and addressee."""
    start = next((at for at, words in enumerate(listed) if _TITLE.fullmatch(words.text)), None)
    if start is None:
        return
    memo: dict[str, Value] = {}
    subject: list[Span] = []
    notes: list[Note] = []
    for words in listed[start + 1 : start + _FARTHEST]:
        if subject and not memo.get("addressed_to") and words.own.startswith((".", "…")):
            subject.append(words.stripped(_DOTS))
            continue
        label = _LABEL.match(words.own)
        if label is None or "addressed_to" in memo:
            break
        notes.append(Note("", words))
        value = words.cut(label.end()).stripped(_DOTS)
        if label[0] == "เรื่อง":
            subject.append(value)
        else:
            memo = {**_field(label[0], value), **memo}
    if subject:
        memo["subject"] = join(subject)
    ordered = ("unit", "phone", "number", "date", "subject", "addressed_to")
    if memo:
        if "unit" in memo:
            draft.info.setdefault("prepared_by", memo["unit"])
        fields = {key: memo[key] for key in ordered if key in memo}
        draft.info["memo"] = Noted(fields, tuple(notes))


def _field(label: str, value: Span) -> dict[str, Value]:
    if label == "ส่วนราชการ":
        return _cut_out(value, _PHONE, "unit", "phone")
    if label == "ที่":
        return _cut_out(value, _DATE, "number", "date")
    return {"addressed_to": value} if label == "เรียน" else {}


def _cut_out(value: Span, pattern: re.Pattern[str], before: str, group: str) -> dict[str, Value]:
    """A line of two fields: what stands before the pattern, and what the pattern names."""
    match = pattern.search(value.own)
    if not match:
        return {before: value}
    fields: dict[str, Value] = {group: value.within(match, group)}
    if first := value.cut(0, match.start()).stripped(_DOTS):
        fields[before] = first
    return fields


_YEAR: Final = r"(?:ปี|พ\.?\s?ศ\.?|ประมาณ)\s*\(?(?=25[0-9]{2})"
_RESULT: Final = re.compile(
    r"(?:ITAS|วิเคราะห์ผล|ผลการวิเคราะห์|ผลการประเมิน|ที่ผ่านมา)"
    rf"(?:(?!{_YEAR}).){{0,220}}?{_YEAR}(?P<year>25[0-9]{{2}})"
    r"(?:\s*(?:-|–|และ|กับ|ถึง)\s*(?:ปี|พ\.ศ\.)?\s*(?P<newer>25[0-9]{2}))?"
)
_PLANNED: Final = re.compile(
    r"(?:มาตรการ|ขับเคลื่อน|ยกระดับ|ผลการดำเนินการ)"
    rf"(?:(?!{_YEAR}).){{0,120}}?{_YEAR}(?P<year>25[0-9]{{2}})"
)
_HEADING: Final = 200
_SOURCE: Final = re.compile(r"ระบบ\s*ITAS\s*(?:ปี|พ\.ศ\.)?\s*[0-9๐-๙]{0,4}|ข้อมูลจาก\s*ITAS\S*")


def read_years(listed: list[Span], draft: Draft) -> None:
    """Set the three years; where the text does not tell, the usual ones, and say so."""
    draft.info["assessment_year"] = str(draft.year)
    _set_year(draft, "result_year", list(_find_years(listed, _RESULT)), draft.year - 1)
    _set_year(draft, "implementation_year", list(_find_years(listed, _PLANNED)), draft.year)
    for words in listed:
        if match := _SOURCE.search(words.own):
            draft.source = words.within(match)
            return


def _set_year(draft: Draft, name: str, mentions: list[tuple[int, Span]], usual: int) -> None:
    likely = Counter(year for year, _ in mentions if usual - 1 <= year <= draft.year)
    if not likely:
        draft.info[name] = Noted(str(usual), (Note("เอกสารไม่บอกปีนี้ชัด ใส่ปีตามปกติไว้ โปรดตรวจ"),))
        return
    best = usual if usual in likely else likely.most_common(1)[0][0]
    place = next(words.place for year, words in mentions if year == best)
    draft.info[name] = Noted(str(best), (Note(f"อ่านจาก {place}"),))


def _find_years(listed: list[Span], pattern: re.Pattern[str]) -> Iterator[tuple[int, Span]]:
    """The years a pattern finds, a title that goes on in the next paragraph read as one."""
    for words, after in zip_longest(listed, listed[1:]):
        goes_on = after is not None and max(len(words.own), len(after.own)) <= _HEADING
        text = f"{words.own} {after.own}" if after and goes_on else words.own
        for match in pattern.finditer(to_arabic(text)):
            newer = match.groupdict().get("newer")
            yield full_year(newer or match["year"]), words
