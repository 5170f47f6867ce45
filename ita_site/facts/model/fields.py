"""The kinds of value a YAML scalar can become.

Every scalar arrives as text. A value that cannot be understood raises a
`PydanticCustomError` whose type is a code of the problem catalogue and whose context
fills that problem's message.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Final, TypeVar
from urllib.parse import urlsplit

from pydantic import BeforeValidator, PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError, PydanticKnownError

from ita_site.facts.links import find_lookalike, hides_something, reveal, without_unseen
from ita_site.facts.model import shapes
from ita_site.facts.model.colour import Colour
from ita_site.facts.model.inner import WEB_SCHEMES, is_inner
from ita_site.facts.thai.calendar import BUDDHIST_ERA, BEDate, parse_date, parse_year
from ita_site.facts.thai.decimals import parse_decimal
from ita_site.facts.thai.money import parse_baht
from ita_site.facts.thai.numerals import to_arabic
from ita_site.facts.thai.personal import named_person
from ita_site.facts.thai.text import normalise
from ita_site.facts.thai.timeframe import Timeframe
from ita_site.facts.thai.timeframe_words import parse_timeframe

T = TypeVar("T")

ALLOWED_SCHEMES = ("https", "http", "mailto", "tel")
MOST_MONTHS = 12
MOST_SCORE = 100
PERCENT = re.compile(r"^ร้อยละ\s*|\s*(?:%|เปอร์เซ็นต์)$")
COUNTED = re.compile(r"^รอบ\s*|\s*(?:วัน|เดือน)$")


def _fail(code: str, value: object, **context: object) -> PydanticCustomError:
    return PydanticCustomError(code, "not understood", {"value": str(value), **context})


def _text(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        return normalise(value).strip()
    if isinstance(value, dict) and len(value) == 1:
        key, rest = next(iter(value.items()))
        if isinstance(rest, str | None):
            raise _fail("ITA204", f"{key}: {rest or ''}".strip())
    return value


def _words(value: Any) -> str:  # noqa: ANN401
    """The text of a value that is to be read as something; nothing unseen around it."""
    if not isinstance(value, str):
        raise PydanticKnownError("string_type")
    return normalise(value).strip()


def _many(value: Any) -> Any:  # noqa: ANN401
    return (value,) if isinstance(value, str) else value


def _many_numbers(value: Any) -> Any:  # noqa: ANN401
    """`[6, 12]`, also as `6, 12` or `6 และ 12`."""
    return tuple(re.split(r"\s*(?:,|และ)\s*", value)) if isinstance(value, str) else value


def _year(value: Any) -> int:  # noqa: ANN401
    words = _words(value)
    try:
        return parse_year(words)
    except ValueError:
        raise _fail("ITA207", words) from None


_CHRISTIAN: Final = re.compile(r"(?<!\d)(?:ค\.?ศ\.?\s*)?((?:19|20)\d\d)(?!\d)")


def _in_buddhist_years(words: str) -> str:
    """A date with a Christian year as the day it is; nothing where it is none even so."""
    text = _CHRISTIAN.sub(lambda year: str(int(year[1]) + BUDDHIST_ERA), to_arabic(words))
    try:
        return parse_date(text).short() if text != to_arabic(words) else ""
    except ValueError:
        return ""


def _as_slug(words: str) -> str:
    """An id typed with blanks, capitals or other marks, as an address has it; else nothing."""
    slug = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")
    return slug if words.isascii() else ""


def _date(value: Any) -> BEDate:  # noqa: ANN401
    words = _words(value)
    try:
        return parse_date(words)
    except ValueError:
        raise _fail("ITA206", words, suggestion=_in_buddhist_years(words)) from None


def _score(value: Any) -> Decimal:  # noqa: ANN401
    words = _words(value)
    try:
        number = parse_decimal(words)
    except ValueError:
        raise _fail("ITA208", words) from None
    if not 0 <= number <= MOST_SCORE:
        raise _fail("ITA209", words)
    return number


def _percent(value: Any) -> Decimal:  # noqa: ANN401
    return _score(PERCENT.sub("", _words(value)))


def _baht(value: Any) -> Decimal:  # noqa: ANN401
    words = _words(value)
    try:
        return parse_baht(words)
    except ValueError:
        raise _fail("ITA229", words) from None


def _position(value: Any) -> Any:  # noqa: ANN401
    text = _text(value)
    if isinstance(text, str) and (name := named_person(text)):
        raise _fail("ITA228", name)
    return text


def _count(value: Any) -> int:  # noqa: ANN401
    words = _words(value)
    digits = COUNTED.sub("", to_arabic(words))
    if not digits.isascii() or not digits.isdigit():
        raise _fail("ITA210", words)
    return int(digits)


def _months(value: Any) -> int:  # noqa: ANN401
    count = _count(value)
    if not 1 <= count <= MOST_MONTHS:
        raise _fail("ITA211", str(count))
    return count


def _flag(value: Any) -> bool:  # noqa: ANN401
    words = _words(value)
    if words not in ("true", "false"):
        raise _fail("ITA212", words)
    return words == "true"


def _slug(value: Any) -> str:  # noqa: ANN401
    words = _words(value)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", words):
        raise _fail("ITA213", words, suggestion=_as_slug(words))
    return words


def _code(value: Any) -> str:  # noqa: ANN401
    words = to_arabic(_words(value))
    if not re.fullmatch(r"[A-Za-z0-9]+([._-][A-Za-z0-9]+)*", words):
        raise _fail("ITA218", words)
    return words


def _link(value: Any, schemes: tuple[str, ...] = ALLOWED_SCHEMES) -> str:  # noqa: ANN401
    words = _words(value)
    if is_inner(words):
        raise _fail("ITA610", words)
    if not _is_link(words, schemes):
        near = (without_unseen(words), _mended_link(words))
        mended = next((one for one in near if _is_link(one, schemes)), "")
        raise _fail("ITA214", reveal(words), allowed=", ".join(schemes), suggestion=mended)
    if lookalike := find_lookalike(words):
        raise _fail("ITA227", lookalike.host, ascii=lookalike.ascii)
    return words


def _is_link(words: str, schemes: tuple[str, ...]) -> bool:
    try:
        parts = urlsplit(words)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme not in schemes or re.search(r"[\s<>\"']", words) or hides_something(words):
        return False
    if parts.scheme in WEB_SCHEMES:
        return bool(re.fullmatch(r"[^\s.,:@/]+(\.[^\s.,:@/]+)+", host))
    return bool(re.fullmatch(r"[+\d-]+" if parts.scheme == "tel" else r"[^@]+@[^@]+", parts.path))


def _mended_link(words: str) -> str:
    """What was probably meant: an address without its beginning, or a mail address."""
    return f"mailto:{words}" if "@" in words else f"https://{words}"


def _web_link(value: Any) -> str:  # noqa: ANN401
    return _link(value, WEB_SCHEMES)


def _file(value: Any) -> str:  # noqa: ANN401
    words = _words(value)
    if re.search(r"[\\:?#\x00-\x1f]", words) or words.startswith("/") or ".." in words.split("/"):
        raise _fail("ITA215", words)
    return words


def _timeframe(value: Any, info: ValidationInfo) -> Timeframe:  # noqa: ANN401
    year = (info.context or {}).get("fiscal_year")
    return parse_timeframe(_words(value), fiscal_year=year)


def _colour(value: Any) -> Colour:  # noqa: ANN401
    words = _words(value)
    try:
        colour = Colour.parse(words)
    except ValueError:
        raise _fail("ITA216", words) from None
    if not colour.readable_under_white:
        raise _fail("ITA217", words, nearest=str(colour.nearest_readable()))
    return colour


Text = Annotated[str, BeforeValidator(_text), shapes.TEXT]
"""Words of the agency, shown as written."""
Many = Annotated[tuple[T, ...], BeforeValidator(_many)]
"""A list, which may be written as a single value when there is only one."""
Year = Annotated[int, BeforeValidator(_year), shapes.YEAR]
"""A Buddhist year such as 2566, from Thai or Arabic digits, two or four of them."""
Date = Annotated[BEDate, PlainValidator(_date), shapes.DATE]
"""A day in the Buddhist calendar."""
Score = Annotated[Decimal, BeforeValidator(_score), shapes.SCORE]
"""0 to 100, with the digits as written: `100.00` stays `100.00`."""
Percent = Annotated[Decimal, BeforeValidator(_percent), shapes.PERCENT]
"""How much of a whole, 0 to 100, also as `ร้อยละ 80` or `80%`."""
Baht = Annotated[Decimal, BeforeValidator(_baht), shapes.BAHT]
"""A sum of money, 0 or more, also as `50,000 บาท`."""
Position = Annotated[str, BeforeValidator(_position), shapes.TEXT]
"""An office somebody holds, and nobody's name."""
Count = Annotated[int, BeforeValidator(_count), shapes.COUNT]
"""A whole number, also with its unit behind it: `15 วัน`."""
Months = Annotated[int, BeforeValidator(_months), shapes.MONTHS]
"""A reporting round: months since the fiscal year began, 1 to 12."""
Rounds = Annotated[tuple[Months, ...], BeforeValidator(_many_numbers)]
Flag = Annotated[bool, BeforeValidator(_flag), shapes.FLAG]
Slug = Annotated[str, BeforeValidator(_slug), shapes.SLUG]
"""An identifier that becomes part of an address: a-z, 0-9 and hyphens."""
Code = Annotated[str, BeforeValidator(_code), shapes.CODE]
"""A code of the assessment, such as i14 or O2."""
Link = Annotated[str, BeforeValidator(_link), shapes.LINK]
"""An address with one of the schemes a reader may safely follow."""
WebLink = Annotated[str, BeforeValidator(_web_link), shapes.WEB_LINK]
FilePath = Annotated[str, BeforeValidator(_file), shapes.FILE]
"""A file beside the pages, relative and without a step upwards."""
When = Annotated[Timeframe, PlainValidator(_timeframe), shapes.WHEN]
"""A timeframe as written, with what was understood of it."""
AgencyColour = Annotated[Colour, PlainValidator(_colour), shapes.COLOUR]
