"""What tells of one person in a text: numbers, addresses, names; and what may be shown of them."""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from ita_site.facts.thai.invisible import INVISIBLE
from ita_site.facts.thai.numerals import to_arabic
from ita_site.facts.thai.words import THAI, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP: Final = r"[ \u00a0\u2000-\u200a\u202f\u2212.\-\u2010-\u2015]{0,3}"
_ID: Final = re.compile(rf"[1-8๑-๘](?<!\d.){_GAP}\d{{4}}{_GAP}\d{{5}}{_GAP}\d{{2}}{_GAP}\d(?!\d)")
_OTHER_DIGIT: Final = re.compile(r"(?![0-9๐-๙])\d")
_FIVE_DIGITS: Final = re.compile(r"[0-9๐-๙]{5}")
_MOBILE: Final = re.compile(
    r"[0๐+(](?:(?<=[0๐])(?<!\d.)(?<!\d[.,/-].)|(?<=[+(])\+?[6๖]{2}\)?)"
    rf"(?P<rest>[ -]?[689๖๘๙](?:\)?{_GAP}\d){{8}})(?!\d|[.,/-]\d)"
)
_MOST_GROUPS: Final = 4
_HOST: Final = re.compile(
    r"@(?:gmail|googlemail|hotmail|outlook|live|windowslive|msn|yahoo|ymail|rocketmail|icloud|me"
    r"|protonmail|proton|aol|thaimail|chaiyo)\.(?:com|co\.th|net|me)(?![\w-]|\.\w)",
    re.IGNORECASE | re.ASCII,
)
_LONGEST_NAME: Final = 64
_NAME: Final = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]*$", re.ASCII)
_MAIL: Final = re.compile(
    r"(?:[^\s<>:;,\"“”][^<>:;,\n\"“”]{0,60}[\"”]?\s*<|(?<![A-Za-z0-9_.+/-]))"
    r"(?P<first>[A-Za-z0-9])[A-Za-z0-9_.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+>?"
)
_ADDRESS: Final = re.compile(
    r"://|^www\.|\.(?:pdf|jpe?g|png|docx?|xlsx?|zip|html?)$", re.IGNORECASE
)
LETTERS: Final = "ก-ฮะ-\u0e3aเ-\u0e45\u0e47-\u0e4e"
MOST_LETTERS: Final = 60
"""Of a name, glued to its surname or not: whatever is longer is searched in bounded steps."""
NO_NAMES: Final = (
    *("ก(?![ิ-\u0e3aะาำ็-์ฤ]|มล|รณ|ษิ|นก)", "อำเภอ", "ทะเบียน", "หน้า", "จ้าง", "ช่าง"),
    *("ตรวจ", "แพทย์", "สัตว", "ไปรษณีย์", "ท่า", "ท้าย", "เรือ", "ทหาร", "ตำรวจ", "ทุน"),
    *("ด่าน", "ประกัน", "เวร", "สนาม", "คลัง", "สถานี", "หมวด", "กอง", "สิบ", "ดาบ", "ร้อย"),
    *("อากร", "วง", "พราน", "รอง", "เลิ้ง", "พยาบาล", "ฟ้า", "งาม", "เอก", "แบบ", "นพมาศ"),
    *("สงกรานต์", "ละคร", "เงือก", "ไม้"),
)
"""What makes นาย or นาง the beginning of an office, a role or a place."""
_NO_SURNAMES: Final = (
    *("เป็น", "ได้", "มี", "ที่", "และ", "หรือ", "ซึ่ง", "ให้", "จะ", "ไป", "มา", "ใน"),
    *("โดย", "เพื่อ", "แล้ว", "กับ", "ผู้", "ปลัด", "หัวหน้า", "ประธาน", "เจ้า", "ตำแหน่ง"),
    *("อำเภอ", "ตำบล", "จังหวัด", "เทศบาล", "องค์การ", "สำนัก", "กอง", "ลงนาม", "เสนอ"),
    *("อนุมัติ", "เห็นชอบ", "แจ้ง", "ร้อง", "ยื่น", "พร้อม", "เข้า", "ประจำ", "ปี", "ชุด"),
)
_VIRTUES: Final = (
    *("ธรรม", "ภาพ", "สมบัติ", "ลักษณ", "ค่า", "วุฒิ", "ประโยชน์", "งาม", "ความดี", "โทษ"),
    *("แม่", "พ่อ", "ครู", "หมอ", "สามารถ", "ต้อง", "รู้", "พบ", "เคย", "ควร", "คิด", "อยาก"),
    *("อาจ", "เห็น", "กำลัง", "ยัง", "ไม่", "ใช้", "ค่ะ", "ครับ"),
)
"""What makes คุณ the beginning of another word, or the reader who is spoken to."""
YOU: Final = rf"คุณ(?!\s?(?:{'|'.join((*_VIRTUES, *_NO_SURNAMES))}))"
_PLAIN: Final = rf"(?:นางสาว|นาย|นาง|{YOU})(?!\s?(?:{'|'.join(NO_NAMES)}))"
_PERSON: Final = re.compile(
    rf"(?P<title>{_PLAIN}|น\.ส\.|ด\.ช\.|ด\.ญ\.|ว่าที่\s?(?:ร\.[ตทอ]\.|ร้อย(?:ตรี|โท|เอก))|ดร\.)\s?"
    rf"(?P<name>[ก-ฮเ-ไ][{LETTERS}]{{1,14}})[ \u00a0]{{1,3}}(?:ณ[ \u00a0])?"
    rf"(?!{'|'.join(_NO_SURNAMES)})[ก-ฮเ-ไ][{LETTERS}]{{2,24}}(?=$|[\s).,;:/”\"])",
    re.MULTILINE,
)
RANKS: Final = (
    r"(?:พล|พัน|ร้อย|สิบ|จ่าสิบ|นาวา|เรือ|พันจ่า|จ่า)(?:ตำรวจ|อากาศ)?(?:เอก|โท|ตรี)|"
    r"(?:พล\.|พ\.|ร\.|จ\.ส\.|ส\.|จ\.|ด\.|น\.|พ\.จ\.|พ\.อ\.)(?:ต\.)?[อทตด]\.|"
    r"(?:นาย)?ดาบตำรวจ|นาย(?:กอง|หมวด|หมู่)(?:ใหญ่|เอก|โท|ตรี)|"
    r"ม\.[รล]\.ว?\.?|หม่อมราชวงศ์|หม่อมหลวง"
)
LEARNED: Final = (
    r"(?:(?:ผศ|รศ|(?<![ก-๎.])ศ)\.\s?)?ดร\.|ผศ\.|รศ\.|(?<![ก-๎.])ศ\.|นพ\.|พญ\.|ทพญ?\.|ภก\.|ภญ\."
)
"""Titles of the learned, for short; พ.ศ. is none."""
_PROFESSOR: Final = re.compile(r"ศ\.\s?")
_DAYS: Final = re.compile(
    r"(?:(?<![ก-๎.])(?:จ|อ|พ|พฤ|ส|อา)\.\s*(?:[-–—,/]|ถึง|และ)?|วัน(?:ที่)?|ทุก)\s*$"
)
_NEAR: Final = 20
"""So many letters before ศ. tell of which kind it is."""
_TIME: Final = re.compile("เวลา|ช่วง|ตั้งแต่|เช้า|บ่าย|สุดท้าย|สัปดาห์|เว้น|ของ|ที่|นี้")
"""What follows the day of a week, and is no given name."""
ENGLISH: Final = (
    r"(?<![A-Za-z])(?:Mrs|MRS|Mr|MR|Ms|Miss|MISS|Dr|DR)\b\.?[ \u00a0]?"
    r"(?!(?:Word|Excel|Office|Power|Access|Teams|Form|Window|Project|Share|Sheet)s?\b)[A-Z][A-Za-z]+"
    r"(?:[ \u00a0]{1,3}[A-Z][A-Za-z]+)?"
)
"""A name in Latin letters behind its title."""
_NAMED: Final = re.compile(
    rf"(?P<title>(?:{_PLAIN}|น\.\s?ส\.|ด\.ช\.|ด\.ญ\.|{LEARNED})"
    rf"|(?:ว่าที่\s?)?(?:{RANKS})(?:\s?\(?หญิง\)?)?)"
    rf"\s?(?!{'|'.join(_NO_SURNAMES)})[ก-ฮเ-ไ][{LETTERS}]{{1,{MOST_LETTERS}}}"
)
"""A title with a name behind it, where nothing but an office should stand."""
_SURNAME: Final = re.compile(
    rf"[ \u00a0]{{1,3}}(?:(?:ณ[ \u00a0])?(?!{'|'.join((*NO_NAMES, *_NO_SURNAMES))})"
    rf"[ก-ฮเ-ไ][{LETTERS}]{{2,24}}|[ก-ฮ]\.(?=[\s,)]|$))"
)
_FULL_NAME: Final = re.compile(rf"[{LETTERS}]+(?:{_SURNAME.pattern})")
_ENGLISH: Final = re.compile(ENGLISH)
_TELEPHONE: Final = re.compile(
    r"(?P<lead>(?:(?:เบอร์|หมายเลข)?โทร(?:ศัพท์|สาร)?(?:มือถือ|เคลื่อนที่)?|(?:เบอร์)?มือถือ"
    r"|เบอร์(?:ติดต่อ)?|แฟกซ์|(?<![A-Za-z])(?:Tel|Fax|Mobile))\s*[.:：]?\s*[.:：]?\s*)?"
    r"(?P<digits>(?<![\d.,/-])(?!0\.\d)(?:\(?\+?66\)?|\(?[0๐])"
    r"(?:\)?[ \u00a0.\-–(]{0,2}\d){8,9}(?![ -]?\d)"
    r"|(?(lead)\d(?:[ .\-–]{0,2}\d){2,9}|(?!)))"
    r"(?:\s*(?:,|-|–|ต่อ|ext\.?|#)\s*\d{1,5}(?!\d|[ /.]\d))*",
    re.IGNORECASE,
)
_LONGEST_BEFORE: Final = 40
_ENDS_IN_THAI: Final = re.compile(rf"(?:{THAI.pattern})$")
_PLACES: Final = (
    *("บ้าน", "หนอง", "ตำบล", "อำเภอ", "วัด", "ห้วย", "คลอง", "โนน", "ดอน", "บึง", "เกาะ"),
    *("เขา", "ดอย", "ถนน", "ซอย", "ลำ", "ทุ่ง", "โคก", "เมือง", "แขวง", "เขต", "ชุมชน"),
    *("โรงเรียน", "สะพาน", "ตลาด", "ภู", "ถ้ำ", "อ่าว", "หาด", "ท่า", "ปาก", "ป่า", "บาง"),
    *("ควน", "นา", "สระ", "กุด", "ศาล", "ศาลเจ้า"),
)
"""What makes นาง or นาย behind it a part of a place's name: บ้านนางแล."""
_OF_A_PLACE: Final = re.compile(
    r"(?<![ก-๎])(?:อบ[ตจ]|ท[ตมน]|รพ\.\s?สต|รพ|ร\.?\s?ร|ศพด|สภ|สสอ|อ|ต|จ)\.(?:บ้าน)?$"
)
"""What is written for short of an agency or an office, its place glued to it."""


