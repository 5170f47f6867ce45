"""Text from the data as text on a page: escaped, never executed, whatever it holds."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from jinja2 import pass_context
from markupsafe import Markup

from ita_site.facts.thai.calendar import BEDate
from ita_site.facts.thai.decimals import format_number
from ita_site.facts.thai.numerals import to_arabic
from ita_site.facts.thai.timeframe import TimeframeKind
from ita_site.facts.thai.words import THAI, phrases, width

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from jinja2.runtime import Context

    from ita_site.facts.thai.calendar import YearMonth
    from ita_site.facts.thai.timeframe import Timeframe
    from ita_site.rules.figures.timeline import Span

ENTITIES = {ord(char): f"&#{ord(char)};" for char in "&<>\"'{}%`~"} | {ord("\n"): " "}
TO_ESCAPE = re.compile("[&<>\"'{}%`~\n]")
MARKDOWN = {ord(char): f"&#{ord(char)};" for char in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}
NOT_BREAKING = "\u00a0"
COUNTED = re.compile(r" (?<=\d )(?<![2๒][4๔5๕]\d\d )(?=[ก-๛])")
"""Begins with the space itself, for which a search is ten times as fast. A year counts nothing."""


def escape(value: object) -> Markup:
    """HTML text on one line.

    Braces, per cents and fences too: no template language or code block behind us sees one.
    """
    if value is None:
        return Markup()
    if isinstance(value, Markup):
        return value
    text = keep_together(str(value))
    if TO_ESCAPE.search(text):  # most text needs nothing, and looking is cheaper than replacing
        text = text.translate(ENTITIES)
    return Markup(text)  # noqa: S704 - every markup character is replaced


@pass_context  # and so never while a template is compiled
def finalize(_: Context, value: Any) -> Any:  # noqa: ANN401 - Jinja hands over anything
    """What every template expression passes through."""
    if type(value) is str and not TO_ESCAPE.search(value):
        return keep_together(value)  # Jinja makes it Markup
    return value if isinstance(value, Markup) else escape(value)


def in_markdown(value: object) -> Markup:
    """Text within a Markdown heading: on one line, all punctuation as entities."""
    line = re.sub(r"\s+", " ", str(value)).strip()
    return Markup(line.translate(MARKDOWN))  # noqa: S704 - every markup character is replaced


def prose(value: str) -> Markup:
    """Paragraphs, with lines that begin with `- ` as a list."""
    parts: list[Markup] = []
    bullets: list[Markup] = []
    for line in (line.strip() for line in value.splitlines()):
        if line.startswith("- "):
            bullets.append(Markup("<li>%s</li>") % escape(line[2:]))
            continue
        _close_list(parts, bullets)
        if line:
            parts.append(Markup("<p>%s</p>") % escape(line))
    _close_list(parts, bullets)
    return Markup().join(parts)


def _close_list(parts: list[Markup], bullets: list[Markup]) -> None:
    if bullets:
        parts.append(Markup("<ul>%s</ul>") % Markup().join(bullets))
        bullets.clear()


def keep_together(value: str) -> str:
    """A number stays on one line with the word that counts it."""
    return COUNTED.sub(NOT_BREAKING, value)


def when(value: Timeframe) -> str:
    """A timeframe in one spelling where the words name days or months alone, else as written."""
    if not value.named:
        return to_arabic(value.raw)
    if value.kind is TimeframeKind.RANGE:
        return _range(*value.named)
    return " และ ".join(_of_one_month(same) for _, same in groupby(value.named, _month))


def _range(first: BEDate | YearMonth, last: BEDate | YearMonth) -> str:
    """`ต.ค. 2565 – 15 มี.ค. 2566`, and `1–15 มี.ค. 2566` within one month."""
    if isinstance(first, BEDate) and isinstance(last, BEDate) and _month(first) == _month(last):
        return date(last) if first == last else f"{first.day}–{date(last)}"
    return f"{date(first)} – {date(last)}"


def _month(value: BEDate | YearMonth) -> tuple[type, int, int]:
    return type(value), value.year, value.month


def _of_one_month(values: Iterable[BEDate | YearMonth]) -> str:
    """`1, 15 และ 30 มี.ค. 2566`; a month named twice stays so."""
    *others, last = values
    if isinstance(last, BEDate):
        return listed([*(value.day for value in others if isinstance(value, BEDate)), date(last)])
    return " และ ".join(date(value) for value in (*others, last))


def blanks(value: str) -> str:
    """A message's wording with its placeholders left open."""
    return re.sub(r"\{\w+\}", "…", value)


def date(value: BEDate | YearMonth) -> str:
    """`31 มี.ค. 2566`, kept on one line."""
    return value.short().replace(" ", NOT_BREAKING)


def span(value: Span) -> str:
    """`ต.ค. 2565 – มี.ค. 2566`, or one month."""
    return date(value.first) if value.is_one_month else f"{date(value.first)} – {date(value.last)}"


def iso(value: BEDate) -> str:
    """`2023-03-31`, for programs."""
    return value.to_date().isoformat()


def number(value: Decimal | int) -> str:
    """With separators, digits as written."""
    return format_number(value)


def listed(values: Iterable[object]) -> str:
    """`2565`, `2565 และ 2567`, `2565, 2567 และ 2568`."""
    *others, last = [str(value) for value in values]
    return f"{', '.join(others)} และ {last}" if others else last


BRIEF, BESIDE_ANOTHER = 48, 32
"""Letters of a name that a sentence has room for, alone and where it tells several."""


def brief(name: str, names: int = 1) -> str:
    """A name within a sentence that tells so many: what goes on for lines is cut between words."""
    said, room = "", BRIEF if names == 1 else BESIDE_ANOTHER
    for part in re.split(f"({THAI.pattern})", name):
        for piece in phrases(part) if THAI.match(part) else [part]:
            if said and width(said + piece) > room:
                return f"{said.rstrip()}…"
            said += piece
    return said


def visible_link(url: str) -> str:
    """A link as people type it, without its scheme."""
    return url.removeprefix("https://").removeprefix("http://").removesuffix("/")


FITTING = 40
"""Letters of a part of an address that a column has room for."""


def readable_link(url: str) -> Markup:
    """A link as people read it: without its scheme, Thai words as words, broken at its slashes."""
    host_and_path = url.partition("://")[2]
    plain = host_and_path.removesuffix("/") if host_and_path.count("/") == 1 else host_and_path
    plain = plain or url
    words = unquote(plain)
    shown = words if words.isprintable() and not re.search(r"[\s\ufffd]", words) else plain
    return Markup("<wbr>").join(escape(part) for part in re.split(r"(?<=/)(?=.)", shown))


def printed_link(url: str) -> Markup:
    """A link to be typed from paper: no line ends at one of its hyphens, which would be lost."""
    whole = Markup('<span class="ita-part">%s</span>')
    parts = readable_link(url).split("<wbr>")
    return Markup("<wbr>").join(whole % part if len(part) <= FITTING else part for part in parts)


def full_link(url: str) -> Markup:
    """A link to be copied, every letter of it, broken at its slashes."""
    return Markup("<wbr>").join(escape(part) for part in re.split(r"(?<=/)(?=[^/])", url))


def lines(value: str) -> Markup:
    """Text whose line breaks matter, without a line break in the source."""
    return Markup("&#10;").join(escape(line) for line in value.split("\n"))


def squeeze(html: str) -> str:
    """Without blank lines inside, so that a block of HTML stays one to every Markdown."""
    return re.sub(r"\n\s*\n+", "\n", html).strip()
