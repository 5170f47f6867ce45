"""A problem: where, which field, what is wrong, how to mend it.

The words are data: `problems.yml` holds each code's Thai and English text, why it
matters, how to mend it and an example. The terminal, the prints for code hosts and the
officers' help page all speak from it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping  # noqa: TC003 - read at run time, where problems are kept
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable

Language = Literal["th", "en"]
LONGEST = {
    "choices": 500,
    "mended": 500,
    "target": 300,
    "reason": 300,
    "reason_en": 300,
    "header": 300,
}
LONGEST_OTHER = 80
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
UNREAD = {
    "th": " (ข้อมูลในไฟล์นี้ยังไม่ได้ตรวจ แก้แล้วตรวจใหม่)",
    "en": " (the values of this file are not checked yet: mend it and check again)",
}
NO_PLACE = {
    "th": " ถ้าไม่มีช่องที่ตรง ยังไม่มีที่เก็บค่านี้ ให้เขียนไว้ในข้อความของช่องอื่น หรือใส่ # หน้าบรรทัดเพื่อเก็บไว้โดยไม่เผยแพร่",
    "en": "; where none fits there is no place for this value yet: put it into the text of another"
    " field, or # before the line to keep it unpublished",
}


CATALOGUES = (
    "facts/problems.yml",
    "office/importer/messages.yml",
    "delivery/publish/messages.yml",
    "delivery/verify/messages.yml",
)
"""Every file with messages; the first holds those about the facts, each other those of its room."""


class ItaSiteError(Exception):
    """The root of every error this package raises on purpose."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A problem's text in one language; `what` and `mend` may hold `{placeholders}`."""

    what: str
    mend: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: one entry of the catalogue."""

    code: str
    level: Literal["error", "warning"]
    wordings: Mapping[str, Wording]
    wrong: str
    right: str


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem at one place. Line and column count from 1."""

    file: str
    line: int
    column: int
    code: str
    field: str = ""
    details: Mapping[str, str] = dataclasses.field(default_factory=dict, compare=False, hash=False)

    @property
    def level(self) -> str:
        """`error` stops a build, `warning` does not."""
        return catalogue()[self.code].level

    @property
    def is_error(self) -> bool:
        """Whether it stops a build."""
        return self.level == "error"

    def what(self, language: Language = "th") -> str:
        """What is wrong."""
        return _fill(catalogue()[self.code].wordings[language].what, self.details)

    def mend(self, language: Language = "th") -> str:
        """How to mend it, beginning with the nearest valid value where there is one."""
        mend = _fill(catalogue()[self.code].wordings[language].mend, self.details)
        if self.details.get("rest") == "unread":
            mend += UNREAD[language]
        if self.details.get("place") == "none":
            mend += NO_PLACE[language]
        near = self.details.get("suggestion")
        if not near:
            return mend
        guess = f"หมายถึง “{near}” ใช่หรือไม่" if language == "th" else f"did you mean “{near}”?"
        return f"{guess} · {mend}"

    def text(self, language: Language) -> str:
        """What is wrong, and how to mend it."""
        return f"{self.what(language)} — {self.mend(language)}"

    def lies_in(self, place: str) -> bool:
        """Whether it is in a file, or in a file of a folder."""
        return self.file == place or self.file.startswith(f"{place}/")


class DataError(ItaSiteError):
    """The data cannot be published as it is. Carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of files and lines."""
        self.problems = tuple(sorted(problems))
        super().__init__(as_text(self.problems))


def catalogue() -> dict[str, Kind]:
    """Every kind of problem of the facts by code, in the order of codes."""
    return read_catalogue("facts/problems.yml")


def all_kinds() -> dict[str, Kind]:
    """Whatever has a code, by it: problems of the facts, and what commands refuse or find."""
    return {code: kind for file in CATALOGUES for code, kind in read_catalogue(file).items()}


@cache
def read_catalogue(file: str) -> dict[str, Kind]:
    """The kinds of problem in a file of this package, by code, in the order of codes."""
    text = (files("ita_site") / file).read_text("utf-8")
    entries = yaml.load(text, Loader=LOADER)  # noqa: S506 - a safe one either way
    return {code: _kind(code, entry) for code, entry in sorted(entries.items())}


def _kind(code: str, entry: dict[str, Any]) -> Kind:
    wordings = {language: Wording(**entry[language]) for language in ("th", "en")}
    example = entry.get("example", {})
    level = entry.get("level", "error")
    return Kind(code, level, wordings, example.get("wrong", ""), example.get("right", ""))


def wording(kind: Kind, details: Mapping[str, str], language: Language) -> Wording:
    """What a kind of problem says when its placeholders are filled."""
    raw = kind.wordings[language]
    return Wording(_fill(raw.what, details), _fill(raw.mend, details), raw.why)


class CodedError(ItaSiteError):
    """Something refused or failed; its words stand in the catalogue `words` of its room."""

    words: ClassVar[str]

    def __init__(self, code: str, **details: object) -> None:
        """A code of that catalogue, and what fills its placeholders."""
        self.code = code
        self.details = {name: str(value) for name, value in details.items()}
        super().__init__(self.message())

    def message(
        self, language: Language = "th", level: Literal["error", "warning"] = "error"
    ) -> str:
        """`error CODE: what — how to mend`."""
        text = wording(read_catalogue(self.words)[self.code], self.details, language)
        return f"{level} {self.code}: {text.what} — {text.mend}"


def _fill(template: str, details: Mapping[str, str]) -> str:
    return template.format_map({name: _short(name, value) for name, value in details.items()})


def _short(name: str, value: str) -> str:
    """On one line, without what a terminal would act upon, and not too long."""
    line = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", value).strip()
    longest = LONGEST.get(name, LONGEST_OTHER)
    line = line or "–"
    return line if len(line) <= longest else line[: longest - 1] + "…"


def as_text(problems: Iterable[Problem], language: Language = "th") -> str:
    """One line a problem: `file:line:column: level CODE field: what — how to mend`."""
    return "\n".join(_line(problem, language) for problem in problems)


def _line(problem: Problem, language: Language) -> str:
    place = f"{problem.file}:{problem.line}:{problem.column}"
    about = f" {problem.field}" if problem.field else ""
    return f"{place}: {problem.level} {problem.code}{about}: {problem.text(language)}"
