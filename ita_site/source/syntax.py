"""YAML's syntax errors in terms of what an officer did, and reading on behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.source.document import Flaw, Mark

if TYPE_CHECKING:
    import yaml

ENTRY = re.compile(r"^(?P<lead>\s*(?:- +)*(?:[\w-]+: +|- +))(?P<text>\S.*)$")
QUOTED = re.compile(r"""^(?:"[^"]*"|'[^']*')""")

TOO_DEEP = "nested too deep"

SIGNS = (
    ("ITA112", TOO_DEEP),
    ("ITA103", "found a tab character"),
    ("ITA105", "unexpected end of stream"),
    ("ITA105", "found unexpected document indicator"),
    ("ITA105", "while parsing a flow"),
    ("ITA102", "mapping values are not allowed"),
    ("ITA117", "cannot start any token"),
    ("ITA106", "while scanning an alias"),
    ("ITA106", "while scanning an anchor"),
    ("ITA107", "while scanning a tag"),
    ("ITA107", "undefined tag handle"),
    ("ITA107", "while parsing a tag"),
    ("ITA104", "did not find expected key"),
    ("ITA104", "expected <block end>"),
    ("ITA104", "did not find expected '-' indicator"),
    ("ITA104", "could not find expected ':'"),
)
"""Which words of the parser mean which problem; the first that fits holds."""

MENDABLE = frozenset({"ITA102", "ITA106", "ITA107", "ITA117", "ITA119"})


def explain(error: yaml.MarkedYAMLError, lines: list[str]) -> Flaw:
    """What went wrong and where, looking at the line itself for what misled the parser."""
    raw = error.problem_mark or error.context_mark
    mark = Mark(raw.line + 1, raw.column + 1) if raw else Mark(1, 1)
    text = f"{error.context or ''} {error.problem or ''}"
    code = next((code for code, sign in SIGNS if sign in text), "ITA101")
    if code == "ITA105" and error.context_mark:
        mark = Mark(error.context_mark.line + 1, error.context_mark.column + 1)
    return _look_again(code, mark, lines)


def _look_again(code: str, mark: Mark, lines: list[str]) -> Flaw:
    """Some mistakes show as the error of another; name what was really done."""
    for number in (mark.line, mark.line - 1):
        line = _line(lines, number)
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent and code != "ITA112":
            return Flaw("ITA103", Mark(number, indent.index("\t") + 1))
    entry = ENTRY.match(_line(lines, mark.line))
    start = len(entry["lead"]) + 1 if entry else 1
    if entry and code in ("ITA101", "ITA104") and QUOTED.match(entry["text"]):
        code, mark = "ITA119", Mark(mark.line, start)
    elif entry and code == "ITA102" and mark.column < start:
        return _misplaced(mark.line, lines)
    said = entry["text"] if entry and code != "ITA104" else _line(lines, mark.line).strip()
    return Flaw(code, mark, (), {"value": said})


def _misplaced(number: int, lines: list[str]) -> Flaw:
    """A field that cannot stand here: the line before lacks its colon, or the indent is off."""
    before = _line(lines, number - 1).strip()
    if before and ":" not in before and not before.startswith("-"):
        indent = len(_line(lines, number - 1)) - len(before)
        return Flaw("ITA101", Mark(number - 1, indent + 1), (), {"value": before})
    line = _line(lines, number)
    column = len(line) - len(line.lstrip()) + 1
    return Flaw("ITA104", Mark(number, column), (), {"value": line.strip()})


def mend_line(lines: list[str], flaw: Flaw) -> bool:
    """Change the faulty line so that parsing can go on; the file is refused all the same.

    Returns whether it could be done. One flaw then hides none of those behind it.
    """
    line = _line(lines, flaw.mark.line)
    if flaw.code == "ITA103":
        lines[flaw.mark.line - 1] = line.replace("\t", "  ")
        return "\t" in line
    entry = ENTRY.match(line)
    if flaw.code not in MENDABLE or not entry:
        return False
    lines[flaw.mark.line - 1] = entry["lead"] + '"' + re.sub(r"[\"\\]", "", entry["text"]) + '"'
    return lines[flaw.mark.line - 1] != line


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""
