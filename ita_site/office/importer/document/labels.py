"""Numbers and letters before the entries of a list, and which comes behind which."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from ita_site.facts.thai.numerals import to_arabic, to_thai

DIGIT: Final = "[0-9๐-๙]"
_COUNTED: Final = (
    "(?:วัน|เดือน|ปี|บาท|ล้าน|เท่า|ชั่วโมง|นาที|กิโล|กม|เมตร|ไร่|(?:คน|คะแนน)(?:ต่อ|ขึ้น|ละ|จาก|เต็ม|[^ก-๎]|$))"
)
NUMBERED: Final = re.compile(
    rf"(?P<label>\(?{DIGIT}{{1,2}}(?:\.{DIGIT}{{1,2}})*[.)]+(?!{DIGIT})"
    rf"|{DIGIT}{{1,2}}\.{DIGIT}(?!{DIGIT})(?=\s*(?!{_COUNTED})[ก-ฮเ-ไ]))\s*(?=\S)"
)
_LETTERS: Final = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_MOST_DIGITS: Final = 9
LETTERED: Final = re.compile(rf"(?P<label>\(?[{_LETTERS}][.)])\s*(?=\S)")


class Label(NamedTuple):
    """A number or a letter before an entry, such as `๒.`, `(2)`, `(๒.๑)` or `ข)`."""

    opening: str
    within: str
    number: int
    closing: str
    kind: str

    @classmethod
    def parse(cls, printed: str) -> Label | None:
        match = re.fullmatch(rf"(\(?)((?:{DIGIT}+\.)*)({DIGIT}+|[{_LETTERS}])([.)]*)", printed)
        if not match:
            return None
        sign = match[3]
        if sign in _LETTERS:
            return cls(match[1], match[2], _LETTERS.index(sign) + 1, match[4], "letter")
        kind = "digits" if sign.isascii() else "thai"
        return cls(match[1], match[2], int(to_arabic(sign)), match[4], kind)

    def next(self) -> Label:
        return self._replace(number=self.number + 1)

    def __str__(self) -> str:
        number = str(self.number)
        if self.kind == "letter":
            number = _LETTERS[self.number - 1 : self.number]
        elif self.kind == "thai":
            number = to_thai(number)
        return f"{self.opening}{self.within}{number}{self.closing}"


def counts_on(before: str, behind: str) -> bool:
    """Whether a line begins with the number or the letter behind that of another."""
    for labels in (NUMBERED, LETTERED):
        first, second = labels.match(before), labels.match(behind)
        if first and second and (label := Label.parse(first["label"])):
            return str(label.next()) == second["label"]
    return False


def whole_number(text: str) -> int | None:
    """The number that a text is, of plain digits and no more of them than anything counts to."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None


def is_next_number(last: str, number: str) -> bool:
    """Whether a number of a list is the one behind the last."""
    before = whole_number(last)
    return before is not None and whole_number(number) == before + 1
