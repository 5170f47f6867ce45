"""What is said of a build in its log, or where it fails."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from ita_site.facts.problems import DataError, ItaSiteError, as_text
from ita_site.site.settings import language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.problems import Problem
    from ita_site.site.load import Site

log = get_plugin_logger(__name__)
STAYS = {"th": "เว็บไซต์เดิมยังอยู่ครบ", "en": "the site that was there stays"}
NOT_YET = {
    "th": "ข้อมูลยังเผยแพร่ไม่ได้ ต้องแก้ {} จุด",
    "en": "the data cannot be published yet, to be mended: {}",
}


def last_stays() -> str:
    """That the site of the last build is as it was."""
    return STAYS[language()]


def as_told(problems: Iterable[Problem]) -> str:
    """Problems in the language that the build is to speak."""
    return as_text(problems, language())


def report(site: Site) -> None:
    """Tell in the log what an officer should still look at, and how the criteria stand."""
    from ita_site.rules.criteria_report import summary, total  # noqa: PLC0415 - is there by now

    for problem in site.errors:
        log.error("%s", as_told([problem]))
    for problem in site.warnings:
        log.warning("%s", as_told([problem]))
    made = site.outputs.verdicts
    portal = site.outputs.portal
    years = [year for agency in portal.agencies for year in agency.years] if portal else []
    if len(years) > len(made):  # those of agencies made apart as well
        log.info("เกณฑ์\n%s", total(sum(year.all_met for year in years), len(years), language()))
    else:
        log.info("เกณฑ์\n%s", summary(made, language()))


def unpublishable(error: ItaSiteError) -> str:
    """Why nothing is built, in words for an officer."""
    if not isinstance(error, DataError):
        return str(error)
    count = sum(problem.is_error for problem in error.problems)
    return f"{NOT_YET[language()].format(count)} ({last_stays()})\n{as_told(error.problems)}"


@contextmanager
def plainly() -> Iterator[None]:
    """What is wrong, without a traceback."""
    try:
        yield
    except ItaSiteError as error:
        raise PluginError(str(error)) from error
