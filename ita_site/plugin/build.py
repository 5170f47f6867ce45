"""What one run of MkDocs holds, where it comes from, and what is said of it in the log."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from ita_site.facts.git.command import GitError
from ita_site.facts.problems import DataError, ItaSiteError, as_text
from ita_site.site.code_host import commit_url
from ita_site.site.pdf.press import NO_CHROMIUM, is_wanted, open_press
from ita_site.site.search.index import Index
from ita_site.site.search.search import Search
from ita_site.site.settings import language, tells_changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from ita_site.facts.problems import Problem
    from ita_site.plugin.apart import Apart
    from ita_site.rules.figures.changes.log import Log
    from ita_site.site.finished.promises import BuiltPage
    from ita_site.site.inputs import Inputs
    from ita_site.site.load import Site
    from ita_site.site.outputs import Outputs
    from ita_site.site.pdf.press import Press

log = get_plugin_logger(__name__)
STAYS = {"th": "เว็บไซต์เดิมยังอยู่ครบ", "en": "the site that was there stays"}
NOT_YET = {
    "th": "ข้อมูลยังเผยแพร่ไม่ได้ ต้องแก้ {} จุด",
    "en": "the data cannot be published yet, to be mended: {}",
}


@dataclass(frozen=True)
class Project:
    """What all of a site is made from, as one run of MkDocs knows it.

    `log` is what changed when; `prints` whether PDF files are made where they can be.
    """

    config: MkDocsConfig
    data: Path
    inputs: Inputs
    log: Log | None
    prints: bool


@dataclass
class Build:
    """One run of MkDocs: what the facts gave, and what the hooks hand to one another.

    While serving, the next run begins with the site of the last one that was good.
    """

    site: Site
    data: Path
    inputs: Inputs
    apart: Apart | None = None
    search: Search | None = None
    press: Press | None = None
    set_aside: dict[str, list[str]] = field(default_factory=dict)
    pages_built: dict[str, BuiltPage] = field(default_factory=dict)
    files_made: list[str] = field(default_factory=list)

    @property
    def outputs(self) -> Outputs:
        """Everything the site consists of."""
        return self.site.outputs

    @cached_property
    def pages(self) -> frozenset[str]:
        """The paths of the generated pages."""
        return frozenset(artifact.path for artifact in self.outputs.artifacts if artifact.is_page)


def read_history(data: Path, config: MkDocsConfig) -> Log | None:
    """What changed when; a history that is not whole, or not to be read, is told in the log."""
    if not tells_changes():
        return None
    from ita_site.history.changelog import read_log  # noqa: PLC0415 - only who tells needs it

    repo, edit = (config.repo_url or "").rstrip("/"), config.edit_uri or ""
    try:
        found = read_log(data, lambda commit: commit_url(repo, edit, commit))
    except GitError as error:
        log.info("ไม่มีหน้าข้อมูลที่เปลี่ยน เพราะอ่านประวัติของ git ไม่ได้: %s", error)
        return None
    if found and found.shallow:
        log.info("ประวัติของ git ในสำเนานี้ไม่ครบ หน้าข้อมูลที่เปลี่ยนจึงไม่ครบด้วย (ใช้ git fetch --unshallow)")
    return found


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


def make_ready(choice: str) -> Press | None:
    """What prints PDF files, as chosen; that there is none to be had is told."""
    with plainly():
        press = open_press(choice)
    if not press and is_wanted(choice):
        log.info("%s", NO_CHROMIUM)
    return press


def open_search(config: MkDocsConfig, outputs: Outputs) -> Search | None:
    """What takes in the pages, for our search; None where the project has none."""
    if not config.extra["ita_search"]:
        return None
    with plainly():
        index = Index(outputs.agencies, outputs.made_pages, outputs.landmarks, outputs.places)
        return Search(config.theme.dirs, index)


@contextmanager
def plainly() -> Iterator[None]:
    """What is wrong, without a traceback."""
    try:
        yield
    except ItaSiteError as error:
        raise PluginError(str(error)) from error