class PersonalData(NamedTuple):
    """Something personal: where it stands in the text, what it is, and how it may be shown."""

    start: int
    end: int
    value: str
    masked: str


def citizen_ids(text: str) -> Iterator[PersonalData]:
    """Numbers of Thai identity cards, told by their check digit; not within links and file names.

    A number that begins with 0 is a taxpayer's that is no person, such as an agency's.
    """
    text, places = _as_seen(text)
    for found in _ID.finditer(text) if _FIVE_DIGITS.search(text) else ():
        digits = re.sub(r"\D", "", to_arabic(found[0]))
        if is_citizen_id(digits) and not _in_address(found):
            start, end = places[found.start()], places[found.end() - 1] + 1
            yield PersonalData(start, end, digits, f"{digits[0]}-xxxx-xxxxx-xx-x")


def _as_seen(text: str) -> tuple[str, Sequence[int]]:
    """The text without what takes no room and with plain digits, and where each sign stood."""
    if text.isascii():
        return text, range(len(text))
    text = _OTHER_DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), text)
    if not INVISIBLE.search(text):
        return text, range(len(text))
    places = [at for at, sign in enumerate(text) if not INVISIBLE.match(sign)]
    return "".join(text[at] for at in places), places


def is_citizen_id(digits: str) -> bool:
    """Whether 13 digits are the number of an identity card.

    The check digit is (11 - Σ digit × weight mod 11) mod 10 with the weights 13 to 2.
    """
    if len(digits) != 13 or not "1" <= digits[0] <= "8":  # noqa: PLR2004 - the number's length
        return False
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=False)
    )
    return (11 - total % 11) % 10 == int(digits[-1])


