"""From a data folder to a site's outputs: read, check, and only then build."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ita_site.checks.run import check, check_addresses
from ita_site.outputs import build
from ita_site.problems import DataError, ItaSiteError
from ita_site.reading.publication import read_publication
from ita_site.thai.calendar import BEDate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.figures.criteria import Verdicts
    from ita_site.outputs import Outputs
    from ita_site.problems import Problem


def data_dir(configured: str | None = None) -> Path:
    """The data folder: `ITA_DATA`, else the one configured, else `data`."""
    return Path(os.environ.get("ITA_DATA") or configured or "data")


def today() -> BEDate:
    """The day of the build: that of `SOURCE_DATE_EPOCH`, else today in Thailand.

    Raises:
        ItaSiteError: when that variable is not a number of seconds.
    """
    thailand = datetime.timezone(datetime.timedelta(hours=7))
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        now = datetime.datetime.fromtimestamp(int(epoch), thailand) if epoch else None
    except (ValueError, OverflowError) as error:
        message = f"SOURCE_DATE_EPOCH ต้องเป็นจำนวนวินาที ไม่ใช่ “{epoch}”"
        raise ItaSiteError(message) from error
    return BEDate.from_date((now or datetime.datetime.now(thailand)).date())


@dataclass(frozen=True, slots=True)
class Site:
    """A site ready to be written, and what an officer should still look at."""

    outputs: Outputs
    warnings: tuple[Problem, ...]


class Findings(NamedTuple):
    """What a check finds: every problem by place, and the criteria's verdicts by year.

    While there are errors there are no pages, and so no verdicts.
    """

    problems: tuple[Problem, ...]
    verdicts: Mapping[str, Verdicts]


def look(data: Path, content: Path, day: BEDate) -> Findings:
    """Check the data and the hand-written pages."""
    try:
        site = load_site(data, content if content.is_dir() else None, day)
    except DataError as error:
        return Findings(error.problems, {})
    return Findings(site.warnings, site.outputs.verdicts)


def load_site(data: Path, content: Path | None, day: BEDate) -> Site:
    """Read, check and build.

    Raises:
        DataError: with every problem, when one of them is an error.
    """
    reading = read_publication(data)
    problems = check(reading, day)
    _refuse(problems)
    outputs = build(reading.publication, day, content)
    astray = check_addresses(reading, day, outputs.addresses)
    problems = tuple(sorted([*problems, *outputs.problems, *astray]))
    _refuse(problems)
    return Site(outputs, problems)


def _refuse(problems: tuple[Problem, ...]) -> None:
    if any(problem.is_error for problem in problems):
        raise DataError(problems)
