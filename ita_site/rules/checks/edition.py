"""Rules about an edition an agency states itself: it must be whole, as those shipped are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.problems import Problem
    from ita_site.facts.strict_yaml.document import Path
    from ita_site.rules.checks.scope import Scope

FILE = "edition.yml"
WHOLE = 100


def weights_add_up(scope: Scope) -> Iterator[Problem]:
    """The instruments' weights are parts of a hundred."""
    total = sum(instrument.weight for instrument in scope.edition.instruments)
    if total != WHOLE:
        yield scope.problem("ITA407", FILE, ("instruments",), value=str(total))


def known_instruments(scope: Scope) -> Iterator[Problem]:
    """An indicator belongs to an instrument there is."""
    known = [instrument.code for instrument in scope.edition.instruments]
    for at, indicator in enumerate(scope.edition.indicators):
        if indicator.instrument not in known:
            path = ("indicators", at, "instrument")
            details = {"value": indicator.instrument, "choices": ", ".join(known)}
            yield scope.problem("ITA408", FILE, path, **details)


def one_code_each(scope: Scope) -> Iterator[Problem]:
    """What is referred to by a code has it alone."""
    for path, codes in _codes(scope):
        for code, count in Counter(codes).items():
            if count > 1:
                yield scope.problem("ITA409", FILE, path, value=code)


def _codes(scope: Scope) -> Iterator[tuple[Path, Iterable[str]]]:
    edition = scope.edition
    items = edition.items.measures, edition.items.results
    yield ("items",), (item.slug for item in items)
    yield ("items",), (criterion.id for item in items for criterion in item.criteria)
    yield ("instruments",), (instrument.code for instrument in edition.instruments)
    yield ("indicators",), (str(indicator.no) for indicator in edition.indicators)
    yield ("topics",), (topic.id for topic in edition.topics)
    yield ("oit", "items"), (entry.code for entry in (edition.oit.items if edition.oit else ()))


def own_year(scope: Scope) -> Iterator[Problem]:
    """An edition is that of the folder it stands in."""
    if scope.edition.year != scope.year.year and scope.file(FILE) in scope.sources.documents:
        details = {"value": str(scope.edition.year), "folder": str(scope.year.year)}
        yield scope.problem("ITA410", FILE, ("year",), **details)
