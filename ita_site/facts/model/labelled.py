"""Closed sets of codes, each with the words a reader sees."""

from __future__ import annotations

import difflib
from enum import StrEnum
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, core_schema

from ita_site.facts.model import shapes
from ita_site.facts.thai.numerals import to_arabic


def suggestion(value: str, choices: list[str], likeness: float = 0.6) -> str:
    """The choice most like the value, or an empty text when none is near.

    `likeness` is 0 to 1; words of one language are alike sooner than codes are. Numbers
    are never alike.
    """
    if to_arabic(value).isdigit():
        return ""
    for choice in choices:
        if choice.lower() == value.lower():
            return choice
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
    def synonyms(cls) -> dict[str, str]:
        """Words people write instead, each with the code they mean."""
        return {}

    @classmethod
    def parse(cls, value: Any) -> Self:  # noqa: ANN401 - whatever the YAML holds
        """The member with this code or label.

        Raises:
            PydanticCustomError: ITA205 with the choices and the nearest one.
        """
        if not isinstance(value, str):
            raise PydanticKnownError("string_type")
        for member in cls:
            if value in (member.value, member.label):
                return member
        near = cls.synonyms().get(value) or suggestion(value, [member.value for member in cls])
        near = near or suggestion(value, [member.label for member in cls], likeness=0.8)
        choices = ", ".join(f"{member.value} ({member.label})" for member in cls)
        context = {"value": value, "choices": choices, "suggestion": near}
        raise PydanticCustomError("ITA205", "not one of the choices", context)

    @classmethod
    def __get_pydantic_json_schema__(cls, _: Any, __: Any) -> dict[str, Any]:  # noqa: ANN401
        """The codes, each with its label; a label alone is accepted too."""
        return shapes.choices({member.value: member.label for member in cls})

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        """Read by `parse`, write as the code."""
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )
