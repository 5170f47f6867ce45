"""Every rule over every agency and each of its years."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, TypeAlias

from ita_site.rules.checks import (
    answers,
    channels,
    comparisons,
    copied,
    cut_off,
    damaged,
    dates,
    edition,
    evidence,
    indicators,
    measures,
    numbering,
    oit,
    parts,
    personal,
    progress,
    questions,
    references,
    rounds,
    said,
    scores,
    status,
    timeframes,
    year,
    years,
)
from ita_site.rules.checks.scope import AgencyScope, Scope
from ita_site.rules.checks.texts import FileScope

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from ita_site.facts.content.folder import Content
    from ita_site.facts.problems import Problem
    from ita_site.facts.reading.publication import Reading
    from ita_site.facts.thai.calendar import BEDate

Rule: TypeAlias = "Callable[[Scope], Iterator[Problem]]"
Rules: TypeAlias = "tuple[tuple[tuple[str, ...], tuple[Rule, ...]], ...]"

AGENCY_RULES: tuple[Callable[[AgencyScope], Iterator[Problem]], ...] = (
    channels.leads_somewhere,
    channels.can_be_dialled,
    dates.agency_day,
)
YEAR_RULES: Rules = (
    (
        ("year.yml",),
        (
            year.year_of_folder,
            year.edition_of_year,
            year.eit_link,
            year.eit_window,
            years.result_is_there,
            years.implemented_in_its_year,
            years.survey_of_its_year,
        ),
    ),
    (("year.yml", "assessment.yml"), (years.limitations_of_its_years, dates.paper_days)),
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
            measures.understood_timeframes,
            timeframes.within_the_year,
            timeframes.forwards,
            numbering.measures_in_order,
            numbering.points_in_order,
        ),
    ),
    (
        ("assessment.yml",),
        (
            scores.instruments_are_means,
            scores.total_is_weighted,
            scores.questions_are_means,
            scores.rating_follows,
            scores.one_score_each,
            scores.all_scores,
            indicators.name_of_its_number,
            questions.known_questions,
            questions.indicator_of_question,
        ),
    ),
    (
        ("measures.yml",),
        (measures.unique_ids, measures.something_to_show, copied.steps_of_their_own),
    ),
    (("measures.yml", "../agency.yml"), (measures.known_units,)),
    (
        ("progress.yml",),
        (
            progress.one_report_a_round,
            progress.done_says_what,
            progress.evidence_can_be_opened,
            evidence.is_encrypted,
            evidence.exists,
            said.says_what_was_done,
            copied.results_of_their_own,
            copied.results_of_their_round,
            copied.results_of_their_year,
        ),
    ),
    (("measures.yml", "progress.yml"), (progress.known_measures,)),
    (("progress.yml", "assessment.yml"), (dates.report_days,)),
    (("assessment.yml", "measures.yml", "progress.yml"), (years.no_copy,)),
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
TEXT_RULES: tuple[Callable[[FileScope], Iterator[Problem]], ...] = (
    damaged.looks_right,
    damaged.possible_thai,
    damaged.one_script,
    damaged.no_markup,
    damaged.letter_o_of_a_code,
    cut_off.said_to_the_end,
    cut_off.closed,
    said.no_stand_ins,
)
CONTENT_RULES: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    evidence.light_enough,
    evidence.without_position,
    evidence.without_author,
)

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


def check(reading: Reading, today: BEDate, content: Content | None = None) -> tuple[Problem, ...]:
    """All problems of a reading and of the files beside the pages, by place.

    `today` is the day of the build, by which the rules tell what is still to come. Without
    `content` nothing is said of those files. No message holds an identity number.
    """
    earlier: dict[str, list[str]] = {}
    for one in reading.problems:
        earlier.setdefault(one.file, []).append(f"{one.field}.")
    found = [*_between_facts(reading, today, content), *_in_texts(reading)]
    problems = [*reading.problems, *(one for one in found if not _follows(one, earlier))]
    private = list(personal.in_data(reading.sources))
    if content:
        problems += [one for rule in CONTENT_RULES for one in rule(content)]
        private += personal.in_content(content, reading.sources)
    if any(one.is_error for one in private):
        problems = [personal.discreet(one) for one in problems]
    return tuple(sorted([*problems, *private]))


def check_addresses(
    reading: Reading, addresses: frozenset[str], today: BEDate
) -> Iterator[Problem]:
    """Facts that name a page or file of this site, held against all that it consists of."""
    for agency in reading.publication.agencies:
        for facts in agency.years:
            scope = Scope(agency, facts, reading.sources, today)
            yield from oit.leads_to_pages(scope, addresses)


def _named(scope: Scope, name: str) -> str:
    return posixpath.normpath(scope.file(name))


def _follows(problem: Problem, earlier: dict[str, list[str]]) -> bool:
    """Whether it is only what a value set aside, within the same field, has left behind.

    `earlier` are the fields of the problems found in reading, by file.
    """
    return any(field.startswith(f"{problem.field}.") for field in earlier.get(problem.file, ()))


def _in_texts(reading: Reading) -> Iterator[Problem]:
    for file in reading.sources.documents:
        scope = FileScope(file, reading.sources)
        for rule in TEXT_RULES:
            yield from rule(scope)


def _between_facts(reading: Reading, today: BEDate, content: Content | None) -> Iterator[Problem]:
    faulty = reading.unsound | {problem.file for problem in reading.problems if problem.is_error}
    for agency in reading.publication.agencies:
        agency_scope = AgencyScope(agency, reading.sources, today)
        for agency_rule in AGENCY_RULES:
            yield from agency_rule(agency_scope)
        for facts in agency.years:
            scope = Scope(agency, facts, reading.sources, today, content)
            yield from _told(scope, YEAR_RULES, reading.unsound)
            yield from _told(scope, ABSENCES, faulty)


def _told(scope: Scope, rules: Rules, out_of_reach: Collection[str]) -> Iterator[Problem]:
    """What the rules find whose files are all within reach."""
    for files, listed in rules:
        if not any(_named(scope, name) in out_of_reach for name in files):
            for rule in listed:
                yield from rule(scope)
