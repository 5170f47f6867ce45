"""The topic, indicator or instrument that a label in a table names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.facts.scores import read_label_score
from ita_site.office.importer.words.groups import (
    KNOWN,
    Guess,
    find_indicator,
    find_instrument,
    find_topic,
    split_score,
)

if TYPE_CHECKING:
    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.spans import Span

_LIKELIEST: Final = 0.6
_ONLY_NUMBER: Final = re.compile(r"\s*(?:ตัวชี้วัด\s*(?:ที่)?\s*)?(?P<number>[0-9๐-๙]{1,2})\s*[.):]?\s*")


def find_group(label: Span, draft: Draft, *, indicator: bool = False) -> Guess | None:
    """The topic, indicator or instrument a label names; a score behind the name is read.

    With `indicator` an indicator comes first.
    """
    guess = (_find_indicator(label, draft) or _by_number(label, draft)) if indicator else None
    if indicator and not guess and not _is_topic(label, draft):
        guess = _find_likeliest(label, draft)
    guess = guess or _name_group(label, draft)
    if guess:
        read_label_score(label, guess, draft)
    return guess


def _by_number(label: Span, draft: Draft) -> Guess | None:
    """The indicator that a label names by nothing but its number."""
    found = _ONLY_NUMBER.fullmatch(label.text)
    number = int(to_arabic(found["number"])) if found else None
    known = any(each.no == number for each in draft.edition.indicators)
    return Guess("indicator", str(number), sure=True) if known else None


def _name_group(label: Span, draft: Draft) -> Guess | None:
    named, score = split_score(label)
    if score and (scored := _find_indicator(label, draft)):  # a topic has no score
        return scored
    if guess := find_topic(named, draft.edition):
        if not guess.sure:
            name = draft.edition.group_name("topic", guess.id)
            draft.doubt(label, f"“{label}” อ่านเป็นประเด็น “{name}”")
        return guess
    if indicator := _find_indicator(label, draft):
        return indicator
    code = find_instrument(label.text, draft.edition)
    return Guess("instrument", code, sure=True) if code else None


def _is_topic(label: Span, draft: Draft) -> bool:
    """Whether a label below the heading of indicators is surely, or likelier, a topic's name."""
    topic, found = find_topic(label, draft.edition), find_indicator(label.text, draft.edition)
    return topic is not None and (topic.sure or not (found and found.is_by_core))


def _find_likeliest(label: Span, draft: Draft) -> Guess | None:
    """The indicator that words below the heading of indicators are likest; told."""
    found = find_indicator(label.text, draft.edition)
    if found is None or not (found.is_by_core or found.similarity >= _LIKELIEST):
        return None
    draft.doubt(label, f"“{label}” อ่านเป็นตัวชี้วัด “{found.indicator.name}”")
    return Guess("indicator", str(found.indicator.no), sure=False)


def _find_indicator(label: Span, draft: Draft) -> Guess | None:
    found = find_indicator(label.text, draft.edition)
    if found is None or found.similarity < KNOWN:
        return None
    return Guess("indicator", str(found.indicator.no), sure=True)