def mobile_numbers(text: str) -> Iterator[PersonalData]:
    """Telephone numbers of mobiles (06, 08, 09), however they are written."""
    text, places = _as_seen(text)
    for found in _MOBILE.finditer(text):
        groups = re.findall(r"\d+", to_arabic(found["rest"]))
        if len(groups) <= _MOST_GROUPS and not _in_address(found):
            digits = "0" + "".join(groups)
            start, end = places[found.start()], places[found.end() - 1] + 1
            yield PersonalData(start, end, digits, f"{digits[:2]}x xxx xx{digits[-2:]}")


def telephones(text: str) -> Iterator[PersonalData]:
    """Telephone numbers of any kind, with the word before them and the extension behind them.

    Nine or ten digits from 0 or +66 on, or any number behind a word for telephone.
    """
    text, places = _as_seen(text)
    for found in _TELEPHONE.finditer(text):
        if not _in_address(found):
            start, end = places[found.start()], places[found.end() - 1] + 1
            yield PersonalData(start, end, found[0], "โทร. …")


def free_mail(text: str) -> Iterator[PersonalData]:
    """Mail addresses at providers where anybody may have one."""
    for found in _HOST.finditer(text):
        before = text[max(found.start() - _LONGEST_NAME, 0) : found.start()]
        if name := _NAME.search(before):
            start, value = found.start() - len(name[0]), f"{name[0]}{found[0]}".lower()
            yield PersonalData(start, found.end(), value, f"{value[0]}…{found[0].lower()}")


