"""Sites built once for all workers, a server for them, and a browser."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from ita_site.history.changelog import read_log
from ita_site.site.load import load_site
from tests.depth import thorough
from tests.review.proposal import Clone, git
from tests.site.built import Built
from tests.site.project import PORTAL, REPOSITORY, TODAY, UDON_THANI, copy_project, mkdocs
from tests.site.reader import reader
from tests.site.server import serving

if TYPE_CHECKING:
    from pathlib import Path

PORTAL_FILE = """\
name: รวมสองหน่วยงาน
description: หน่วยงานสมมติหนึ่ง หน่วยงานจริงหนึ่ง
site_url: https://ita.test.example/
colour: "#3d1a5c"
"""


@pytest.fixture(scope="session")
def build_site(once):
    """Builds a project strictly with a data folder, as named in its settings."""

    def build(
        name: str, data: str, project: Path = REPOSITORY, *options: str, told: bool = False
    ) -> Built:
        def make(folder: Path) -> str:
            env = {"ITA_DATA": data, "ITA_LOG": "on" if told else "off"}
            return mkdocs(project, folder, *options, **env).succeeded().log

        folder, log = once(f"site-{name}", make)
        history = read_log(project / data) if told else None
        outputs = load_site(project / data, project / "content", TODAY, log=history).outputs
        return Built(folder, log, outputs)

    return build


@pytest.fixture(scope="session")
def own(build_site) -> Built:
    """This repository's own site: a fictional municipality, three years."""
    return build_site("own", "data")


@pytest.fixture(scope="session")
def udon_thani(build_site) -> Built:
    """A real municipality's facts; its document holds no report."""
    return build_site("udon-thani", UDON_THANI, REPOSITORY, "--no-strict")


@pytest.fixture(scope="session")
def portal(build_site) -> Built:
    """A portal of the real agencies; each document lacks something."""
    return build_site("portal", PORTAL, REPOSITORY, "--no-strict")


@pytest.fixture(scope="session")
def mixed(build_site, once) -> Built:
    """A portal of a fictional and a real agency, with name, address and the log of three days."""
    project, _ = once("mixed-project", _remember)
    return build_site("mixed", "data", project, "--no-strict", told=True)


NOT_BEGUN, BEGUN = (
    f"newcomer-briefing\n    round: 6\n    status: {status}"
    for status in ("not_started", "in_progress")
)


def _remember(project: Path) -> str:
    _mix(project)
    officer, later = Clone(project), project / "udon-thani"
    git(project, "init", "--quiet")
    shutil.move(project / "data/udon-thani", later)
    officer.edit("data/tuayang/channels.yml", ("acknowledge_days: 5", "acknowledge_days: 7"))
    officer.edit("data/tuayang/2569/progress.yml", (BEGUN, NOT_BEGUN))
    git(project, "add", "data")
    git(project, "commit", "--quiet", "--message", "แรก", day="2026-11-16")
    shutil.move(later, project / "data")
    officer.edit("data/tuayang/channels.yml", ("acknowledge_days: 7", "acknowledge_days: 5"))
    officer.commit(day="2026-11-17")
    officer.edit("data/tuayang/2569/progress.yml", (NOT_BEGUN, BEGUN))
    officer.commit(day="2026-11-18")
    return ""


def _mix(project: Path) -> str:
    copy_project(project)
    shutil.move(project / "data", project / "tuayang")
    (project / "data").mkdir()
    shutil.move(project / "tuayang", project / "data/tuayang")
    shutil.copytree(REPOSITORY / UDON_THANI, project / "data/udon-thani")
    (project / "data/portal.yml").write_text(PORTAL_FILE, "utf-8")
    about = project / "content/about.md"
    text = about.read_text("utf-8").replace("<!-- ita:summary", "<!-- ita:summary agency=tuayang")
    about.write_text(text, "utf-8")
    return ""


SITES = ("own", "portal", *thorough("udon_thani", "mixed"))


@pytest.fixture(params=SITES)
def site(request) -> Built:
    """Each of the sites in turn."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def visit(browser):
    """Opens windows on a built site: `visit(built, screen)`."""
    open_now = []

    def open_window(home: str, screen, *, scripts: bool = True):
        window = reader(browser, home, screen, scripts=scripts)
        open_now.append(window)
        return window

    yield open_window
    for window in open_now:
        window.context.close()


@pytest.fixture(scope="session")
def own_home(own):
    """Where the repository's own site is served."""
    with serving(own.folder) as home:
        yield home


@pytest.fixture(scope="session")
def udon_thani_home(udon_thani):
    """Where Udon Thani's site is served."""
    with serving(udon_thani.folder) as home:
        yield home


@pytest.fixture(scope="session")
def portal_home(portal):
    """Where the portal of the real agencies is served."""
    with serving(portal.folder) as home:
        yield home


@pytest.fixture(scope="session")
def mixed_home(mixed):
    """Where the portal of two agencies is served."""
    with serving(mixed.folder) as home:
        yield home
