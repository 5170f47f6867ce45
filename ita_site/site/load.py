"""From a data folder to a site's outputs: read, check, and only then build."""

from __future__ import annotations

import dataclasses
import gc
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ita_site.facts.content.folder import read_content
from ita_site.facts.problems import DataError
from ita_site.facts.reading.publication import read_publication
from ita_site.rules.checks.run import check, check_addresses, faults_of_nobody, withhold_faulty
from ita_site.rules.figures.pictures import pictures_of
from ita_site.site.outputs import build

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ita_site.facts.content.folder import Content
    from ita_site.facts.model.publication import Publication
    from ita_site.facts.problems import Problem
    from ita_site.facts.reading.publication import Reading
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.rules.figures.changes.log import Log
    from ita_site.rules.figures.criteria import Verdicts
    from ita_site.site.outputs import Outputs


@dataclass(frozen=True, slots=True)
class Site:
    """A site ready to be written, and what an officer should still look at.

    `errors` are those of agencies for which a notice stands; `withheld` names these agencies.
    `content` are the hand-written pages and files by their path in their folder; no others
    may be published, for nobody has looked at them; of an agency withheld no picture is.
    """

    outputs: Outputs
    warnings: tuple[Problem, ...]
    errors: tuple[Problem, ...] = ()
    withheld: tuple[str, ...] = ()
    content: frozenset[str] = frozenset()


class Findings(NamedTuple):
    """What a check finds: every problem by place, and the criteria's verdicts by year.

    While there are errors there are no pages, and so no verdicts; unless the check keeps
    going, which leaves out the agencies in `withheld`.
    """

    problems: tuple[Problem, ...]
    verdicts: Mapping[str, Verdicts]
    withheld: tuple[str, ...] = ()


def check_site(data: Path, content: Path, day: BEDate, *, keep_going: bool = False) -> Findings:
    """Check the data and the hand-written pages."""
    try:
        pages = content if content.is_dir() or content.is_symlink() else None
        with _undisturbed():  # no file is made that no criterion asks for
            site = _load_site(data, pages, day, None, keep_going=keep_going)
    except DataError as error:
        return Findings(error.problems, {})
    problems = tuple(sorted([*site.errors, *site.warnings]))
    return Findings(problems, site.outputs.verdicts, site.withheld)


def load_site(
    data: Path,
    content: Path | None,
    day: BEDate,
    *,
    keep_going: bool = False,
    log: Log | None = None,
) -> Site:
    """Read, check and make every file; `log` is what changed when, where the host knows.

    With `keep_going` an agency with errors is withheld from a portal, and the others are
    built all the same.

    Raises:
        DataError: with every problem, when one of them is an error that stops the build.
    """
    with _undisturbed():
        site = _load_site(data, content, day, log, keep_going=keep_going)
        return dataclasses.replace(site, outputs=site.outputs.made())


def _load_site(
    data: Path, content: Path | None, day: BEDate, log: Log | None, *, keep_going: bool
) -> Site:
    reading = read_publication(data)
    beside = read_content(content) if content else None
    problems = check(reading, day, beside)
    warnings = [found for found in problems if not found.is_error]
    publication = _publishable(reading.publication, problems, keep_going=keep_going)
    outputs, late = _built(reading, publication, beside, day, log)
    while _errors(late):
        problems = (*problems, *late)
        fewer = _publishable(publication, problems, keep_going=keep_going)
        if fewer.agencies == publication.agencies:  # even a notice would be at fault
            raise DataError(problems)
        publication = fewer
        outputs, late = _built(reading, publication, beside, day, log)
    withheld = tuple(f"{agency.agency.name} ({agency.folder})" for agency in publication.withheld)
    as_they_are = pictures_of(publication.withheld) - pictures_of(publication.agencies)
    listed = frozenset(beside.files if beside else ()) - as_they_are
    return Site(outputs, tuple(sorted([*warnings, *late])), _errors(problems), withheld, listed)


def _built(
    reading: Reading,
    publication: Publication,
    content: Content | None,
    day: BEDate,
    log: Log | None,
) -> tuple[Outputs, tuple[Problem, ...]]:
    """What there is to publish, and the problems that only show in it."""
    outputs = build(publication, day, content, log)
    published = dataclasses.replace(reading, publication=publication)
    return outputs, (*outputs.problems, *check_addresses(published, outputs.addresses, day))


def _publishable(
    publication: Publication, problems: tuple[Problem, ...], *, keep_going: bool
) -> Publication:
    """What can be built: all when there is no error, else the agencies that have none."""
    errors = _errors(problems)
    if not errors:
        return publication
    sound = withhold_faulty(publication, errors)
    if not keep_going or not sound.agencies or faults_of_nobody(publication, errors):
        raise DataError(problems)
    return sound


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep the garbage collector from walking our facts again and again; none of them is garbage.

    It saves a sixth of our part of a build, and MkDocs' part is spared them as well.
    """
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.freeze()


def _errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.is_error)
