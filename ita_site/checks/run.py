"""Every rule over every year of every agency."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ita_site.checks import measures, progress, references, year
from ita_site.checks.scope import Scope
from ita_site.editions.load import edition_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ita_site.problems import Problem
    from ita_site.reading.publication import Reading

Rule: TypeAlias = "Callable[[Scope], Iterator[Problem]]"

RULES: tuple[Rule, ...] = (
    year.year_of_folder,
    year.edition_of_year,
    year.eit_link,
    year.eit_window,
    references.unique_codes,
    references.known_codes,
    references.known_groups,
    references.known_scores,
    measures.unique_ids,
    measures.something_to_show,
    measures.understood_timeframes,
    measures.known_units,
    progress.known_measures,
    progress.one_report_a_round,
    progress.done_says_what,
    progress.evidence_can_be_opened,
)


def check(reading: Reading) -> tuple[Problem, ...]:
    """All problems of a reading, those of the files and those between facts, by place."""
    return tuple(sorted([*reading.problems, *_between_facts(reading)]))


def _between_facts(reading: Reading) -> Iterator[Problem]:
    for scope in _scopes(reading):
        for rule in RULES:
            yield from rule(scope)


def _scopes(reading: Reading) -> Iterator[Scope]:
    """The years that could be read whole; in others references no longer mean what they say."""
    for agency in reading.publication.agencies:
        for facts in agency.years:
            folder = f"{agency.folder}/{facts.year}/"
            if not any(file.startswith(folder) for file in reading.unsound):
                yield Scope(agency, facts, edition_for(facts.year), reading.sources)
