"""What a value may look like in a YAML file, for editors and other programs.

Each shape is a JSON Schema of the values our reader accepts, as a YAML parser hands them
on: `2566` as a number, `๒๕๖๖` as a text. It is never narrower than the reader. `problem`
is the code of the catalogue that says how such a value is written, with its details. Numbers
lie within one of the `ranges`; `beyond` is the code for those that do not, where it differs.
"""

from __future__ import annotations

import re
from typing import Any, Final

from pydantic import WithJsonSchema

DIGIT: Final = "[0-9๐-๙]"


def _shape(*types: str, problem: str = "", **schema: Any) -> WithJsonSchema:  # noqa: ANN401
    code = {"problem": problem} if problem else {}
    return WithJsonSchema({"type": list(types), **schema, **code})


def _link(*schemes: str) -> WithJsonSchema:
    pattern = rf"^\s*({'|'.join(schemes)}):\S+\s*$"
    return _shape(
        "string",
        problem="ITA214",
        pattern=pattern,
        examples=["https://tuayang.example/2566/minutes.pdf"],
        details={"allowed": ", ".join(schemes)},
    )


def choices(labels: dict[str, str]) -> dict[str, Any]:
    """One of these codes, offered with its label; or the label itself."""
    details = {"choices": ", ".join(f"{code} ({label})" for code, label in labels.items())}
    pattern = "|".join(re.sub(r"([.()])", r"\\\1", label) for label in labels.values())
    return {
        "problem": "ITA205",
        "examples": [next(iter(labels))],
        "details": details,
        "anyOf": [
            {"enum": list(labels), "enumDescriptions": list(labels.values())},
            {"type": ["string"], "pattern": f"^({pattern})$"},
        ],
    }


TEXT: Final = _shape("string", "number")
YEAR: Final = _shape(
    *("integer", "string"),
    problem="ITA207",
    ranges=[(2400, 2699), (0, 99)],
    pattern=DIGIT,
    examples=[2566],
)
DATE: Final = _shape(
    "string", problem="ITA206", pattern=rf"{DIGIT}.*[^0-9๐-๙].*{DIGIT}", examples=["31 มี.ค. 2566"]
)
SCORE: Final = _shape(
    *("number", "string"),
    problem="ITA208",
    ranges=[(0, 100)],
    beyond="ITA209",
    pattern=rf"^\s*{DIGIT}+(\.{DIGIT}+)?\s*$",
    examples=[91.81],
)
PERCENT: Final = _shape(
    *("number", "string"),
    problem="ITA208",
    ranges=[(0, 100)],
    beyond="ITA209",
    pattern=rf"^\s*(ร้อยละ\s*)?{DIGIT}+(\.{DIGIT}+)?\s*(%|เปอร์เซ็นต์)?\s*$",
    examples=[60],
)
BAHT: Final = _shape("number", "string", problem="ITA229", pattern=DIGIT, examples=["50,000"])
_WHOLE: Final = rf"^\s*(รอบ\s*)?{DIGIT}+\s*(วัน|เดือน)?\s*$"
COUNT: Final = _shape("integer", "string", problem="ITA210", pattern=_WHOLE, examples=[15])
MONTHS: Final = _shape(
    *("integer", "string"), problem="ITA211", ranges=[(1, 12)], pattern=_WHOLE, examples=[6]
)
FLAG: Final = WithJsonSchema(
    {
        "problem": "ITA212",
        "examples": ["true"],
        "anyOf": [
            {"type": ["boolean"]},
            {"type": ["string"], "pattern": r"^\s*(true|false)\s*$"},
        ],
    }
)
SLUG: Final = _shape(
    *("string", "integer"),
    problem="ITA213",
    pattern=r"^\s*[a-z0-9]+(-[a-z0-9]+)*\s*$",
    examples=["budget-awareness"],
)
CODE: Final = _shape(
    *("string", "number"),
    problem="ITA218",
    pattern=r"^\s*[A-Za-z0-9๐-๙]+([._-][A-Za-z0-9๐-๙]+)*\s*$",
    examples=["i14"],
)
LINK: Final = _link("https", "http", "mailto", "tel")
WEB_LINK: Final = _link("https", "http")
ADDRESS: Final = _shape(
    "string",
    "integer",
    problem="ITA214",
    pattern=r"^\s*\S+\s*$",
    examples=["complaints/"],
    details={"allowed": "https, http"},
)
FILE: Final = _shape(
    "string",
    "number",
    problem="ITA215",
    pattern=r"^\s*[^/\\:?#\s][^\\:?#]*$",
    examples=["files/2566/minutes.pdf"],
)
WHEN: Final = _shape("string", "number", examples=["ต.ค. 2565 - มี.ค. 2566"])
COLOUR: Final = _shape(
    "string", problem="ITA216", pattern=r"^\s*#[0-9a-fA-F]{6}\s*$", examples=["#16325c"]
)
REGEX: Final = _shape("string", "number", problem="ITA226")
OFFSET: Final = WithJsonSchema(
    {
        "examples": [-1],
        "anyOf": [{"enum": [-1, 0, 1]}, {"type": ["string"], "pattern": "^(-1|0|1)$"}],
    }
)
