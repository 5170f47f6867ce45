"""Every rule over every agency and each of its years, and whose fault an error is."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeAlias

from ita_site.rules.checks import (
    agency_facts,
    content_names,
    copies,
    evidence,
    links,
    measures,
    memos,
    metrics,
    oit,
    personal,
    progress,
    references,
    scores,
    texts,
    year,
)
from ita_site.rules.checks.scope import AgencyScope, FileScope, Scope
from ita_site.rules.figures.pictures import pictures_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from ita_site.facts.content.folder import Content
    from ita_site.facts.model.publication import Publication
    from ita_site.facts.problems import Problem
    from ita_site.facts.reading.publication import Reading
    from ita_site.facts.thai.calendar import BEDate

Rule: TypeAlias = "Callable[[Scope], Iterator[Problem]]"
Rules: TypeAlias = "tuple[tuple[tuple[str, ...], tuple[Rule, ...]], ...]"

AGENCY_RULES: tuple[Callable[[AgencyScope], Iterator[Problem]], ...] = (
    agency_facts.channels_lead_somewhere,
    agency_facts.phones_can_be_dialled,
    agency_facts.looked_at_by_today,
    agency_facts.found_by_its_province,
    agency_facts.emblem_can_be_shown,
    content_names.agencies_of_their_own,
    links.agency_links,
    links.complaints_in_good_hands,
)
YEAR_RULES: Rules = (
    (
        ("year.yml",),
        (
            year.year_of_folder,
            year.edition_of_year,
            year.eit_link,
            year.eit_code,
            year.eit_window,
            year.result_is_there,
            year.implemented_in_its_year,
            year.survey_of_its_year,
            links.year_links,
            evidence.papers_exist,
            year.original_of_abridged,
        ),
    ),
    (
        ("year.yml", "assessment.yml"),
        (year.limitations_of_its_years, year.paper_days, memos.not_before_its_end),
    ),
    (("year.yml", "assessment.yml", "measures.yml"), (memos.approved_in_time,)),
    (
        ("edition.yml",),
        (
            year.edition_weights_add_up,
            year.edition_instruments_known,
            year.edition_codes_unique,
            year.edition_of_folder,
        ),
    ),
    (
        ("assessment.yml", "measures.yml"),
        (
            references.unique_codes,
            references.known_codes,
            references.known_groups,
            references.known_scores,
            measures.timeframes_understood,
            measures.timeframes_within_year,
            measures.timeframes_forwards,
            references.measures_in_order,
            references.points_in_order,
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
            scores.name_of_its_number,
            scores.known_questions,
            scores.indicator_of_question,
        ),
    ),
    (
        ("measures.yml",),
        (
            measures.unique_ids,
            measures.former_ids_are_free,
            measures.ids_of_one_measure,
            measures.something_to_show,
            copies.steps_of_their_own,
        ),
    ),
    (("measures.yml", "../agency.yml"), (measures.known_units,)),
    (
        ("progress.yml",),
        (
            progress.one_report_a_round,
            progress.done_says_what,
            evidence.can_be_opened,
            evidence.links_encrypted,
            evidence.files_exist,
            evidence.pictures_can_be_shown,
            texts.says_what_was_done,
            copies.results_of_their_own,
            copies.results_of_their_round,
            copies.results_of_their_year,
        ),
    ),
    (("measures.yml", "progress.yml"), (progress.known_measures, progress.known_targets)),
    (("progress.yml", "assessment.yml"), (year.report_days,)),
    (("assessment.yml", "measures.yml", "progress.yml"), (copies.no_copy,)),
    (
        ("oit.yml", "edition.yml"),
        (
            oit.listed_items,
            oit.whole_list,
            oit.items_can_be_opened,
            oit.official_titles,
            oit.places_of_their_own,
            oit.links_encrypted,
        ),
    ),
    (
        ("progress.yml",),
        (
            progress.never_falls_back,
            progress.nothing_came_before_the_start,
            progress.status_as_printed,
            progress.percent_as_status,
            metrics.nothing_left_blank,
            metrics.years_in_order,
            metrics.values_differ,
            progress.not_before_its_end,
        ),
    ),
    (("measures.yml", "progress.yml"), (progress.done_once_begun, progress.only_promised)),
)
"""The rules by the files they need whole: where one could not be, references mean nothing."""
TEXT_RULES: tuple[Callable[[FileScope], Iterator[Problem]], ...] = (
    texts.right_letters,
    texts.possible_thai,
    texts.one_script,
    texts.no_markup,
    texts.letter_o_of_a_code,
    texts.whole_sentences,
    texts.closed_brackets,
    texts.no_stand_ins,
)
CONTENT_RULES: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    content_names.of_their_own,
    evidence.light_enough,
    evidence.without_author,
)

ABSENCES: Rules = (
    (("measures.yml", "year.yml"), (measures.parts_of_each, measures.parts_of_all)),
    (
        ("measures.yml", "progress.yml", "year.yml"),
        (progress.something_reported, progress.each_measure_reported, progress.each_round_reported),
    ),
    (("assessment.yml", "measures.yml"), (measures.every_point_answered,)),
    (("measures.yml",), (measures.unfinished_carried_on,)),
)
"""Rules about what is not there. They need faultless files: a value set aside is not missing."""


def check(
    reading: Reading,
    today: BEDate,
    content: Content | None = None,
    shown_elsewhere: frozenset[str] = frozenset(),
) -> tuple[Problem, ...]:
    """All problems of a reading and of the files beside the pages, by place.

    `today` is the day of the build, by which the rules tell what is still to come. Without
    `content` nothing is said of those files; `shown_elsewhere` are those that the reports of
    agencies show that were not read. No message holds an identity number.
    """
    earlier: dict[str, list[str]] = {}
    for one in reading.problems:
        earlier.setdefault(one.file, []).append(f"{one.field}.")
    found = [*_between_facts(reading, today, content), *_in_texts(reading)]
    problems = [*reading.problems, *(one for one in found if not _follows(one, earlier))]
    private = [*personal.in_data(reading.sources), *personal.in_leftovers(reading.sources)]
    if content:
        problems += content.problems
        problems += [one for rule in CONTENT_RULES for one in rule(content)]
        shown = pictures_of(reading.publication.agencies) | shown_elsewhere
        problems += evidence.without_position(content, shown)
        private += personal.in_content(content, reading.sources)
    if any(one.is_error for one in private):
        problems = [personal.mask_identity_numbers(one) for one in problems]
    return tuple(sorted([*problems, *private]))


def check_addresses(
    reading: Reading, addresses: frozenset[str], today: BEDate
) -> Iterator[Problem]:
    """Facts that name a page or file of this site, held against all that it consists of."""
    for agency in reading.publication.agencies:
        for facts in agency.years:
            scope = Scope(agency, facts, reading.sources, today)
            yield from oit.leads_to_pages(scope, addresses)


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
    yield from links.portal_links(reading)
    faulty = reading.unsound | {problem.file for problem in reading.problems if problem.is_error}
    for agency in reading.publication.agencies:
        agency_scope = AgencyScope(agency, reading.sources, today, content)
        for agency_rule in AGENCY_RULES:
            yield from agency_rule(agency_scope)
        for facts in agency.years:
            scope = Scope(agency, facts, reading.sources, today, content)
            yield from _apply(scope, YEAR_RULES, reading.unsound)
            yield from _apply(scope, ABSENCES, faulty)


def _apply(scope: Scope, rules: Rules, out_of_reach: Collection[str]) -> Iterator[Problem]:
    """The problems by those rules whose files are all within reach."""
    for files, listed in rules:
        paths = (posixpath.normpath(scope.file(name)) for name in files)
        if not any(path in out_of_reach for path in paths):
            for rule in listed:
                yield from rule(scope)


def withhold_faulty(publication: Publication, errors: Iterable[Problem]) -> Publication:
    """The publication with every agency set apart in whose folder an error lies."""
    faulty = {folder for error in errors for folder in _folders(error)}
    sound = tuple(agency for agency in publication.agencies if agency.folder not in faulty)
    apart = (agency for agency in publication.agencies if agency.folder in faulty)
    withheld = sorted((*publication.withheld, *apart), key=lambda agency: agency.slug)
    return replace(publication, agencies=sound, withheld=tuple(withheld))


def faults_of_nobody(publication: Publication, errors: Iterable[Problem]) -> tuple[Problem, ...]:
    """The errors that lie in no agency's folder, such as those of `portal.yml`."""
    return tuple(error for error in errors if not is_of_agency(error, publication))


def is_of_agency(problem: Problem, publication: Publication) -> bool:
    """Whether a problem lies in the folder of one of the agencies."""
    owned = {agency.folder for agency in (*publication.agencies, *publication.withheld)}
    return not owned.isdisjoint(_folders(problem))


def _folders(problem: Problem) -> tuple[str, ...]:
    """The place of a problem and every folder it lies in."""
    path = PurePosixPath(problem.file)
    return (str(path), *map(str, path.parents))
