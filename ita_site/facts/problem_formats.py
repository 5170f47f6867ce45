"""Problems as others show them: code hosts beside the line, a summary, programs."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from ita_site.facts.problems import as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ita_site.facts.problems import Language, Problem

MOST_ANNOTATIONS = 10
"""Of each level; see actions/toolkit, docs/problem-matchers.md, "Limitations"."""
MORE = {
    "th": "ยังมีอีก {count} จุดที่แสดงตรงนี้ไม่ได้ ดูทั้งหมดในหน้าสรุปของการตรวจ",
    "en": "{count} more cannot be shown here: the summary of this run has them all",
}


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
    text = _message(problem.text(language))
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
            "description": problem.text(language),
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
