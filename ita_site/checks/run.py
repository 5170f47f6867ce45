"""Every rule over every agency and each of its years."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, TypeAlias

from ita_site.checks import (
    answers,
    channels,
    comparisons,
    edition,
    measures,
    oit,
    parts,
    progress,
    references,
    rounds,
    status,
    year,
)
from ita_site.checks.scope import AgencyScope, Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from ita_site.problems import Problem
    from ita_site.reading.publication import Reading
    from ita_site.thai.calendar import BEDate

Rule: TypeAlias = "Callable[[Scope], Iterator[Problem]]"
Rules: TypeAlias = "tuple[tuple[tuple[str, ...], tuple[Rule, ...]], ...]"

AGENCY_RULES: tuple[Callable[[AgencyScope], Iterator[Problem]], ...] = (
    channels.leads_somewhere,
    channels.can_be_dialled,
)
YEAR_RULES: Rules = (
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
    (
        ("progress.yml",),
        (
            status.never_falls_back,
            status.nothing_came_before_the_start,
            status.as_printed,
            comparisons.nothing_left_blank,
            comparisons.years_in_order,
            comparisons.values_differ,
            rounds.not_before_its_end,
        ),
    ),
    (("measures.yml", "progress.yml"), (status.done_once_begun, rounds.only_promised)),
)
"""The rules by the files they need whole: where one could not be, references mean nothing."""

ABSENCES: Rules = (
    (("measures.yml", "year.yml"), (parts.parts_of_each, parts.parts_of_all)),
    (
        ("measures.yml", "progress.yml", "year.yml"),
        (rounds.something_reported, rounds.each_measure_reported, rounds.each_round_reported),
    ),
    (("assessment.yml", "measures.yml"), (answers.every_point_answered,)),
    (("measures.yml",), (answers.unfinished_carried_on,)),
)
"""Rules about what is not there. They need faultless files: a value set aside is not missing."""


def check(reading: Reading, today: BEDate) -> tuple[Problem, ...]:
    """All problems of a reading, those of the files and those between facts, by place.

    `today` is the day of the build, by which the rules tell what is still to come.
    """
    between = [found for found in _between_facts(reading, today) if not _follows(found, reading)]
    return tuple(sorted([*reading.problems, *between]))


def check_addresses(
    reading: Reading, today: BEDate, addresses: frozenset[str]
) -> Iterator[Problem]:
    """Facts that name a page or file of this site, held against all that it consists of."""
    for agency in reading.publication.agencies:
        for facts in agency.years:
            yield from oit.leads_to_pages(Scope(agency, facts, reading.sources, today), addresses)


def _named(scope: Scope, name: str) -> str:
    return posixpath.normpath(scope.file(name))


def _follows(problem: Problem, reading: Reading) -> bool:
    """Whether it is only what a value set aside, within the same field, has left behind."""
    within = f"{problem.field}."
    return any(
        earlier.file == problem.file and f"{earlier.field}.".startswith(within)
        for earlier in reading.problems
    )


def _between_facts(reading: Reading, today: BEDate) -> Iterator[Problem]:
    faulty = reading.unsound | {problem.file for problem in reading.problems if problem.is_error}
    for agency in reading.publication.agencies:
        agency_scope = AgencyScope(agency, reading.sources, today)
        for agency_rule in AGENCY_RULES:
            yield from agency_rule(agency_scope)
        for facts in agency.years:
            scope = Scope(agency, facts, reading.sources, today)
            yield from _told(scope, YEAR_RULES, reading.unsound)
            yield from _told(scope, ABSENCES, faulty)


def _told(scope: Scope, rules: Rules, out_of_reach: Collection[str]) -> Iterator[Problem]:
    """What the rules find whose files are all within reach."""
    for files, listed in rules:
        if not any(_named(scope, name) in out_of_reach for name in files):
            for rule in listed:
                yield from rule(scope)
