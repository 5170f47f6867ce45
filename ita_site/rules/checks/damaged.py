"""Rules about texts that copying, scanning or typing has damaged."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from ita_site.facts.thai import damage
from ita_site.facts.thai.numerals import to_arabic
from ita_site.facts.thai.text import normalise
from ita_site.rules.checks.texts import around, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.problems import Problem
    from ita_site.rules.checks.texts import FileScope

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


def looks_right(scope: FileScope) -> Iterator[Problem]:
    """Each letter is the one it looks like."""
    for written, found in scope.typed(damage.looks_right):
        details = {"value": around(found), "mended": damage.mended(written.text)}
        yield scope.problem("ITA360", written.path, **details)


def possible_thai(scope: FileScope) -> Iterator[Problem]:
    """Vowels and tone marks stand where Thai has them."""
    for written, found in scope.holding(damage.impossible):
        if damage.impossible(found.string.replace("เเ", "แ")):
            near = damage.mended(around(found))
            near = "" if damage.impossible(near) else near
            details = {"value": around(found), "suggestion": near}
            yield scope.problem("ITA361", written.path, **details)


def one_script(scope: FileScope) -> Iterator[Problem]:
    """A Thai word has Thai letters."""
    for written, found in scope.holding(damage.strange):
        value = around(found)
        near = damage.in_thai_letters(value)
        thai, english = LETTERS[unicodedata.name(found[0][0]).split()[0]]
        details = {"value": value, "letter": found[0], "kind": thai, "kind_en": english}
        details["suggestion"] = near if near != value else ""
        yield scope.problem("ITA362", written.path, **details)


def no_markup(scope: FileScope) -> Iterator[Problem]:
    """HTML is no text."""
    for written, found in scope.holding(damage.markup):
        mended = damage.without_markup(normalise(written.text))
        yield scope.problem("ITA363", written.path, value=around(found), mended=mended)


def letter_o_of_a_code(scope: FileScope) -> Iterator[Problem]:
    """The code of an item begins with the letter O, not with a zero."""
    for path, text, _ in () if scope.file.endswith(READS_ZERO_AS_O) else scope.labels:
        if text[0] in "0๐" and field(path) in CODES and CODE.fullmatch(text):
            yield _zero(scope, path, text)
    for written, _ in scope.holding(THREE_DIGITS.search):
        for found in THREE_DIGITS.finditer(written.text):
            if OF_AN_ITEM.search(written.text[: found.start()]):
                yield _zero(scope, written.path, found[0])


def _zero(scope: FileScope, path: tuple[str | int, ...], code: str) -> Problem:
    meant = "O" + to_arabic(code)[1:].lstrip("0")
    return scope.problem("ITA364", path, value=code, mended=meant)
