"""Question codes as printed, which question of the year's survey each means, and who cites it.

Scanning turns the i of i20 into a digit or drops it: `๑๒๐`, `14` and `21` are read by what
the survey has, by the indicator they stand under, and by the words of the question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import letters_only, similarity
from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.document.spans import Span, parse_item

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.facts.model.edition import Edition, Questionnaire
    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.values import Value
    from ita_site.office.importer.words.groups import Guess

_MARKED: Final = (
    r"(?:(?<![A-Za-z])[IEO]IT\s*)?(?:ข้อ(?:คำถาม)?(?:ที่)?\s*)?[iIeEoO]\s?[0-9๐-๙]{1,2}(?![0-9๐-๙])"
)
_FIRST: Final = re.compile(
    rf"\s*(?P<code>{_MARKED}|[0-9๐-๙]{{1,3}}(?![.)0-9๐-๙]))\s*[.:]?\s*(?=[ก-๎])"
)
_BETWEEN: Final = r"(?:\s*(?:,|;|/|และ|กับ|หรือ)\s*|\s+)"
_NEXT: Final = re.compile(
    rf"(?:^|\s+|(?P<link>และ|กับ|หรือ|[,;/]))\s*(?P<code>{_MARKED})\s*[.:]?"
    rf"(?=\s+[ก-๎]|\s*$|{_BETWEEN}{_MARKED})"
)
_BESIDE: Final = re.compile(
    rf"(?:\(\s*(?:ข้อ(?:คำถาม)?(?:ที่)?\s*)?|(?<![ก-๎])ข้อ\s*|(?:ตาม|ใน)ข้อ\s*)"
    rf"(?P<list>{_MARKED}(?:{_BETWEEN}{_MARKED})*)"
)
_LINK: Final = re.compile(r"และ|กับ|หรือ|[,;/]")
_IN_PROSE: Final = re.compile(
    rf"ข้อคำถาม\s*(?:ที่|ข้อ)?\s*(?P<list>(?:{_MARKED}|[0-9๐-๙]{{1,3}})"
    rf"(?:\s*(?:,|และ|กับ)\s*(?:{_MARKED}|[0-9๐-๙]{{1,3}}))*)"
)
_CODE: Final = re.compile(rf"{_MARKED}|[0-9๐-๙]{{1,3}}")
_LIKE: Final = 0.5


@dataclass(frozen=True, slots=True)
class PrintedQuestion:
    """A question in a cell: its code as printed, its words, and a word linking it to another."""

    code: Span
    words: Span
    link: Span | None = None


@dataclass(frozen=True, slots=True)
class CodeReading:
    """A code as read; not `sure` where the print can be read in several ways."""

    code: str
    sure: bool


def split_questions(lines: Iterable[Span]) -> tuple[tuple[PrintedQuestion, ...], tuple[Span, ...]]:
    """The questions of a cell, each with its code, and what stands before the first or is listed.

    A line that begins with no code goes on with the one above; a code may have no words.
    """
    found: list[PrintedQuestion] = []
    others: list[Span] = []
    for piece in (part for line in lines for part in line.parts()):
        if is_range(piece):
            others.append(piece)
            continue
        first, own = _FIRST.match(piece.own), piece.own
        marks = [*([first] if first else []), *_NEXT.finditer(own, first.end() if first else 0)]
        before = piece.cut(0, marks[0].start()) if marks else piece
        if before and found and not parse_item(before).marked:
            words = found[-1].words
            found[-1] = replace(found[-1], words=words.followed_by(before) if words else before)
        elif before:
            others.append(before)
        for mark, after in zip(marks, [*marks[1:], None], strict=False):
            end = after.start() if after else None
            words, code = piece.cut(mark.end(), end), piece.within(mark, "code")
            link = piece.within(mark, "link") if mark.groupdict().get("link") else None
            if _LINK.fullmatch(words.own):
                words, link = words.cut(0, 0), words
            found.append(PrintedQuestion(code, words, link))
    listed = (replace(each, words=each.words.stripped(",;")) for each in found)
    return tuple(listed), tuple(others)


def is_code(text: str) -> bool:
    """Whether a text is nothing but a question's code with its letter."""
    return re.fullmatch(_MARKED, text.strip()) is not None


def is_range(words: Span) -> bool:
    """Whether a text names codes from one to another."""
    return re.search(rf"{_MARKED}\s*(?:[-–]|ถึง)\s*{_MARKED}", words.own) is not None


def find_codes(line: Span) -> tuple[Span, ...]:
    """The codes a sentence cites behind the word for question, or in brackets of their own."""
    cited = [
        part.cut(listed.start("list") + code.start(), listed.start("list") + code.end())
        for part in line.parts()
        for pattern in (_IN_PROSE, _BESIDE)
        for listed in pattern.finditer(part.own)
        for code in _CODE.finditer(listed["list"])
    ]
    return tuple(dict.fromkeys(cited))


