"""The kinds of value a YAML scalar can become.

Every scalar arrives as text. A value that cannot be understood raises a
`PydanticCustomError` whose type is a code of the problem catalogue and whose context
fills that problem's message.
"""

from __future__ import annotations

import difflib
import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Self, TypeVar
from urllib.parse import urlsplit

from pydantic import BeforeValidator, GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ita_site.model.colour import Colour
from ita_site.thai.calendar import BEDate, parse_date, parse_year
from ita_site.thai.decimals import parse_decimal
from ita_site.thai.numerals import to_arabic
from ita_site.thai.text import normalise
from ita_site.thai.timeframe import Timeframe, parse_timeframe

T = TypeVar("T")

ALLOWED_SCHEMES = ("https", "http", "mailto", "tel")
MOST_MONTHS = 12


def suggestion(value: str, choices: list[str], likeness: float = 0.6) -> str:
    """The choice most like the value, or an empty text when none is near.

    `likeness` is 0 to 1; words of one language are alike sooner than codes are.
    """
    near = difflib.get_close_matches(value, choices, n=1, cutoff=likeness)
    return near[0] if near else ""


class Labelled(StrEnum):
    """A closed set of English codes, each with the Thai words a reader sees.

    A member is declared as `NAME = "code", "ป้ายไทย"`; data may use either.
    """

    label: str

    def __new__(cls, code: str, label: str) -> Self:
        """Make the member; its value is the code."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member

    @classmethod
    def parse(cls, value: Any) -> Self:  # noqa: ANN401 - whatever the YAML holds
        """The member with this code or label.

        Raises:
            PydanticCustomError: ITA205 with the choices and the nearest one.
        """
        for member in cls:
            if value in (member.value, member.label):
                return member
        code = suggestion(str(value), [member.value for member in cls])
        near = code or suggestion(str(value), [member.label for member in cls], likeness=0.7)
        choices = ", ".join(f"{member.value} ({member.label})" for member in cls)
        context = {"value": str(value), "choices": choices, "suggestion": near}
        raise PydanticCustomError("ITA205", "not one of the choices", context)

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        """Read by `parse`, write as the code."""
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )


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


def _many(value: Any) -> Any:  # noqa: ANN401
    return (value,) if isinstance(value, str) else value


def _year(value: Any) -> Any:  # noqa: ANN401
    try:
        return parse_year(value) if isinstance(value, str) else value
    except ValueError:
        raise _fail("ITA207", value) from None


def _date(value: Any) -> Any:  # noqa: ANN401
    try:
        return parse_date(value) if isinstance(value, str) else value
    except ValueError:
        raise _fail("ITA206", value) from None


def _number(value: Any) -> Any:  # noqa: ANN401
    try:
        return parse_decimal(value) if isinstance(value, str) else value
    except ValueError:
        raise _fail("ITA208", value) from None


def _score(value: Any) -> Any:  # noqa: ANN401
    number = _number(value)
    if isinstance(number, Decimal) and not 0 <= number <= 100:  # noqa: PLR2004 - scores are per cent
        raise _fail("ITA209", value)
    return number


def _count(value: Any) -> Any:  # noqa: ANN401
    if not isinstance(value, str):
        return value
    digits = to_arabic(value).strip()
    if not digits.isascii() or not digits.isdigit():
        raise _fail("ITA210", value)
    return int(digits)


def _months(value: Any) -> Any:  # noqa: ANN401
    count = _count(value)
    if isinstance(count, int) and not 1 <= count <= MOST_MONTHS:
        raise _fail("ITA211", value)
    return count


def _flag(value: Any) -> Any:  # noqa: ANN401
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, str):
        raise _fail("ITA212", value)
    return value


def _slug(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str) and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        raise _fail("ITA213", value)
    return value


def _code(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str) and not re.fullmatch(r"[A-Za-z0-9]+([._-][A-Za-z0-9]+)*", value):
        raise _fail("ITA218", value)
    return value


def _link(value: Any) -> Any:  # noqa: ANN401
    if not isinstance(value, str):
        return value
    try:
        parts = urlsplit(value)
        reachable = bool(parts.hostname) if parts.scheme in ("http", "https") else bool(parts.path)
    except ValueError:
        reachable = False
    if not reachable or parts.scheme not in ALLOWED_SCHEMES or re.search(r"[\s<>\"']", value):
        raise _fail("ITA214", value, allowed=", ".join(ALLOWED_SCHEMES))
    return value


def _web_link(value: Any) -> Any:  # noqa: ANN401
    link = _link(value)
    if isinstance(link, str) and urlsplit(link).scheme not in ("http", "https"):
        raise _fail("ITA214", value, allowed="https, http")
    return link


def _file(value: Any) -> Any:  # noqa: ANN401
    if not isinstance(value, str):
        return value
    if re.search(r"[\\:?#\x00-\x1f]", value) or value.startswith("/") or ".." in value.split("/"):
        raise _fail("ITA215", value)
    return value


def _timeframe(value: Any, info: ValidationInfo) -> Any:  # noqa: ANN401
    year = (info.context or {}).get("fiscal_year")
    return parse_timeframe(value, fiscal_year=year) if isinstance(value, str) else value


def _colour(value: Any) -> Any:  # noqa: ANN401
    if not isinstance(value, str):
        return value
    try:
        colour = Colour.parse(value)
    except ValueError:
        raise _fail("ITA216", value) from None
    if not colour.readable_under_white:
        raise _fail("ITA217", value, nearest=str(colour.nearest_readable()))
    return colour


Text = Annotated[str, BeforeValidator(_text)]
"""Words of the agency, shown as written."""
Many = Annotated[tuple[T, ...], BeforeValidator(_many)]
"""A list, which may be written as a single value when there is only one."""
Year = Annotated[int, BeforeValidator(_year)]
"""A Buddhist year such as 2566, from Thai or Arabic digits, two or four of them."""
Date = Annotated[BEDate, BeforeValidator(_date)]
"""A day in the Buddhist calendar."""
Number = Annotated[Decimal, BeforeValidator(_number)]
Score = Annotated[Decimal, BeforeValidator(_score)]
"""0 to 100, with the digits as written: `100.00` stays `100.00`."""
Count = Annotated[int, BeforeValidator(_count)]
Months = Annotated[int, BeforeValidator(_months)]
"""A reporting round: months since the fiscal year began, 1 to 12."""
Flag = Annotated[bool, BeforeValidator(_flag)]
Slug = Annotated[str, BeforeValidator(_slug)]
"""An identifier that becomes part of an address: a-z, 0-9 and hyphens."""
Code = Annotated[str, BeforeValidator(_code)]
"""A code of the assessment, such as i14 or O2."""
Link = Annotated[str, BeforeValidator(_link)]
"""An address with one of the schemes a reader may safely follow."""
WebLink = Annotated[str, BeforeValidator(_web_link)]
FilePath = Annotated[str, BeforeValidator(_file)]
"""A file beside the pages, relative and without a step upwards."""
When = Annotated[Timeframe, BeforeValidator(_timeframe)]
"""A timeframe as written, with what was understood of it."""
AgencyColour = Annotated[Colour, BeforeValidator(_colour)]
