"""The questions a document cites, each once: by its code and, where codes repeat, its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.codes import read_code
from ita_site.office.importer.headings import bare, likeness
from ita_site.office.importer.spans import Words

if TYPE_CHECKING:
    from ita_site.office.importer.draft import Draft
    from ita_site.office.importer.groups import Guess
    from ita_site.office.importer.tree import Value

_SAME = 0.75


def cite(draft: Draft, code: Words, text: Words | None, within: Guess | None) -> dict[str, Value]:
    """The question a printed code means, added when it was not cited before.

    Args:
        draft: What is gathered.
        code: The code as printed.
        text: The question's words, where the document has them.
        within: The indicator or topic it stands under.

    Returns:
        The question as it will be written.
    """
    said = text.text if text else ""
    reading = read_code(
        code.text, draft.edition, draft.fiscal_year("result_year", draft.year - 1), said, within
    )
    if known := _known(draft, reading.code, said):
        return known
    as_printed = to_arabic(code.text) == reading.code
    question: dict[str, Value] = {"code": code if as_printed else reading.code}
    if any(_code(each) == reading.code.lower() for each in draft.questions):
        question = {"id": _free_id(draft, reading.code), **question}
        _declare_twice(draft, code, reading.code)
    if not as_printed:
        question["code_as_printed"] = code
    if text:
        question["text"] = text
    if not reading.sure:
        draft.unsure_codes.add(reading.code)
        draft.doubt(code, f"รหัสข้อคำถาม “{code}” อ่านเป็น {reading.code} ซึ่งอาจเป็นข้ออื่น")
    draft.questions.append(question)
    return question


def key_of(question: dict[str, Value]) -> str:
    """What other facts call it, as our reader reads it: with Arabic digits."""
    return to_arabic(str(question.get("id") or question["code"]))


def _known(draft: Draft, code: str, said: str) -> dict[str, Value] | None:
    for question in draft.questions:
        if _code(question) == code.lower():
            text = question.get("text")
            if not said or not isinstance(text, Words) or likeness(text.text, said) >= _SAME:
                return question
    return None


def _code(question: dict[str, Value]) -> str:
    return to_arabic(str(question["code"])).lower()


def _free_id(draft: Draft, code: str) -> str:
    taken = {key_of(question) for question in draft.questions}
    return next(name for at in range(2, 99) if (name := f"{code}-{at}") not in taken)


def _declare_twice(draft: Draft, printed: Words, code: str) -> None:
    draft.conflicts.append(
        {
            "field": f"รหัสข้อคำถาม {code} ที่ใช้กับข้อคำถามต่างกัน",
            "values": [printed],
            "reason": "unresolved",
            "note": f"เอกสารพิมพ์รหัสนี้กับข้อคำถามที่ไม่เหมือนกัน ({printed.place})",
        }
    )
    draft.doubt(printed, f"รหัสข้อคำถาม “{printed}” ซ้ำกับข้ออื่นที่ข้อความต่างกัน จึงให้ id แยกไว้")


def misread(draft: Draft) -> None:
    """Declare the codes that were read as something else than they were printed."""
    read = [
        question
        for question in draft.questions
        if "code_as_printed" in question and bare(str(question["code_as_printed"])).isdigit()
    ]
    codes = [str(question["code"]) for question in read]
    if read:
        draft.conflicts.append(
            {
                "field": "รหัสข้อคำถามที่เอกสารพิมพ์โดยไม่มีตัว i",
                "values": [question["code_as_printed"] for question in read],
                "holds": ", ".join(codes),
                "reason": "unresolved" if draft.unsure_codes & {*codes} else "official",
                "note": "ตัว i พิมพ์เป็นเลขหรือหายไป โปรดเทียบกับแบบวัดของปีนั้น",
            }
        )