def mail_addresses(text: str) -> Iterator[PersonalData]:
    """Mail addresses of any kind, with the name that stands before one in < >."""
    for found in _MAIL.finditer(text) if "@" in text else ():
        yield PersonalData(*found.span(), found[0], f"{found['first']}…@…")


def _in_address(match: re.Match[str]) -> bool:
    """Whether it is part of a link or of a file's name."""
    before = re.split(r"[\s<>\"'(]", match.string[: match.start()][-300:])[-1]
    after = re.split(r"[\s<>\"')]", match.string[match.end() :][:300])[0]
    return bool(_ADDRESS.search(f"{before}{match[0]}{after}"))


def persons(text: str) -> Iterator[PersonalData]:
    """Names with a title, a first name and a surname, such as นางสาวสมใจ …; offices are none."""
    for found in titled(_PERSON, text):
        yield PersonalData(*found.span(), found[0], f"{found['title']}{found['name'][0]}…")


def titled(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches of a pattern whose group `title`, where it took part, is one that stands there.

    What only looks like one hides none behind it: ขอบคุณ นายสมชาย.
    """
    at = 0
    while found := pattern.search(text, at):
        is_title = not found["title"] or _is_title(text, *found.span("title"))
        at = found.end() if is_title else found.start() + 1
        if is_title:
            yield found


def _is_title(text: str, start: int, end: int) -> bool:
    is_other = is_friday(text, start) or _begins_place(text, start, end)
    return not is_other and _begins_word(text, start, end)


def _begins_place(text: str, start: int, end: int) -> bool:
    """Whether what looks like นาง or นาย is the first of a place's name: อบต.นางแล.

    Not so where a surname stands behind it.
    """
    short = _OF_A_PLACE.search(text, max(start - _LONGEST_BEFORE, 0), start)
    is_short = short is not None and text[start:end] in ("นาง", "นาย")
    return is_short and not _FULL_NAME.match(text, end)


def _begins_word(text: str, start: int, end: int) -> bool:
    """Whether what stands from `start` to `end` begins a word, be it glued to the one before.

    Thai has no spaces between words: `สอบถามนาย` is two of them, and `เจ้านาย` is one. In the name
    of a place it begins none.
    """
    before = _ENDS_IN_THAI.search(text[max(start - _LONGEST_BEFORE, 0) : start])
    title = THAI.match(text, start, end)
    if not before or not title:
        return True
    ends = accumulate(map(len, words(before[0] + title[0])))
    return len(before[0]) in ends and not before[0].endswith(_PLACES)


def names_by_title(text: str) -> Iterator[PersonalData]:
    """Names behind any title or rank, with or without a surname, where an office should stand."""
    for found in titled(_NAMED, text):
        surname = _SURNAME.match(text, found.end())
        end = surname.end() if surname else found.end()
        yield PersonalData(found.start(), end, text[found.start() : end], f"{found['title']}…")
    for found in _ENGLISH.finditer(text):
        yield PersonalData(*found.span(), found[0], f"{found[0][:2]}…")


def is_friday(text: str, at: int) -> bool:
    """Whether ศ. stands here for the day, and for no professor: จ.-ศ. เวลา 08.30 น."""
    title = _PROFESSOR.match(text, at)
    before = text[max(at - _NEAR, 0) : at]
    return bool(title and (_DAYS.search(before) or _TIME.match(text, title.end())))


def named_person(text: str) -> str:
    """Whom a text names that should name an office, masked: `นายส…`; empty for an office."""
    found = next(titled(_NAMED, text), None)
    return f"{found[0][: found.end('title') - found.start() + 1]}…" if found else ""
