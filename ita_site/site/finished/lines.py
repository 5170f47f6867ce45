"""Where the lines of a page may end: between what is read at once, without a character added.

Browsers look Thai words up in dictionaries of their own, which lack the field's words and tear
others apart. So every text is kept whole but for the places that are marked in it: a copy, a
search and a voice meet the same letters.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.calendar import ABBREVIATIONS, MONTHS
from ita_site.facts.thai.terms import COUNTING, NUMBERED, place_name
from ita_site.facts.thai.words import THAI, fits, phrases, width
from ita_site.site.finished.document import (
    BREAK,
    DOT,
    KEPT,
    KEPT_END,
    NAME_BREAK,
    WIDE,
    WIDE_END,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

    from ita_site.site.finished.document import HtmlDocument

_LEFT_ALONE: Final = (
    "svg, pre, code, script, style, button, textarea, option, title, noscript, template,"
    ".ita-hidden, .ita-nav, .md-skip, .md-search"
)
"""What is heard alone has no lines, and a name in the header or an offer of the search is one."""
_NAMES: Final = "a, summary, label, h1, h2, h3, h4, h5, h6, th, caption"
_NUMBER: Final = r"\d[\d,.]*(?<![,.])"
_COUNTED: Final = rf"[ \u00a0](?:{'|'.join(COUNTING)})(?!ที่)"
_NUMBERED: Final = (
    rf"(?:{'|'.join(map(re.escape, NUMBERED))})[ \u00a0][EeIiOo]?{_NUMBER}(?:{_COUNTED})?"
)
_MONTH: Final = "|".join(map(re.escape, MONTHS + ABBREVIATIONS))
_DATE: Final = (
    rf"(?:(?:ณ|วันที่)[ \u00a0])?(?<![\d.,])\d{{1,2}} (?:{_MONTH})(?: (?:พ\.ศ\. ?)?2[45]\d\d\b)?"
)
_WHOLE: Final = re.compile(
    rf"{_DATE}"
    r"|\b0(?:[ \u00a0]\d{3,4}){2}(?:[ \u00a0]ต่อ[ \u00a0]\d+)?"
    rf"|{_NUMBERED}"
    rf"|{_NUMBER} ?[→–-] ?{_NUMBER}(?:[ \u00a0][ก-ฮเ-ไ][ก-๎]{{1,7}}(?![ก-๎]))?"
    rf"|(?<![\d.,])(?!2[45]\d\d\b){_NUMBER}{_COUNTED}"
    r"|\b[EeIiOo]\d{1,2}(?:, ?[EeIiOo]\d{1,2}){1,3}\b"
    r"|(?<![\w/.@-])[A-Za-z]{1,9}-[A-Za-z]{1,9}\b(?![/@-]|\.\w)"
)
"""A day; a telephone number; a number with what names or counts it, a range with its unit; codes of
questions; a word with a hyphen that is no part of an address. A year counts nothing."""
_NARROWEST: Final = 13
_SHORT_DATE: Final = rf"(?:{'|'.join(map(re.escape, ABBREVIATIONS))})[ \u00a0]2[45]\d\d"
_CORE: Final = re.compile(
    rf"(?<![\d.,])\d{{1,2}}[ \u00a0](?:{_SHORT_DATE}|{_MONTH})"
    rf"|{_NUMBERED}(?!\d|[ \u00a0](?:{_MONTH}))"
    r"|\u00a0(?=.)"
)
"""What of it stays whole even where a line holds only few letters; and the spaces beside that."""
_LONG: Final = re.compile(r"[^\s\u0e00-\u0e7f\ufdd0-\ufdd6]{12,}")
_JOINTS: Final = re.compile(r"(?<=[/@.])(?<!//)(?<!\.(?:ac|co|go|in|mi|or)\.)(?=\w)")
"""An address: a line ends at its joints, but not within `go.th` and its like. A part too long for a
line may end anywhere, as the stylesheet says."""
_GAPS: Final = re.compile(r"[ \t\r\n]+|(?<=[ก-๎])(?=[(\[“‘A-Za-z])|(?<=[)\]”’A-Za-z/])(?=[ก-ฮเ-ไ])")
_DOT: Final = re.compile(rf"\s+{BREAK}?·\s+{BREAK}?")
"""Parts what stands on one line. It becomes a space with a dot behind it, which goes, as a space
does, where a line ends."""
_BOLD: Final = frozenset({"b", "strong"})
_ONLY_NUMBER: Final = re.compile(rf"{_NUMBER}(?: ?[→–-] ?{_NUMBER})?")
_NAMES_NUMBER: Final = re.compile(rf"(?:{'|'.join(map(re.escape, NUMBERED))})[ \n]+$")


def mark_lines(document: HtmlDocument, agency: str = "") -> None:
    """Mark in every text of a page where its lines may end; `agency` is whose page it is.

    The last step before a document is written: what it says can no longer be read from its tree.
    """
    if not (body := document.tree.body):
        return
    alone, names = (
        {text.mem_id for part in body.css(parts) for text in _texts(part)}
        for parts in (_LEFT_ALONE, _NAMES)
    )
    place = place_name(agency)
    for node in [node for node in _texts(body) if node.mem_id not in alone]:
        text = node.text_content or ""
        if text.isspace():
            continue
        own = place if place in text else ""  # so that agencies' like texts are marked once
        follows = text[:1].isspace() and _is_bold_number(node.prev)
        marked = _marked(text, own, follows, text[-1:].isspace() and _is_bold_number(node.next))
        if marked != text:
            is_name = node.mem_id in names
            node.replace_with(marked.replace(BREAK, NAME_BREAK) if is_name else marked)
            document.is_changed = True


def _texts(root: LexborNode) -> Iterator[LexborNode]:
    return (node for node in root.traverse(include_text=True) if node.is_text_node)


def _is_bold_number(node: LexborNode | None) -> bool:
    bare = node.text().strip(f"{KEPT}{KEPT_END} ") if node and node.tag in _BOLD else ""
    return bool(_ONLY_NUMBER.fullmatch(bare))


@lru_cache(maxsize=1 << 14)
def _marked(text: str, place: str, follows: bool, precedes: bool) -> str:  # noqa: FBT001 - what stands beside the text
    """A text with its marks; `follows` and `precedes` say whether a number in bold is beside it."""
    kept = _kept(text)
    if not THAI.search(text):
        return _LONG.sub(_jointed, _DOT.sub(DOT, _around(text, kept)))
    if fits(text) and text == text.strip() and "·" not in text:
        return f"{KEPT}{text}{KEPT_END}"
    ends = set(_ends(text, place))
    ends -= {end for start, stop in kept for end in range(start + 1, stop)}
    if follows and text[:1].isspace():
        ends.discard(len(text) - len(text.lstrip()))
    if precedes and _NAMES_NUMBER.search(text):
        ends.discard(len(text))
    return _parted(text, sorted(ends))


def _kept(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _WHOLE.finditer(text)]


def _around(text: str, kept: list[tuple[int, int]]) -> str:
    parts, done = [], 0
    for start, stop in kept:
        parts += [text[done:start], KEPT, _narrowed(text[start:stop]), KEPT_END]
        done = stop
    return "".join([*parts, text[done:]])


def _ends(text: str, place: str) -> Iterator[int]:
    """Every place where a line may end: after a space, between words, beside brackets."""
    for gap in _GAPS.finditer(text):
        yield gap.end()
    for run in THAI.finditer(text):
        end = run.start()
        for phrase in phrases(run[0], place if place in run[0] else "")[:-1]:
            end += len(phrase)
            yield end


def _parted(text: str, ends: list[int]) -> str:
    parts = [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
    whole = f"{KEPT}{BREAK.join(map(_narrowed, parts))}{KEPT_END}"
    whole = _DOT.sub(DOT, whole)
    return _LONG.sub(lambda found: f"{KEPT_END}{_jointed(found)}{KEPT}", whole)


def _narrowed(part: str) -> str:
    """What stays whole, but not where a line holds only few letters."""
    if width(part.strip()) <= _NARROWEST or _LONG.search(part):
        return part
    return f"{WIDE}{_CORE.sub(_keep_narrow, part)}{WIDE_END}"


def _keep_narrow(found: re.Match[str]) -> str:
    """A core, whole where it is short; beside it a line may end at every space."""
    core = found[0]
    if core.isspace():
        return f"{core}{BREAK}"
    is_all = core == found.string.strip()
    return core if is_all or width(core) > _NARROWEST else f"{KEPT}{core}{KEPT_END}"


def _jointed(address: re.Match[str]) -> str:
    return _JOINTS.sub(BREAK, address[0])
