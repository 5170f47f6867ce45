"""What one run of MkDocs holds, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from ita_site.facts.git.command import GitError
from ita_site.plugin.messages import plainly
from ita_site.site.code_host import commit_url
from ita_site.site.pdf.press import NO_CHROMIUM, is_wanted, open_press
from ita_site.site.search.index import Index
from ita_site.site.search.search import Search
from ita_site.site.settings import tells_changes

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from ita_site.plugin.apart import Apart
    from ita_site.rules.figures.changes.log import Log
    from ita_site.site.finished.promises import BuiltPage
    from ita_site.site.inputs import Inputs
    from ita_site.site.load import Site
    from ita_site.site.outputs import Outputs
    from ita_site.site.pdf.press import Press

log = get_plugin_logger(__name__)


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
