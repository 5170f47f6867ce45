"""A problem: where, which field, what is wrong, how to mend it; and how it is printed.

The words are data: `problems.yml` holds each code's Thai and English text, why it
matters, how to mend it and an example. The terminal, the annotations of a code host and
the officers' help page are three prints of it.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

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
MOST_ANNOTATIONS = 10
"""Of each level; see actions/toolkit, docs/problem-matchers.md, "Limitations"."""
MORE = {
    "th": "ยังมีอีก {count} จุดที่แสดงตรงนี้ไม่ได้ ดูทั้งหมดในหน้าสรุปของการตรวจ",
    "en": "{count} more cannot be shown here: the summary of this run has them all",
}
UNREAD = {
    "th": " (ข้อมูลในไฟล์นี้ยังไม่ได้ตรวจ แก้แล้วตรวจใหม่)",
    "en": " (the values of this file are not checked yet: mend it and check again)",
}


CATALOGUES = (
    "problems.yml",
    "intake/messages.yml",
    "publish/messages.yml",
    "verify/messages.yml",
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
        near = self.details.get("suggestion")
        if not near:
            return mend
        guess = f"หมายถึง “{near}” ใช่หรือไม่" if language == "th" else f"did you mean “{near}”?"
        return f"{guess} · {mend}"


class DataError(ItaSiteError):
    """The data cannot be published as it is. Carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of files and lines."""
        self.problems = tuple(sorted(problems))
        super().__init__(as_text(self.problems))


def catalogue() -> dict[str, Kind]:
    """Every kind of problem of the facts by code, in the order of codes."""
    return read_catalogue("problems.yml")


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
    found = kind.wordings[language]
    return Wording(_fill(found.what, details), _fill(found.mend, details), found.why)


class CodedError(ItaSiteError):
    """Something refused or failed; its words stand in the catalogue `words` of its room."""

    words: ClassVar[str]

    def __init__(self, code: str, **details: object) -> None:
        """A code of that catalogue, and what fills its placeholders."""
        self.code = code
        self.details = {name: str(value) for name, value in details.items()}
        super().__init__(self.told())

    def told(self, language: Language = "th", level: Literal["error", "warning"] = "error") -> str:
        """`error CODE: what — how to mend`."""
        said = wording(read_catalogue(self.words)[self.code], self.details, language)
        return f"{level} {self.code}: {said.what} — {said.mend}"


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
    text = f"{problem.what(language)} — {problem.mend(language)}"
    return f"{place}: {problem.level} {problem.code}{about}: {text}"


def as_annotations(problems: Iterable[Problem], language: Language = "th") -> str:
    """Workflow commands that a code host shows beside the line, errors first.

    The host drops what is beyond ten of a level without a word, so the last line tells how
    many there are.
    """
    listed = errors_first(problems)
    shown = [
        problem
        for level in ("error", "warning")
        for problem in [each for each in listed if each.level == level][:MOST_ANNOTATIONS]
    ]
    lines = [_annotation(problem, language) for problem in shown]
    left = len(listed) - len(shown)
    if left:
        lines.append(f"::notice::{MORE[language].format(count=left)}")
    return "\n".join(lines)


def errors_first(problems: Iterable[Problem]) -> list[Problem]:
    """What stops a build before what does not; else in their order."""
    return sorted(problems, key=lambda problem: not problem.is_error)


def _annotation(problem: Problem, language: Language) -> str:
    properties = {
        "file": problem.file,
        "line": problem.line,
        "col": problem.column,
        "title": f"{problem.code} {problem.field}".strip(),
    }
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = _message(f"{problem.what(language)} — {problem.mend(language)}")
    return f"::{problem.level} {listed}::{text}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def as_json(problems: Iterable[Problem], language: Language = "th") -> str:
    """A list of objects with every part of each problem."""
    entries = [_entry(problem, language) for problem in problems]
    return json.dumps(entries, ensure_ascii=False, indent=2)


def _entry(problem: Problem, language: Language) -> dict[str, str | int]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "level": problem.level,
        "code": problem.code,
        "field": problem.field,
        "what": problem.what(language),
        "mend": problem.mend(language),
    }


def as_markdown(problems: Iterable[Problem], language: Language = "th") -> str:
    """A list for a summary, errors first; texts are code, so that nothing in them acts."""
    lines = [
        f"### {TITLES[language]}",
        "",
        *(_point(each, language) for each in errors_first(problems)),
    ]
    return "\n".join(bounded(lines, LONGEST_SUMMARY, "- …")) if len(lines) > LINES_OF_HEAD else ""


TITLES = {"th": "สิ่งที่ต้องแก้และคำเตือนทั้งหมด", "en": "All errors and warnings"}
LINES_OF_HEAD = 2
LONGEST_SUMMARY = 300_000
"""Characters; GitHub keeps 1 MiB of a step's summary, and Thai takes three bytes a letter."""


def _point(problem: Problem, language: Language) -> str:
    level = {"error": "❌", "warning": "⚠️"}[problem.level]
    place, about = (
        _code(f"{problem.file}:{problem.line}"),
        f"{problem.code} {problem.field}".strip(),
    )
    what, mend = _code(problem.what(language)), _code(problem.mend(language))
    return f"- {level} {place} {_code(about)}\n  - {what}\n  - {mend}"


def _code(text: str) -> str:
    return f"`{text.replace('`', 'ˋ')}`"


def bounded(lines: Iterable[str], longest: int, cut: str) -> Iterator[str]:
    """As many lines as `longest` letters hold, then the line `cut` where some are left out."""
    length = 0
    for line in lines:
        length += len(line) + 1
        if length > longest:
            yield cut
            return
        yield line


def as_code_quality(problems: Iterable[Problem], language: Language = "th") -> str:
    """GitLab's report of code quality, which it shows beside the lines of a merge request."""
    entries = [
        {
            "description": f"{problem.what(language)} — {problem.mend(language)}",
            "check_name": problem.code,
            "fingerprint": _fingerprint(problem),
            "severity": "critical" if problem.is_error else "minor",
            "location": {"path": problem.file, "lines": {"begin": problem.line}},
        }
        for problem in problems
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2)


def _fingerprint(problem: Problem) -> str:
    """The same for the same problem, wherever in its file it stands."""
    parts = [problem.file, problem.code, problem.field, *sorted(problem.details.values())]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


FORMATS: Mapping[str, Callable[[Iterable[Problem], Language], str]] = {
    "text": as_text,
    "github": as_annotations,
    "gitlab": as_code_quality,
    "markdown": as_markdown,
    "json": as_json,
}
