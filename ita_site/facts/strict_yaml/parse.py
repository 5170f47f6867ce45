"""Text to `Document`, going on behind mistakes so that all of them are told at once."""

from __future__ import annotations

import dataclasses

import yaml

from ita_site.facts.strict_yaml.builder import Builder
from ita_site.facts.strict_yaml.document import Document, Flaw, Mark
from ita_site.facts.strict_yaml.shifted import find_mending_shift, find_shift
from ita_site.facts.strict_yaml.syntax import explain, mend_line
from ita_site.facts.strict_yaml.text import UnreadableError, decode, without_tabs

MOST_REPAIRS = 30
SHIFTED = "ITA104"
TORN = frozenset({"ITA110", "ITA127"})
"""What may only be so because lines were left out."""


def read(data: bytes) -> Document:
    """Parse a file's bytes; never raises, whatever they hold."""
    try:
        return parse(decode(data))
    except UnreadableError as error:
        return Document(flaws=error.flaws, partly_read=True)


def parse(text: str) -> Document:
    """Parse decoded text.

    A faulty line is put in quotes, moved to where its neighbours begin, or left out, and parsing
    begins again. A file of which lines were moved or left out yields its flaws only: it may say
    something else.
    """
    return dataclasses.replace(_parse(text), text=text)


def _parse(text: str) -> Document:
    text, flaws, tabbed = without_tabs(text)
    lines = text.split("\n")
    left_out: set[int] = set()
    for _ in range(MOST_REPAIRS):
        builder = Builder(lines)
        try:
            builder.build("\n".join(lines))
        except yaml.MarkedYAMLError as error:
            flaw = explain(error, lines)
            shift = find_shift(lines, flaw.mark.line - 1) if flaw.code == SHIFTED else None
            if shift:
                flaw = _of_line(shift.line, lines)
            if flaw.mark.line not in tabbed and not _near(flaw, left_out):
                flaws.append(flaw)
            if mend_line(lines, flaw):
                continue
            if shift:
                lines[:] = shift.applied(lines)
            elif not _leave_out(lines, flaw):
                break
            left_out.add(flaw.mark.line)
            continue
        if not left_out and (shift := find_mending_shift(lines, builder.flaws)):
            flaws.append(_of_line(shift.line, lines))
            lines[:] = shift.applied(lines)
            left_out.add(shift.line + 1)
            continue
        builder.flaws = [flaw for flaw in builder.flaws if flaw.mark.line not in tabbed]
        if left_out:
            flaws.extend(flaw for flaw in builder.flaws if flaw.code not in TORN)
            break
        return builder.document(flaws)
    return Document(flaws=tuple(flaws), partly_read=True)


def _of_line(at: int, lines: list[str]) -> Flaw:
    """That a line is shifted."""
    line = lines[at]
    mark = Mark(at + 1, len(line) - len(line.lstrip()) + 1)
    return Flaw(SHIFTED, mark, (), {"value": line.strip()})


def _near(flaw: Flaw, left_out: set[int]) -> bool:
    """Whether it may only be what a line moved or left out has torn."""
    return any(abs(flaw.mark.line - line) <= 1 for line in left_out)


def _leave_out(lines: list[str], flaw: Flaw) -> bool:
    at = flaw.mark.line - 1
    if flaw.code == "ITA112" or at >= len(lines) or not lines[at]:
        return False
    lines[at] = ""
    return True
