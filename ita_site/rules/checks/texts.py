"""Rules about texts: damaged, cut off, or only holding the place of one."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from ita_site.facts.model.progress import is_blank, says_nothing
from ita_site.facts.thai import damage
from ita_site.facts.thai.numerals import to_arabic
from ita_site.facts.thai.text import compact, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.progress import Report
    from ita_site.facts.problems import Problem
    from ita_site.facts.strict_yaml.document import Path
    from ita_site.rules.checks.scope import FileScope, Scope

CODES = frozenset({"code", "questions"})
READS_ZERO_AS_O = "/oit.yml"
CODE = re.compile(r"[0๐][0-9๐-๙]{1,2}")
THREE_DIGITS = re.compile(
    r"[0๐][0-4๐-๔][0-9๐-๙](?<![0-9๐-๙.,/-].{3})(?![0-9๐-๙.,/]|\)?\s?[-–]?\s?[0-9๐-๙])"
)
OF_AN_ITEM = re.compile(r"(?:(?:ข้อ|ข้อที่|OIT|ตัวชี้วัด|รหัส|รายการ|เอกสาร)\s?\(?|\()$")
LETTERS = {
    "LAO": ("อักษรลาว", "a Lao letter"),
    "KHMER": ("อักษรเขมร", "a Khmer letter"),
    "MYANMAR": ("อักษรพม่า", "a Burmese letter"),
    "DEVANAGARI": ("อักษรเทวนาครี", "a Devanagari letter"),
    "LATIN": ("อักษรอังกฤษ", "a Latin letter"),
    "THAI": ("จุดใต้ตัวอักษร (พินทุ)", "the dot below of Pali"),
}
LEADING_ON = (
    *("และ", "หรือ", "ที่", "ซึ่ง", "โดย", "เพื่อ", "อย่าง", "ของ", "ใน", "แก่", "กับ", "จาก", "แต่"),
    *("เช่น", "ระหว่าง", "สำหรับ", "รวมถึง", "รวมทั้ง", "ตลอดจน", "พร้อมทั้ง", "ตั้งแต่", " ณ"),
    *(",", " -", " –", " /"),
)
"""Words that lead on to others and end no sentence."""
LAST_WORD = re.compile(f"(?:{'|'.join(LEADING_ON)})$")
BEGINNINGS = {
    "ที่": "หน้า พื้น สถาน เนื้อ คง เต็ม เคลื่อน ท้อง แผน เจ้า ไล่ ว่า ถึง กับ เลข วัน หมู่ ลำดับ อันดับ นั่ง"
    " ทั่ว ถูก ผิด ทุก บาง หลาย",
    "อย่าง": "ตัว แบบ เยี่ยง เอา ทุก หลาย บาง ละ กี่ สอง สาม",
    "ของ": "สิ่ง ข้าว เจ้า ซื้อ ขาย ยืม คืน เก็บ ส่ง รับ วาง แจก ให้ ขน เชียง",
    "ใน": "ภาย ด้าน ข้าง ชั้น เขต วง ซับ ทาง ยาง เครื่อง หนอง หลับ",
    "แก่": "คน เก่า เฒ่า เถ้า ไม้ เห็น ได้",
    "กับ": "กำ",
    "จาก": "ใบ ต้น ป่า ตี พราก",
    "และ": "กอ",
    "หรือ": "ใช่ จริง",
}
WORDS_OF_THEIR_OWN = tuple(
    beginning + end for end, beginnings in BEGINNINGS.items() for beginning in beginnings.split()
)
"""Words that end like one of them and may well be the last."""
COUNTED_OR_NAMED = re.compile(
    r"(?:[0-9๐-๙ๆ]\s?(?:ที่|อย่าง)|(?:ตำบล|ต\.|บ้าน|ชุมชน|หมู่|วัด|ถนน|ซอย|คลอง|แขวง|เขต|อำเภอ)\S*(?:ใน|ของ|จาก))$"
)
OPENING = {"(": ")", "[": "]", "{": "}"}
BRACKETS = re.compile(r"[(\[{“\"]")
INCHES = re.compile(r'[0-9๐-๙]"')
PROGRESS = "progress.yml"
AROUND = 25
INSEPARABLE = re.compile(r"[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\d]|[ .–-](?=\d)")
"""Marks of a letter, and what may be a part of a number."""
FIGURES = frozenset({"before", "after", "unit"})
EMPTY_WORDS = re.compile(
    r"(?:ได้|มีการ|หน่วยงาน|ดำเนินการ|ดำเนินงาน|ดำเนิน|ปฏิบัติงาน|ปฏิบัติ|การ|ทำ|แล้วเสร็จ|เสร็จสิ้น|เสร็จ"
    r"|แล้ว|เรียบร้อย|สำเร็จ|ลุล่วง|ครบถ้วน|ครบ|ทุก|ขั้นตอน|ข้อ|กิจกรรม|ประการ|ตาม|มาตรการ|แผนงาน|แผน|แนวทาง"
    r"|ที่กำหนด|กำหนด|ไว้|วัตถุประสงค์|เป้าหมาย|เป็นไป|เป็นที่|ด้วยดี|ด้วยความ|ทั้งหมด|ทั้งสิ้น|นี้|ร้อยละ|100|%"
    r"|อย่าง|ต่อเนื่อง|สม่ำเสมอ|เป็นประจำ|และ|done|completed?|finished|[,/:()-])++"
)
"""Words that say that something was done, and not what."""
STAND_INS = frozenset(
    {"na", "n/a", "none", "null", "nil", "tbd", "tbc", "todo", "test", "ทดสอบ", "ระบุ", "โปรดระบุ"}
    | {"กรุณาระบุ", "ข้อความ", "ใส่ข้อความ", "รอข้อมูล", "รอรายงาน", "รอดำเนินการกรอก", "อยู่ระหว่างรวบรวม"}
)
LONGEST_NOTHING = 80
BLANK = re.compile(
    r"[._…Ll\[(<](?:(?<=[.])[.]{4}|(?<=…)…|(?<=_)_{3}|(?<=[Ll])orem ipsum"
    r"|(?<=[\[(<])[^\])>\n]{0,20}(?:ระบุ|ใส่ข้อความ)[^\])>\n]{0,20}[\])>])"
)
"""The blank of a form that nobody filled in."""
NO_WORD = re.compile(r"[-–—.…_/?\s]*|[xX]{2,}")


def right_letters(scope: FileScope) -> Iterator[Problem]:
    """Each letter is the one it looks like."""
    for written, found in scope.search_typed(damage.find_lookalike):
        details = {"value": quote(found), "mended": damage.mend(written.text)}
        yield scope.problem("ITA360", written.path, **details)


def possible_thai(scope: FileScope) -> Iterator[Problem]:
    """Vowels and tone marks stand where Thai has them."""
    for written, found in scope.search_clean(damage.find_impossible):
        if damage.find_impossible(found.string.replace("เเ", "แ")):
            near = damage.mend(quote(found))
            near = "" if damage.find_impossible(near) else near
            details = {"value": quote(found), "suggestion": near}
            yield scope.problem("ITA361", written.path, **details)


def one_script(scope: FileScope) -> Iterator[Problem]:
    """A Thai word has Thai letters."""
    for written, found in scope.search_clean(damage.find_foreign):
        value = quote(found)
        near = damage.to_thai_letters(value)
        thai, english = LETTERS[unicodedata.name(found[0][0]).split()[0]]
        details = {"value": value, "letter": found[0], "kind": thai, "kind_en": english}
        details["suggestion"] = near if near != value else ""
        yield scope.problem("ITA362", written.path, **details)


def no_markup(scope: FileScope) -> Iterator[Problem]:
    """HTML is no text."""
    for written, found in scope.search_clean(damage.find_markup):
        mended = damage.strip_markup(normalise(written.text))
        yield scope.problem("ITA363", written.path, value=quote(found), mended=mended)


def letter_o_of_a_code(scope: FileScope) -> Iterator[Problem]:
    """The code of an item begins with the letter O, not with a zero."""
    for path, text, _ in () if scope.file.endswith(READS_ZERO_AS_O) else scope.labels:
        if text[0] in "0๐" and field_of(path) in CODES and CODE.fullmatch(text):
            yield _zero(scope, path, text)
    for written, _ in scope.search_clean(THREE_DIGITS.search):
        for found in THREE_DIGITS.finditer(written.text):
            if OF_AN_ITEM.search(written.text[: found.start()]):
                yield _zero(scope, written.path, found[0])


def _zero(scope: FileScope, path: tuple[str | int, ...], code: str) -> Problem:
    meant = "O" + to_arabic(code)[1:].lstrip("0")
    return scope.problem("ITA364", path, value=code, mended=meant)


def whole_sentences(scope: FileScope) -> Iterator[Problem]:
    """A text does not end in a word that leads on, unless it is said to be cut in print."""
    for path, text, truncated in scope.sentences:
        if not text.rstrip().endswith(LEADING_ON) or truncated:
            continue
        last = LAST_WORD.search(text.rstrip())
        if last and not _ends_well(normalise(last.string)):
            details = {"value": quote(last), "last": last[0].strip()}
            yield scope.problem("ITA365", path, **details)


def _ends_well(text: str) -> bool:
    return text.endswith(WORDS_OF_THEIR_OWN) or bool(COUNTED_OR_NAMED.search(text))


def closed_brackets(scope: FileScope) -> Iterator[Problem]:
    """Brackets and quotes that open are closed."""
    for path, text, truncated in scope.texts:
        if BRACKETS.search(text) and not truncated and (mark := _left_open(text)):
            *_, last = re.finditer(re.escape(mark), text)
            yield scope.problem("ITA366", path, value=quote(last), mark=mark)


def _left_open(text: str) -> str:
    """The bracket or quote that nothing closes; inches and numbers such as `1)` do not count."""
    for mark, other in OPENING.items():
        if text.count(mark) > text.count(other):
            return mark
    if (text.count("“") + text.count("”")) % 2 and "“" in text:
        return "“"
    return '"' if text.count('"') % 2 and not INCHES.search(text) else ""


def says_what_was_done(scope: Scope) -> Iterator[Problem]:
    """A result says more than that it is done."""
    for index, report in enumerate(scope.year.progress.progress):
        texts = [(path, text) for path, text in _texts(report) if not says_nothing(text)]
        if texts and all(says_only_done(text) for _, text in texts):
            path, text = texts[0]
            yield scope.problem("ITA371", PROGRESS, ("progress", index, *path), value=text)


def _texts(report: Report) -> Iterator[tuple[Path, str]]:
    yield from ((("summary", at), text) for at, text in enumerate(report.summary))
    yield from ((("outcomes", at), outcome.text) for at, outcome in enumerate(report.outcomes))


def says_only_done(text: str) -> bool:
    """Whether a text tells that something was done and not what."""
    return len(text) <= LONGEST_NOTHING and bool(EMPTY_WORDS.fullmatch(compact(text)))


def no_stand_ins(scope: FileScope) -> Iterator[Problem]:
    """Nothing is published that only holds the place of a text."""
    for written, found in scope.search_clean(BLANK.search):
        if not _is_blank_figure(written.path, written.text):
            yield scope.problem("ITA372", written.path, value=quote(found))
    for path, text, _ in scope.labels:
        stands_in = text.strip().lower() in STAND_INS or NO_WORD.fullmatch(text)
        if stands_in and not BLANK.search(text) and not _is_blank_figure(path, text):
            yield scope.problem("ITA372", path, value=text)


def _is_blank_figure(path: Path, text: str) -> bool:
    """Which the rules about comparisons tell."""
    return field_of(path) in FIGURES and is_blank(text)


def field_of(path: Path) -> str:
    """The name of the field, that of the list for a list's entry."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def quote(match: re.Match[str]) -> str:
    """A match with the words before and behind it, on one line."""
    text, start, end = match.string, max(match.start() - AROUND, 0), match.end() + AROUND
    while start and INSEPARABLE.match(text, start):
        start -= 1
    while end < len(text) and INSEPARABLE.match(text, end):
        end += 1
    piece = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{piece}{'…' if end < len(text) else ''}"
