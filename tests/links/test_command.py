"""`ita-site check --links` as an officer runs it, and everything else without a network."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.depth import thorough

REPOSITORY = Path(__file__).parent.parent.parent
COMMAND = str(Path(sys.executable).with_name("ita-site"))
DEAD, ALIVE = "http://www.tuayang.example/dead", "http://www.tuayang.example/"
MOVED = "http://moved.example/"
FILES = {
    "agency.yml": f"name: ก\nkind: other\nwebsite: {ALIVE}\nsite_url: {MOVED}\n",
    "2566/measures.yml": """\
        measures:
          - {id: a, title: ก, steps: ข, units: ค, timeframe: ตลอดปีงบประมาณ, monitoring: ง}
        """,
    "2566/progress.yml": f"""\
        progress:
          - measure: a
            summary: จัดทำแล้ว 2 ครั้ง
            evidence:
              - title: ข
                url: {DEAD}
        """,
}
QUIET = {name: text.replace("http:", "https:") for name, text in FILES.items()}
REPLIES = {ALIVE: 200, DEAD: 404, MOVED: "302 http://other.example/", "http://other.example/": 200}


@pytest.fixture
def run(tmp_path, internet):
    """Runs the command in a folder of its own; a proxy is its only way to the internet."""
    internet.answer(REPLIES)

    def run(*arguments: str, **options: object):
        return subprocess.run(
            [COMMAND, "check", *arguments],
            cwd=tmp_path,
            env={**os.environ, "PYTHONWARNINGS": "error", "http_proxy": internet.proxy},
            text=True,
            timeout=120,
            check=False,
            **({"capture_output": True} | options),
        )

    return run


def test_dead_and_sold_addresses_are_warnings_at_their_places(data, run, internet, tmp_path):
    data(FILES)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/about.md").write_text(f"[ก]({DEAD})\n", "utf-8")
    result = run("--links")
    assert [line.split(": ")[:2] for line in result.stdout.splitlines()] == [
        ["content/about.md:1:5", "warning ITA611"],
        ["data/2566/progress.yml:6:14", "warning ITA373 progress[0].evidence[0].url"],
        ["data/2566/progress.yml:6:14", "warning ITA611 progress[0].evidence[0].url"],
        ["data/agency.yml:4:11", "warning ITA617 site_url"],
    ]
    assert result.stderr.splitlines()[-1] == "ต้องแก้ 0 จุด เตือน 4 จุด"
    assert result.returncode == 0
    assert internet.asked.count(f"HEAD {DEAD}") == 1


def test_they_join_the_other_problems_in_every_form(data, run):
    data({**FILES, "channels.yml": "chanels: []"})
    found = json.loads(run("--links", "--format", "json", "--lang", "en").stdout)
    assert [(entry["file"], entry["level"], entry["code"]) for entry in found] == [
        ("data/2566/progress.yml", "warning", "ITA373"),
        ("data/2566/progress.yml", "warning", "ITA611"),
        ("data/agency.yml", "warning", "ITA617"),
        ("data/channels.yml", "error", "ITA202"),
    ]
    assert "leads to another website: http://other.example/" in found[2]["what"]
    annotations = run("--links", "--format", "github").stdout.splitlines()
    assert "title=ITA202" in annotations[0]  # errors first
    assert annotations[2].startswith(
        "::warning file=data/2566/progress.yml,line=6,col=14,title=ITA611"
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--links", "--strict"], 1),
        (["--links", "soon"], 2),
        *thorough((["--links"], 0), (["--links", "5"], 0), (["--links=0"], 2)),
    ],
)
def test_they_fail_the_check_only_when_warnings_count(data, run, arguments, code):
    data(FILES)
    assert run(*arguments).returncode == code


def test_without_the_option_nobody_is_asked(data, run, internet):
    data(QUIET)
    assert run("--strict").stdout == ""
    assert internet.requests == []


@pytest.mark.parametrize(
    ("lang", "words"), [("th", "ตรวจลิงก์แล้ว"), *thorough(("en", "links asked"))]
)
def test_a_terminal_shows_how_many_are_done(data, run, lang, words):
    data({"agency.yml": FILES["agency.yml"]})
    terminal, stderr = pty.openpty()
    result = run(
        "--links", "--lang", lang, capture_output=False, stdout=subprocess.PIPE, stderr=stderr
    )
    os.close(stderr)
    shown = os.read(terminal, 65536).decode()
    os.close(terminal)
    assert [part for part in re.split("[\r\n]", shown) if part.startswith(words)] == [
        f"{words} {done}/2" for done in (1, 2)
    ]
    assert len(result.stdout.splitlines()) == 1


WATCHED = """
import os, runpy, sys

def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        print(event, arguments, file=sys.stderr, flush=True)
        os._exit(99)

sys.addaudithook(watch)
sys.argv = sys.argv[1:]
try:
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
finally:
    print("aiohttp" in sys.modules)
"""


def watched(*arguments: str, folder: Path):
    return subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments],
        cwd=folder, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "arguments", [["check"], *thorough(["check", "--strict"], ["stage", "out"])]
)
def test_the_commands_open_no_connection_of_their_own_accord(data, tmp_path, arguments):
    data(QUIET)
    result = watched("ita_site", *arguments, folder=tmp_path)
    assert (result.returncode, result.stdout) == (0, "False\n"), result.stderr


@pytest.mark.thorough
def test_a_build_opens_no_connection(tmp_path):
    site = str(tmp_path / "site")
    result = watched("mkdocs", "build", "--site-dir", site, folder=REPOSITORY)
    assert (result.returncode, result.stdout) == (0, "False\n"), result.stderr
    assert (tmp_path / "site/index.html").is_file()


@pytest.mark.usefixtures("internet")
def test_who_watches_sees_a_connection(data, tmp_path):
    data(FILES)
    result = watched("ita_site", "check", "--links", folder=tmp_path)
    assert result.returncode == 99
    assert "socket.getaddrinfo" in result.stderr
