"""What one run of MkDocs holds, where it comes from, and what is said of it in the log."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from ita_site.facts.git.command import GitError
from ita_site.facts.problems import DataError, ItaSiteError, as_text
from ita_site.site.code_host import commit_url
from ita_site.site.settings import tells_changes, today

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from ita_site.rules.figures.changes.log import Log
    from ita_site.site.artifact import Document
    from ita_site.site.finished.promises import BuiltPage
    from ita_site.site.inputs import Inputs
    from ita_site.site.load import Site
    from ita_site.site.outputs import Outputs
    from ita_site.site.pdf.press import Press
    from ita_site.site.search.search import Search

log = get_plugin_logger(__name__)
LAST_STAYS = "เว็บไซต์เดิมยังอยู่ครบ"


@dataclass
class Build:
    """One run of MkDocs: what the facts gave, and what the hooks hand to one another.

    While serving, the next run begins with the site of the last one that was good.
    """

    site: Site
    data: Path
    inputs: Inputs
    search: Search | None = None
    press: Press | None = None
    set_aside: dict[str, list[str]] = field(default_factory=dict)
    pages_built: dict[str, BuiltPage] = field(default_factory=dict)

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


def report(site: Site) -> None:
    """Tell in the log what an officer should still look at, and how the criteria stand."""
    from ita_site.rules.criteria_report import summary  # noqa: PLC0415 - is there by now

    for problem in site.errors:
        log.error("%s", as_text([problem]))
    for problem in site.warnings:
        log.warning("%s", as_text([problem]))
    log.info("เกณฑ์\n%s", summary(site.outputs.verdicts))


def unpublishable(error: ItaSiteError) -> str:
    """Why nothing is built, in words for an officer."""
    if not isinstance(error, DataError):
        return str(error)
    count = sum(problem.is_error for problem in error.problems)
    return f"ข้อมูลยังเผยแพร่ไม่ได้ ต้องแก้ {count} จุด ({LAST_STAYS})\n{error}"


@contextmanager
def plainly() -> Iterator[None]:
    """What is wrong, without a traceback."""
    try:
        yield
    except ItaSiteError as error:
        raise PluginError(str(error)) from error


def print_documents(press: Press, documents: tuple[Document, ...], config: MkDocsConfig) -> None:
    """Make the PDF files of the built pages, and let Chromium go."""
    with plainly():
        press.make(documents, Path(config.site_dir), config.site_url, today().to_date())
    press.close()
    log.info("พิมพ์ PDF %d ไฟล์", len(documents))
