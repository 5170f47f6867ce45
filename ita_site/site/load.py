"""From a data folder to a site's outputs: read, check, and only then build."""

from __future__ import annotations

import dataclasses
import datetime
import gc
import os
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ita_site.facts.content.folder import read_content
from ita_site.facts.git.revision import revision
from ita_site.facts.problems import DataError, ItaSiteError
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.checks.faults import faults_of_nobody, withhold_faulty
from ita_site.rules.checks.run import check, check_addresses
from ita_site.site.manifest import About, Identity
from ita_site.site.outputs import build

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.facts.model.publication import Publication
    from ita_site.facts.problems import Problem
    from ita_site.facts.reading.publication import Reading
    from ita_site.rules.figures.changes.log import Log
    from ita_site.rules.figures.criteria import Verdicts
    from ita_site.site.outputs import Outputs

THAILAND = datetime.timezone(datetime.timedelta(hours=7))
ANSWERS = {"": None, "0": False, "false": False, "no": False, "1": True, "true": True, "yes": True}


def data_dir(configured: str | None = None, project: Path | None = None) -> Path:
    """The data folder: `ITA_DATA`, else the one configured, else `data`.

    `ITA_DATA` is relative to where one stands, as every path that is typed; the others are
    relative to the folder of the `project`'s settings, where there is one. The path is as
    short as messages are to name it: relative to where one stands, when it lies below.
    """
    if typed := os.environ.get("ITA_DATA"):
        return Path(typed)
    folder = Path(configured or "data")
    return folder if project is None else _as_seen_from_here(project / folder)


def _as_seen_from_here(path: Path) -> Path:
    """Neither `..` nor a link is followed: the name stays the officer's own."""
    whole, here = Path(os.path.abspath(path)), Path.cwd()  # noqa: PTH100 - `resolve` follows links
    return whole.relative_to(here) if whole.is_relative_to(here) else whole


def keeps_going(asked: bool) -> bool:  # noqa: FBT001 - the one thing it is about
    """Whether one agency's faulty data lets the others be built: `ITA_KEEP_GOING`, else as asked.

    Raises:
        ItaSiteError: when that variable is neither yes nor no.
    """
    said = os.environ.get("ITA_KEEP_GOING", "")
    if said not in ANSWERS:
        message = f"ITA_KEEP_GOING ต้องเป็น 1 หรือ 0 ไม่ใช่ “{said}”"
        raise ItaSiteError(message)
    return asked if ANSWERS[said] is None else bool(ANSWERS[said])


def tells_changes() -> bool:
    """Whether pages may tell what changed when, where a history is known: `ITA_LOG`, else yes.

    Raises:
        ItaSiteError: when that variable is neither on nor off.
    """
    said = os.environ.get("ITA_LOG", "on")
    if said not in ("on", "off"):
        message = f"ITA_LOG ต้องเป็น on หรือ off ไม่ใช่ “{said}”"
        raise ItaSiteError(message)
    return said == "on"


def today() -> BEDate:
    """The day of the build: that of `SOURCE_DATE_EPOCH`, else today in Thailand.

    Raises:
        ItaSiteError: when that variable is not a number of seconds.
    """
    epoch = source_date_epoch()
    now = datetime.datetime.now(THAILAND)
    moment = now if epoch is None else datetime.datetime.fromtimestamp(epoch, THAILAND)
    return BEDate.from_date(moment.date())


def source_date_epoch() -> int | None:
    """The moment of `SOURCE_DATE_EPOCH` in seconds since 1970; None where it is not set.

    Raises:
        ItaSiteError: when that variable is not a number of seconds.
    """
    said = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        epoch = int(said) if said else None
        datetime.datetime.fromtimestamp(epoch or 0, THAILAND)
    except (ValueError, OverflowError) as error:
        message = f"SOURCE_DATE_EPOCH ต้องเป็นจำนวนวินาที ไม่ใช่ “{said}”"
        raise ItaSiteError(message) from error
    return epoch


@dataclass(frozen=True, slots=True)
class Site:
    """A site ready to be written, and what an officer should still look at.

    `errors` are those of agencies for which a notice stands; `withheld` names these agencies.
    """

    outputs: Outputs
    warnings: tuple[Problem, ...]
    errors: tuple[Problem, ...] = ()
    withheld: tuple[str, ...] = ()


def about(site: Site, data: Path, url: str | None) -> About:
    """What a built site's manifest says of it; `url` is where it will stand, as the host knows.

    Raises:
        ItaSiteError: when SOURCE_DATE_EPOCH is not a number of seconds.
    """
    withheld = site.outputs.portal.withheld if site.outputs.portal else ()
    return About(
        Identity(_name(site.outputs), url or site.outputs.site_url),
        revision(data),
        source_date_epoch(),
        sample=site.outputs.frame.sample,
        errors=len(site.errors),
        withheld=tuple(view.facts.agency.name for view in withheld),
    )


def _name(outputs: Outputs) -> str:
    """Whose site it is; agencies of one name are told apart by where they are."""
    if outputs.portal:
        return outputs.portal.facts.name
    agency = outputs.views[0].facts.agency
    return " ".join(part for part in (agency.name, agency.district, agency.province) if part)


class Findings(NamedTuple):
    """What a check finds: every problem by place, and the criteria's verdicts by year.

    While there are errors there are no pages, and so no verdicts; unless the check keeps
    going, which leaves out the agencies in `withheld`.
    """

    problems: tuple[Problem, ...]
    verdicts: Mapping[str, Verdicts]
    withheld: tuple[str, ...] = ()


def look(data: Path, content: Path, day: BEDate, *, keep_going: bool = False) -> Findings:
    """Check the data and the hand-written pages."""
    try:
        pages = content if content.is_dir() else None
        site = load_site(data, pages, day, keep_going=keep_going)
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
    """Read, check and build; `log` is what changed when, where the host knows.

    With `keep_going` an agency with errors is withheld from a portal, and the others are
    built all the same.

    Raises:
        DataError: with every problem, when one of them is an error that stops the build.
    """
    with _undisturbed():
        return _load_site(data, content, day, log, keep_going=keep_going)


def _load_site(
    data: Path, content: Path | None, day: BEDate, log: Log | None, *, keep_going: bool
) -> Site:
    reading = read_publication(data)
    problems = check(reading, day, read_content(content) if content else None)
    warnings = [found for found in problems if not found.is_error]
    publication = _publishable(reading.publication, problems, keep_going=keep_going)
    outputs, late = _built(reading, publication, content, day, log)
    while _errors(late):
        problems = (*problems, *late)
        fewer = _publishable(publication, problems, keep_going=keep_going)
        if fewer.agencies == publication.agencies:  # even a notice would be at fault
            raise DataError(problems)
        publication = fewer
        outputs, late = _built(reading, publication, content, day, log)
    withheld = tuple(f"{agency.agency.name} ({agency.folder})" for agency in publication.withheld)
    return Site(outputs, tuple(sorted([*warnings, *late])), _errors(problems), withheld)


def _built(
    reading: Reading,
    publication: Publication,
    content: Path | None,
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
