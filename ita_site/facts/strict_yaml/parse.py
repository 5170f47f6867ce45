"""Text to `Document`, going on behind mistakes so that all of them are told at once."""

from __future__ import annotations

import dataclasses

import yaml

from ita_site.facts.strict_yaml.builder import Builder
from ita_site.facts.strict_yaml.document import Document, Flaw
from ita_site.facts.strict_yaml.syntax import explain, mend_line
from ita_site.facts.strict_yaml.text import UnreadableError, decode, without_tabs

MOST_REPAIRS = 30
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

    A faulty line is put in quotes, or left out, and parsing begins again. A file of which
    lines were left out yields its flaws only: what remains says something else.
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
            if flaw.mark.line not in tabbed and not _near(flaw, left_out):
                flaws.append(flaw)
            if mend_line(lines, flaw):
                continue
            if not _leave_out(lines, flaw):
                break
            left_out.add(flaw.mark.line)
            continue
        builder.flaws = [flaw for flaw in builder.flaws if flaw.mark.line not in tabbed]
        if left_out:
            flaws.extend(flaw for flaw in builder.flaws if flaw.code not in TORN)
            break
        return builder.document(flaws)
    return Document(flaws=tuple(flaws), partly_read=True)


def _near(flaw: Flaw, left_out: set[int]) -> bool:
    """Whether it may only be what a line left out has torn."""
    return any(abs(flaw.mark.line - line) <= 1 for line in left_out)


def _leave_out(lines: list[str], flaw: Flaw) -> bool:
    at = flaw.mark.line - 1
    if flaw.code == "ITA112" or at >= len(lines) or not lines[at]:
        return False
    lines[at] = ""
    return True