def read_code(
    printed: str, edition: Edition, result_year: int, text: str = "", within: Guess | None = None
) -> CodeReading:
    """Which question a printed code means.

    Args:
        printed: The code, such as `e๑`, `E 12`, `ข้อ i24`, `๑๒๐` or `21`.
        edition: What the year asks.
        result_year: The year of the survey.
        text: The question's words, where the document has them.
        within: The indicator or topic it stands under.

    Returns:
        The code, its letter as printed; `i` where a digit or nothing stands for it.
    """
    plain = re.sub(r"[IEO]IT|ข้อ|คำถาม|ที่|\s", "", to_arabic(printed))
    if letter := re.match(r"([A-Za-z])0*(\d+)", plain):
        return CodeReading(f"{letter[1]}{letter[2]}", sure=True)
    digits = re.sub(r"\D", "", plain)
    survey = edition.questionnaire(result_year)
    return _read_digits(digits, edition, survey, text, within)


def _read_digits(
    digits: str, edition: Edition, survey: Questionnaire | None, text: str, within: Guess | None
) -> CodeReading:
    known = survey.indicator_of if survey else {}
    readings = [f"i{int(each)}" for each in (digits, digits[1:]) if each and int(each)]
    possible = [code for code in readings if not known or code in known]
    if len(possible) == 1:
        return CodeReading(possible[0], sure=True)
    under = _indicator_no(within, edition)
    fitting = [code for code in possible if known.get(code) == under] if under else []
    if len(fitting) == 1:
        return CodeReading(fitting[0], sure=within is not None and within.kind == "indicator")
    likely = [code for code in possible if not _is_another(code, survey, text)]
    return CodeReading((likely or possible or readings or ["i1"])[0], sure=False)


def _indicator_no(within: Guess | None, edition: Edition) -> int | None:
    """The indicator a group is about: itself, or the one whose name its topic's name holds."""
    if within is None:
        return None
    if within.kind == "indicator":
        return int(within.id)
    name = letters_only(edition.group_name(within.kind, within.id) or "")
    return next((each.no for each in edition.indicators if letters_only(each.name) in name), None)


def _is_another(code: str, survey: Questionnaire | None, text: str) -> bool:
    """Whether the survey's question of that code is known to say something else."""
    known = next((each for each in survey.questions if each.code == code), None) if survey else None
    return bool(known and text and similarity(known.text, text) < _LIKE)


_SAME = 0.75


def cite(draft: Draft, code: Span, text: Span | None, within: Guess | None) -> dict[str, Value]:
    """The question a printed code means, added when it was not cited before.

    Args:
        draft: What is gathered.
        code: The code as printed.
        text: The question's words, where the document has them.
        within: The indicator or topic it stands under.

    Returns:
        The question as it will be written.
    """
    wording = text.text if text else ""
    reading = read_code(
        code.text, draft.edition, draft.fiscal_year("result_year", draft.year - 1), wording, within
    )
    if known := _find_cited(draft, reading.code, wording):
        draft.read.append(code)
        if text:
            known.setdefault("text", text)
        return known
    as_printed = to_arabic(code.text) == reading.code
    question: dict[str, Value] = {"code": code if as_printed else reading.code}
    if any(_normal_code(each) == reading.code.lower() for each in draft.questions):
        question = {"id": _next_id(draft, reading.code), **question}
        _declare_duplicate(draft, code, reading.code)
    if not as_printed:
        question["code_as_printed"] = code
    if text:
        question["text"] = text
    if not reading.sure:
        draft.unsure_codes.add(reading.code)
        draft.doubt(code, f"รหัสข้อคำถาม “{code}” อ่านเป็น {reading.code} ซึ่งอาจเป็นข้ออื่น")
    draft.questions.append(question)
    return question


def get_key(question: dict[str, Value]) -> str:
    """What other facts call it, as our reader reads it: with Arabic digits."""
    return to_arabic(str(question.get("id") or question["code"]))


def _find_cited(draft: Draft, code: str, wording: str) -> dict[str, Value] | None:
    for question in draft.questions:
        if _normal_code(question) == code.lower():
            text = question.get("text")
            if not wording or not isinstance(text, Span) or similarity(text.text, wording) >= _SAME:
                return question
    return None


def _normal_code(question: dict[str, Value]) -> str:
    return to_arabic(str(question["code"])).lower()


def _next_id(draft: Draft, code: str) -> str:
    taken = {get_key(question) for question in draft.questions}
    return next(name for at in count(2) if (name := f"{code}-{at}") not in taken)


def _declare_duplicate(draft: Draft, printed: Span, code: str) -> None:
    note = f"เอกสารพิมพ์รหัสนี้กับข้อคำถามที่ไม่เหมือนกัน ({printed.place})"
    draft.declare_conflict(f"รหัสข้อคำถาม {code} ที่ใช้กับข้อคำถามต่างกัน", [printed], note=note)
    draft.doubt(printed, f"รหัสข้อคำถาม “{printed}” ซ้ำกับข้ออื่นที่ข้อความต่างกัน จึงให้ id แยกไว้")


def declare_misread_codes(draft: Draft) -> None:
    """Declare the codes that were read as something else than they were printed."""
    read = [
        question
        for question in draft.questions
        if "code_as_printed" in question
        and letters_only(str(question["code_as_printed"])).isdigit()
    ]
    codes = [str(question["code"]) for question in read]
    if read:
        draft.declare_conflict(
            "รหัสข้อคำถามที่เอกสารพิมพ์โดยไม่มีตัว i",
            [question["code_as_printed"] for question in read],
            "unresolved" if draft.unsure_codes & {*codes} else "official",
            holds=", ".join(codes),
            note="ตัว i พิมพ์เป็นเลขหรือหายไป โปรดเทียบกับแบบวัดของปีนั้น",
        )
