"""YAML's syntax errors in terms of what an officer did, and reading on behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ita_site.facts.strict_yaml.document import Flaw, Mark

if TYPE_CHECKING:
    import yaml

ENTRY = re.compile(r"^(?P<lead>\s*(?:- +)*(?:[\w-]+: +|- +))(?P<text>\S.*)$")
QUOTED = re.compile(r"""^(?:"[^"]*"|'[^']*')""")

TOO_DEEP = "nested too deep"

SIGNS = (
    ("ITA112", TOO_DEEP),
    ("ITA126", "unknown escape character"),
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

MENDABLE = frozenset({"ITA102", "ITA106", "ITA107", "ITA117", "ITA119", "ITA123", "ITA131"})
"""What quotes around the text would mend."""
RESERVED = tuple("[{|>@`%*&!,")
BULLETS = tuple("•●▪·–—*")
LOOSE_DASH = re.compile(r"[-–—][^\s-]")
SECOND_KEY = re.compile(r"(?P<first>\S.*?)\s+(?P<key>[a-z]+(?:_[a-z]+)*):(?=\s|$)")
LOOSE_KEY = re.compile(r"^\s*(?:- +)?(?P<key>[A-Za-z_]+)\s*(?::(?=\S)|[：;=])")


def explain(error: yaml.MarkedYAMLError, lines: list[str]) -> Flaw:
    """What went wrong and where, looking at the line itself for what misled the parser."""
    raw = error.problem_mark or error.context_mark
    mark = inside(raw, lines)
    text = f"{error.context or ''} {error.problem or ''}"
    code = next((code for code, sign in SIGNS if sign in text), "ITA101")
    if code == "ITA105" and error.context_mark:
        mark = inside(error.context_mark, lines)
    return _look_again(code, mark, lines)


def inside(mark: Any, lines: list[str]) -> Mark:  # noqa: ANN401 - two classes, maybe None
    """Within the text: an error at its end is shown behind the last word."""
    if mark is not None and mark.line < len(lines) and mark.column <= len(lines[mark.line]):
        return Mark(mark.line + 1, mark.column + 1)
    if mark is None or mark.line >= len(lines):
        number = max((at for at, line in enumerate(lines, 1) if line.strip()), default=1)
        return Mark(number, len(_line(lines, number)) + 1)
    return Mark(mark.line + 1, min(mark.column, len(lines[mark.line])) + 1)


def _look_again(code: str, mark: Mark, lines: list[str]) -> Flaw:
    """Some mistakes show as the error of another; name what was really done."""
    if code == "ITA112":
        return Flaw(code, mark)
    if opened := _open_quote(mark.line, lines):
        return opened
    for number in (mark.line, mark.line - 1):
        if _line(lines, number).strip().startswith(BULLETS):
            return _at_text("ITA124", number, lines)
    entry = ENTRY.match(_line(lines, mark.line))
    if entry is None:
        above = code in ("ITA101", "ITA102", "ITA104")
        return _above(code, mark, lines) if above else _as_is(code, mark, lines)
    start = Mark(mark.line, len(entry["lead"]) + 1)
    if mark.column < start.column and code in ("ITA102", "ITA104"):
        return _above(code, mark, lines)
    return _two_fields(code, start, entry["text"]) or Flaw(
        _of_value(code, entry["text"]), start, (), {"value": entry["text"]}
    )


def _two_fields(code: str, start: Mark, text: str) -> Flaw | None:
    """A further field behind a value, on one line."""
    second = SECOND_KEY.match(text) if code == "ITA102" else None
    if second is None:
        return None
    mark = Mark(start.line, start.column + second.start("key"))
    return Flaw("ITA130", mark, (), {"value": text, "key": second["key"]})


def _of_value(code: str, text: str) -> str:
    """What is wrong with a value that parsing stumbled over."""
    if text in ("-", "–", "—"):
        return "ITA125"
    if text.startswith("- "):
        return "ITA131"
    if text.startswith(("“", "”", "‘")):
        return "ITA123"
    general = code in ("ITA101", "ITA104", "ITA105")
    if general and QUOTED.match(text):
        return "ITA119"
    closed = code != "ITA105" or text.count("[") == text.count("]")
    return "ITA117" if general and closed and text.startswith(RESERVED) else code


def _open_quote(number: int, lines: list[str]) -> Flaw | None:
    """A quote opened on a line above and closed only by the quote of another text."""
    for above in range(number - 1, 0, -1):
        entry = ENTRY.match(_line(lines, above))
        text = entry["text"] if entry else ""
        if entry and text[0] in "\"'" and text.count(text[0]) % 2:
            return Flaw("ITA105", Mark(above, len(entry["lead"]) + 1), (), {"value": text})
        if '"' in _line(lines, above) or "'" in _line(lines, above):
            return None
    return None


def _above(code: str, mark: Mark, lines: list[str]) -> Flaw:
    """A field that cannot stand here: the line before it may be to blame."""
    number = mark.line - 1
    while number > 1 and not _line(lines, number).strip():
        number -= 1
    before = _line(lines, number)
    if found := LOOSE_KEY.match(before):
        flaw = _at_text("ITA121", number, lines)
        return Flaw(flaw.code, flaw.mark, (), {"value": before.strip(), "key": found["key"]})
    words = before.strip()
    if LOOSE_DASH.match(words):
        return _at_text("ITA124", number, lines)
    if words and ":" not in words and not words.startswith(("-", "#")):
        return _at_text("ITA101", number, lines)
    return _as_is("ITA104" if code == "ITA102" else code, mark, lines)


def _as_is(code: str, mark: Mark, lines: list[str]) -> Flaw:
    line = _line(lines, mark.line)
    indent = Mark(mark.line, len(line) - len(line.lstrip()) + 1)
    return Flaw(code, indent if code == "ITA104" else mark, (), {"value": line.strip()})


def _at_text(code: str, number: int, lines: list[str]) -> Flaw:
    line = _line(lines, number)
    mark = Mark(number, len(line) - len(line.lstrip()) + 1)
    return Flaw(code, mark, (), {"value": line.strip()})


def mend_line(lines: list[str], flaw: Flaw) -> bool:
    """Change the faulty line so that parsing can go on; the file is refused all the same.

    Returns whether it could be done. One flaw then hides none of those behind it.
    """
    line = _line(lines, flaw.mark.line)
    if flaw.code == "ITA130":
        lines[flaw.mark.line - 1] = line[: flaw.mark.column - 1].rstrip()
        return True
    entry = ENTRY.match(line)
    if flaw.code not in MENDABLE or not entry:
        return False
    lines[flaw.mark.line - 1] = entry["lead"] + '"' + re.sub(r"[\"\\]", "", entry["text"]) + '"'
    return lines[flaw.mark.line - 1] != line


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""
