"""What officers do, from nothing to a site, on a machine that lacks what Windows lacks."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from ita_site import __version__
from tests.office.ooxml import docx, tbl, tr
from tests.package.test_init import OFFLINE
from tests.package.test_upgrade import commit, git, replace
from tests.site.project import REPOSITORY, contents, environment

COMMAND = (sys.executable, "-X", "warn_default_encoding", "-m", "tests.package.bare")
PLAIN = {
    "PYTHONPATH": str(REPOSITORY),
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "LC_ALL": "C",
    "LANG": "C",
    "ITA_DATA": "data",
}

IN_ASCII = ("--name", "Ban Mai", "--kind", "other", "--host", "github", "--year", "2569")
"""A command line in the machine's encoding; the files are UTF-8 nevertheless."""
IN_ROUND = ("--year", "2569", "--round", "6", "--status", "in_progress")
WORD = docx(
    tbl(
        tr("มาตรการ", "ขั้นตอน/วิธีการปฏิบัติ", "ผู้รับผิดชอบ", "ระยะเวลา"),
        tr("ปรับปรุงคู่มือประชาชน", "ทบทวนคู่มือ", "กองคลัง", "ต.ค. ๖๗ - มี.ค. ๖๘"),
    )
)


@pytest.fixture
def bare(tmp_path):
    """Runs a command in the agency's folder, which must succeed; gives what it printed."""
    folder = tmp_path / "site"
    folder.mkdir()

    def run(*arguments: str, code: int = 0) -> str:
        done = subprocess.run(
            [*COMMAND, *arguments],
            cwd=folder,
            env=environment(**OFFLINE, **PLAIN),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        said = done.stdout.decode(errors="replace")
        assert done.returncode == code, said
        assert "Traceback" not in said
        return said

    run.folder = folder
    return run


@pytest.mark.thorough
def test_from_nothing_to_a_site(bare):
    bare("init", ".", *IN_ASCII)
    (bare.folder / "report.docx").write_bytes(WORD)
    bare("import", "report.docx", "--year", "2568")
    bare("new-year", "2570", "--measures", "none")
    bare("check")
    bare("explain", "ITA203")
    bare("criteria", code=1)
    bare("diff", "data", "data")
    bare("build")
    site = contents(bare.folder / "site")
    assert "แจ้งเรื่องทุจริต" in site["index.html"].decode()
    assert "2568/index.html" in site
    bare("stage", "staged")


@pytest.mark.thorough
def test_from_a_year_to_the_next_version(bare):
    """What comes after the first day: merging, a report, what changed, the upgrade itself."""
    bare("init", ".", *IN_ASCII)
    (bare.folder / "report.docx").write_bytes(WORD)
    bare("import", "report.docx", "--year", "2569")
    assert "คู่มือ" in (bare.folder / "data/2569/measures.yml").read_text("utf-8")
    git(bare.folder, "init", "--quiet")
    commit(bare.folder)
    bare("record", "measure-1", *IN_ROUND)
    assert "in_progress" in (bare.folder / "data/2569/progress.yml").read_text("utf-8")
    assert "กำลังดำเนินการ" in bare("diff", "HEAD")
    bare("due", code=1)
    bare("new-year", "2570", "--measures", "measure-1")
    lock = bare.folder / "requirements.txt"
    lock.write_text(lock.read_text("utf-8").replace(f"=={__version__}", "==0.0.9", 1), "utf-8")
    replace(bare.folder / ".gitignore", "/.cache/\n", "/.cache/\n/private/\n")
    commit(bare.folder)
    said = bare("upgrade", "--no-compare")
    assert "0.0.9" in said
    assert f"ita-site=={__version__}" in lock.read_text("utf-8")
    assert "/private/" in (bare.folder / ".gitignore").read_text("utf-8")


@pytest.mark.thorough
def test_serving(bare):
    bare("init", ".", *IN_ASCII)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen(
        [*COMMAND, "serve", "--no-open", "--port", str(port)],
        cwd=bare.folder,
        env=environment(**OFFLINE, **PLAIN),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as serving:
        try:
            page = _wait_for(f"http://127.0.0.1:{port}/", serving)
        finally:
            serving.terminate()
    assert "แจ้งเรื่องทุจริต" in page


def _wait_for(address: str, serving: subprocess.Popen[bytes]) -> str:
    while serving.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5) as reply:
                return reply.read().decode()
        except OSError:
            time.sleep(0.2)
    pytest.fail("it ended by itself")


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("import os; os.kill(os.getpid(), 0)", "AttributeError"),
        ("import os; os.readlink('/proc/self')", "AttributeError"),
        ("import fcntl", "ModuleNotFoundError"),
        ("open('/dev/null', 'rb')", "FileNotFoundError"),
        ("open(__file__).close()", "EncodingWarning"),
        ("import pathlib; pathlib.Path(__file__).read_text()", "EncodingWarning"),
    ],
)
def test_what_is_missing_there_is_noticed_in_our_code_alone(code, error):
    ours, theirs = (_last_line(code, name) for name in ("ita_site.x", "json.x"))
    assert ours.startswith(error)
    assert not theirs.startswith(error)


def _last_line(code: str, module: str) -> str:
    """What stands last on stderr when a module runs that code."""
    names = {"__name__": module, "__file__": __file__}
    text = f"from tests.package.bare import guard; guard(); exec({code!r}, {names!r})"
    done = subprocess.run(
        [sys.executable, "-X", "warn_default_encoding", "-c", text],
        cwd=REPOSITORY,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return (done.stderr.splitlines() or [""])[-1]
