"""`mkdocs serve` while an officer edits: changes show, mistakes never cost the page."""

from __future__ import annotations

import subprocess
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.depth import thorough
from tests.publish.programs import free_port
from tests.site.project import command, copy_project, environment

if TYPE_CHECKING:
    from pathlib import Path

BOUND = 60
"""Seconds until something must have happened; nothing waits for it to pass."""

PATIENCE = 15
"""Seconds until a page that does not come counts as none."""


@dataclass
class Serve:
    """A running `mkdocs serve`, the address of its site and the file it prints to."""

    process: subprocess.Popen[bytes]
    home: str
    printed: Path

    def page(self, address):
        """A page as served now; empty when nothing answers."""
        try:
            with urllib.request.urlopen(self.home + address, timeout=PATIENCE) as answer:
                return answer.read().decode()
        except OSError:
            return ""

    def log(self):
        """What was printed so far."""
        return self.printed.read_text("utf-8")

    def until(self, condition):
        """Wait until a condition holds."""
        end = time.monotonic() + BOUND
        while not condition():
            assert self.process.poll() is None, self.log()
            assert time.monotonic() < end, self.log()
            time.sleep(0.1)


@contextmanager
def serving(project, host="mkdocs"):
    """Serve a project on a free loopback port until the end of the block."""
    port, log = free_port(), project.parent / "log"
    options = ["serve", "--livereload", "-f", "mkdocs.yml", "-a", f"127.0.0.1:{port}"]
    with log.open("wb") as out:
        process = subprocess.Popen(
            [command(host), *options],
            cwd=project,
            env=environment(PYTHONUNBUFFERED="1", ITA_PDF="on"),
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        yield Serve(process, f"http://127.0.0.1:{port}/", log)
    finally:
        process.terminate()
        process.wait()


PAGE = "2566/o42/"
TITLE = "ยืมทรัพย์สินราชการได้สะดวกและตรวจสอบได้"


@pytest.fixture
def project(tmp_path):
    """A copy of the project."""
    return copy_project(tmp_path / "project")


@pytest.fixture
def measures(project):
    """A file with the title that the tests change."""
    file = project / "data/2566/measures.yml"
    assert TITLE in file.read_text("utf-8")
    return file


def change(file, before, after):
    """Replace a text in a file everywhere."""
    file.write_text(file.read_text("utf-8").replace(before, after), "utf-8")


@pytest.mark.parametrize("host", ["mkdocs", *thorough("properdocs")])
def test_an_edit_shows_a_mistake_is_told_and_mending_it_helps(project, measures, host):
    with serving(project, host) as server:
        server.until(lambda: TITLE in server.page(PAGE))

        change(measures, TITLE, "ยืมของหลวงแล้วคืน")
        server.until(lambda: "ยืมของหลวงแล้วคืน" in server.page(PAGE))
        assert TITLE not in server.page(PAGE)

        change(measures, "steps:", "stepz:")
        server.until(lambda: "data/2566/measures.yml:" in server.log())
        assert "ข้อมูลยังเผยแพร่ไม่ได้" in server.log()
        assert "stepz" in server.log()
        assert "Traceback" not in server.log()

        change(measures, "stepz:", "steps:")
        change(measures, "ยืมของหลวงแล้วคืน", "ยืมแล้วคืนตรงเวลา")
        server.until(lambda: "ยืมแล้วคืนตรงเวลา" in server.page(PAGE))


@pytest.mark.thorough
def test_no_documents_are_printed_for_one_who_edits(project):
    with serving(project) as server:
        server.until(lambda: TITLE in server.page(PAGE))
        assert "o42.pdf" not in server.page(PAGE)
        assert "PDF" not in server.log()


@pytest.mark.thorough
def test_the_preview_is_not_kept_from_its_own_script(project):
    with serving(project) as server:
        server.until(lambda: "livereload" in server.page(PAGE))
        assert "Content-Security-Policy" not in server.page(PAGE)
        assert server.page("_headers") == ""


@pytest.mark.thorough
def test_the_last_good_page_is_served_while_the_data_is_wrong(project, measures):
    with serving(project) as server:
        server.until(lambda: TITLE in server.page(PAGE))
        change(measures, "steps:", "stepz:")
        server.until(lambda: "ข้อมูลยังเผยแพร่ไม่ได้" in server.log())
        assert TITLE in server.page(PAGE)


@pytest.mark.thorough
def test_a_new_hand_written_page_and_a_new_year_appear(project):
    with serving(project) as server:
        server.until(lambda: server.page(""))
        (project / "content/news.md").write_text("# ข่าวใหม่\n\n<!-- ita:scores -->\n", "utf-8")
        server.until(lambda: "ข่าวใหม่" in server.page("news/"))
        year = project / "data/2570"
        year.mkdir()
        (year / "year.yml").write_text("assessment_year: 2570\n", "utf-8")
        server.until(lambda: "2570" in server.page("2570/"))
