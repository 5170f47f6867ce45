"""Every rule over every agency and each of its years."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, TypeAlias

from ita_site.checks import channels, edition, measures, oit, progress, references, year
from ita_site.checks.scope import AgencyScope, Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ita_site.problems import Problem
    from ita_site.reading.publication import Reading

Rule: TypeAlias = "Callable[[Scope], Iterator[Problem]]"

AGENCY_RULES: tuple[Callable[[AgencyScope], Iterator[Problem]], ...] = (
    channels.leads_somewhere,
    channels.can_be_dialled,
)
YEAR_RULES: tuple[tuple[tuple[str, ...], tuple[Rule, ...]], ...] = (
    (
        ("year.yml",),
        (year.year_of_folder, year.edition_of_year, year.eit_link, year.eit_window),
    ),
    (
        ("edition.yml",),
        (
            edition.weights_add_up,
            edition.known_instruments,
            edition.one_code_each,
            edition.own_year,
        ),
    ),
    (
        ("assessment.yml", "measures.yml"),
        (
            references.unique_codes,
            references.known_codes,
            references.known_groups,
            references.known_scores,
        ),
    ),
    (
        ("measures.yml",),
        (
            measures.unique_ids,
            measures.something_to_show,
            measures.understood_timeframes,
        ),
    ),
    (("measures.yml", "../agency.yml"), (measures.known_units,)),
    (
        ("progress.yml",),
        (progress.one_report_a_round, progress.done_says_what, progress.evidence_can_be_opened),
    ),
    (("measures.yml", "progress.yml"), (progress.known_measures,)),
    (
        ("oit.yml", "edition.yml"),
        (
            oit.listed_items,
            oit.whole_list,
            oit.can_be_opened,
            oit.titles,
            oit.places_of_their_own,
            oit.encrypted,
        ),
    ),
)
"""The rules by the files they need whole: where one could not be, references mean nothing."""


def check(reading: Reading) -> tuple[Problem, ...]:
    """All problems of a reading, those of the files and those between facts, by place."""
    earlier: dict[str, list[str]] = {}
    for found in reading.problems:
        earlier.setdefault(found.file, []).append(f"{found.field}.")
    between = [found for found in _between_facts(reading) if not _follows(found, earlier)]
    return tuple(sorted([*reading.problems, *between]))


def check_addresses(reading: Reading, addresses: frozenset[str]) -> Iterator[Problem]:
    """Facts that name a page or file of this site, held against all that it consists of."""
    for agency in reading.publication.agencies:
        for facts in agency.years:
            yield from oit.leads_to_pages(Scope(agency, facts, reading.sources), addresses)


def _named(scope: Scope, name: str) -> str:
    return posixpath.normpath(scope.file(name))


def _follows(problem: Problem, earlier: dict[str, list[str]]) -> bool:
    """Whether it is only what a value set aside, within the same field, has left behind.

    `earlier` are the fields of the problems found in reading, by file.
    """
    return any(field.startswith(f"{problem.field}.") for field in earlier.get(problem.file, ()))


def _between_facts(reading: Reading) -> Iterator[Problem]:
    for agency in reading.publication.agencies:
        agency_scope = AgencyScope(agency, reading.sources)
        for agency_rule in AGENCY_RULES:
            yield from agency_rule(agency_scope)
        for facts in agency.years:
            scope = Scope(agency, facts, reading.sources)
            for files, rules in YEAR_RULES:
                if not any(_named(scope, name) in reading.unsound for name in files):
                    for rule in rules:
                        yield from rule(scope)
