"""From a data folder to a site's outputs: read, check, and only then build."""

from __future__ import annotations

import dataclasses
import gc
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ita_site.facts.content.folder import read_content
from ita_site.facts.model.publication import Publication
from ita_site.facts.problems import DataError
from ita_site.facts.reading.publication import read_publication
from ita_site.rules.checks.run import (
    check,
    check_addresses,
    faults_of_nobody,
    is_of_agency,
    withhold_faulty,
)
from ita_site.rules.figures.pictures import pictures_of
from ita_site.site.build import build
from ita_site.site.parts.part import WHOLE, Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ita_site.facts.problems import Problem
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

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All of them, by place."""
        return tuple(sorted([*self.errors, *self.warnings]))


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
            site = _load_site(data, pages, day, None, WHOLE, keep_going=keep_going)
    except DataError as error:
        return Findings(error.problems, {})
    return Findings(site.problems, site.outputs.verdicts, site.withheld)


def load_site(  # noqa: PLR0913 - what is made, and how
    data: Path,
    content: Path | None,
    day: BEDate,
    *,
    keep_going: bool = False,
    log: Log | None = None,
    part: Part = WHOLE,
) -> Site:
    """Read, check and make every file; `log` is what changed when, where the host knows.

    With `keep_going` an agency with errors is withheld from a portal, and the others are
    built all the same. A part without what is shared tells only what is wrong with its agencies,
    and withholds them; whether the others are published is not its to say.

    Raises:
        DataError: with every problem, when one of them is an error that stops the build.
    """
    with _undisturbed():
        site = _load_site(data, content, day, log, part, keep_going=keep_going)
        return dataclasses.replace(site, outputs=site.outputs.made())


def _load_site(  # noqa: PLR0913 - as above
    data: Path,
    content: Path | None,
    day: BEDate,
    log: Log | None,
    part: Part,
    *,
    keep_going: bool,
) -> Site:
    reading = read_publication(data, part.folders)
    beside = part.content or (read_content(content) if content else None)
    problems = check(reading, day, beside, part.pictures)
    if not part.shared:
        problems = tuple(one for one in problems if is_of_agency(one, reading.publication))
    warnings = [found for found in problems if not found.is_error]
    told = _agencies_told_of(data, part)
    publication = _publishable(reading.publication, problems, part, keep_going=keep_going)

    def built() -> tuple[Outputs, tuple[Problem, ...]]:
        """What there is to publish, and the problems that only show in it."""
        outputs = build(publication, day, beside, log, part, told=told)
        published = dataclasses.replace(reading, publication=publication)
        return outputs, (*outputs.problems, *check_addresses(published, outputs.addresses, day))

    outputs, late = built()
    while _errors(late):
        problems = (*problems, *late)
        fewer = _publishable(publication, problems, part, keep_going=keep_going)
        if fewer.agencies == publication.agencies:  # even a notice would be at fault
            if part.shared:
                raise DataError(problems)
            break
        publication = fewer
        outputs, late = built()
    warnings += [found for found in late if not found.is_error]
    withheld = outputs.portal.withheld if outputs.portal else ()
    names = tuple(f"{agency.who.name} ({agency.folder})" for agency in withheld)
    listed = frozenset(beside.files if beside else ()) - _as_they_are(publication, part)
    return Site(outputs, tuple(sorted(warnings)), _errors(problems), names, listed)


def _agencies_told_of(data: Path, part: Part) -> Publication:
    """The agencies made apart of which hand-written pages tell; there they were checked as well."""
    held = {one.slug for one in part.elsewhere if one.withheld}
    read = read_publication(data, part.told).publication if part.told else Publication(())
    return Publication(
        tuple(agency for agency in read.agencies if agency.slug not in held),
        read.portal,
        tuple(agency for agency in read.agencies if agency.slug in held),
    )


def _as_they_are(publication: Publication, part: Part) -> frozenset[str]:
    """The pictures of agencies withheld, which nobody makes fit to be published."""
    held = pictures_of(publication.withheld) | part.withheld_pictures
    return held - pictures_of(publication.agencies) - part.pictures


def _publishable(
    publication: Publication, problems: tuple[Problem, ...], part: Part, *, keep_going: bool
) -> Publication:
    """What can be built: all when there is no error, else the agencies that have none."""
    errors = _errors(problems)
    if not errors:
        return publication
    sound = withhold_faulty(publication, errors)
    nobody = not sound.agencies and all(one.withheld for one in part.elsewhere)
    stops = not keep_going or nobody or faults_of_nobody(publication, errors)
    if part.shared and stops:
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
