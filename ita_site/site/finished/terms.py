"""Official terms kept on one line, without a character added that a copy or a search would meet."""

from __future__ import annotations

import re

from ita_site.facts.thai.terms import COUNTING, NUMBERED, TERMS, place_name

NOT_TEXT = re.compile(r"(<svg\b.*?</svg>|<pre\b.*?</pre>|<[^>]*>)", re.DOTALL)
BETWEEN = "\x00"
"""Stands in no page; it lets the texts be searched as one, which is several times as fast."""

_NUMBER = r"\d[\d,.]*(?<![,.])"
_COUNTED = rf"[ \u00a0](?:{'|'.join(COUNTING)})"
WITH_NUMBER = re.compile(
    r"\b0(?:[ \u00a0]\d{3,4}){2}(?:[ \u00a0]ต่อ[ \u00a0]\d+)?"
    rf"|(?:{'|'.join(map(re.escape, NUMBERED))})[ \u00a0]{_NUMBER}(?:{_COUNTED})?"
    rf"|(?<![\d.,])(?!2[45]\d\d\b){_NUMBER}{_COUNTED}"
)
"""A telephone number; a number with what names or counts it. A year counts nothing."""
BOLD_COUNT = re.compile(rf"<b>{_NUMBER}</b>{_COUNTED}")


def keep_terms(page: str, agency: str = "") -> str:
    """HTML with a span around each term of the texts, none within a tag or drawing.

    Numbers stay with the words they belong to, and so does the name of the agency's place.
    """
    parts = NOT_TEXT.split(BOLD_COUNT.sub(_kept, page))
    texts = WITH_NUMBER.sub(_kept, BETWEEN.join(parts[::2]))
    for term in filter(None, (*TERMS, place_name(agency))):
        texts = texts.replace(term, _span(term))
    parts[::2] = texts.split(BETWEEN)
    return "".join(parts)


def _kept(found: re.Match[str]) -> str:
    return _span(found[0])


def _span(text: str) -> str:
    return f'<span class="ita-term">{text}</span>'
