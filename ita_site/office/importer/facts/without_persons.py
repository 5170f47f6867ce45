"""What a document tells of persons: hidden in all that is written of it, told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.office.importer.document.spans import Span
from ita_site.office.importer.facts.leftovers import TakenSpans
from ita_site.office.importer.words.hiding import Hiding
from ita_site.office.importer.words.persons import find_named_persons, find_numbers
from ita_site.office.importer.words.signers import find_plain_signatures, find_signers

if TYPE_CHECKING:
    from ita_site.office.importer.tables.grids import Grid


def hiding_of(parts: tuple[Span | Grid, ...]) -> Hiding:
    """The filter of all that an import would leave out of a document."""
    listed = _listed(parts)
    names = (each.text for each in _find_names(parts, listed))
    numbers = (each.text for each in find_numbers(listed))
    return Hiding.of_persons(names, numbers)


def find_persons(
    parts: tuple[Span | Grid, ...], in_data: list[Span], *, with_names: bool
) -> list[Span]:
    """What tells of persons and is in no fact: their numbers, and names if not wanted."""
    listed = _listed(parts)
    taken = TakenSpans.from_spans(in_data, ())
    names = [] if with_names else _find_names(parts, listed)
    found = {(words.source.at, words.start): words for words in [*find_numbers(listed), *names]}
    return [words for _, words in sorted(found.items()) if not taken.holds(words)]


def _listed(parts: tuple[Span | Grid, ...]) -> list[Span]:
    """Each line and cell whole, whatever was read of it."""
    words = (
        each for part in parts for each in ((part,) if isinstance(part, Span) else part.words())
    )
    sources = {each.source.at: each.source for whole in words for each in whole.parts()}
    return [Span.whole(source) for source in sources.values() if source.text]


def _find_names(parts: tuple[Span | Grid, ...], listed: list[Span]) -> list[Span]:
    lines = [line for words in listed for line in words.lines()]
    paragraphs = [part for part in parts if isinstance(part, Span)]
    signers = [*find_signers(lines), *find_plain_signatures(paragraphs)]
    return [*find_named_persons(listed), *signers]
