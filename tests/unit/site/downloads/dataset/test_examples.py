"""`/api/`: its examples run as they stand there, against the files of the site."""

from __future__ import annotations

import functools
import http.server
import re
import subprocess
import sys
import threading

import duckdb
import pytest
from bs4 import BeautifulSoup

from tests.unit.site.downloads.dataset.conftest import HOME, publish


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def address(portal):
    """Where the portal's files are served."""
    handler = functools.partial(Quiet, directory=str(portal.folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def page(published) -> BeautifulSoup:
    files = {artifact.path: artifact for artifact in published.outputs.artifacts}
    return BeautifulSoup(files["api/index.md"].content.decode(), "lxml")


def examples(published, kind: str) -> list[str]:
    found = [code.get_text() for code in page(published).select(f'[data-example="{kind}"]')]
    assert found
    return found


def test_every_address_can_be_fetched_as_the_page_says(portal, address, tmp_path):
    lines = [line for text in examples(portal, "curl") for line in text.splitlines()]
    commands = [line.split() for line in lines if line.startswith("curl")]
    assert len(commands) > 50
    assert all(line.startswith(("curl -O ", "# ")) for line in lines if line.strip())
    urls = [url.replace(HOME, address) for *_, url in commands]
    done = subprocess.run(
        ["curl", "--fail", "--silent", "--show-error", "--remote-name-all", *urls],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    offered = {url.removeprefix(HOME) for *_, url in commands}
    of_all = {path for path in portal.outputs.addresses if re.match(r"data/[^/]+$", path)}
    assert of_all <= offered


@pytest.mark.parametrize("kind", ["python", "pandas"])
def test_python_runs(portal, address, kind):
    (code,) = examples(portal, kind)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code.replace(HOME, address)],
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "not_reported" in done.stdout


def test_three_questions_over_all_agencies_are_answered_in_a_line_each(portal):
    (text,) = examples(portal, "duckdb")
    questions = [line for line in text.splitlines() if line.startswith("SELECT")]
    assert len(questions) == 3
    with duckdb.connect() as connection:
        connection.execute(f"SET file_search_path = '{portal.folder / 'data'}'")
        answers = [connection.sql(question).fetchall() for question in questions]
    standings, unreported, _ = answers
    assert (2568, "not_reported") in {row[:2] for row in standings}
    assert len(unreported) > 1
    assert all(len(answer) for answer in answers)


def test_they_are_answered_for_an_agency_alone_from_csv(alone):
    (text,) = examples(alone, "duckdb")
    with duckdb.connect() as connection:
        connection.execute(f"SET file_search_path = '{alone.folder / 'data'}'")
        for question in (line for line in text.splitlines() if line.startswith("SELECT")):
            connection.sql(question).fetchall()


def test_r_and_power_query_name_the_address_and_close_what_they_open(portal):
    for kind in ("r", "power-query"):
        (code,) = examples(portal, kind)
        assert f"{HOME}data/measures.csv" in code
        bare = re.sub(r'"[^"]*"', "", code)
        assert all(bare.count(one) == bare.count(two) for one, two in ("()", "[]"))
    assert re.fullmatch(r"\s*let\n(?: +\w+ = .+,\n)+ +\w+ = .+[^,]\nin\n +\w+\s*", code)


def test_who_licenses_and_whom_to_ask_is_said(portal, alone):
    text = page(portal).get_text(" ")
    assert "ครีเอทีฟคอมมอนส์ แสดงที่มา 4.0" in text
    assert "data@tuayang.example" in text
    assert "หน่วยงานยังไม่ได้ระบุ" in page(alone).get_text(" ")


def test_names_that_are_code_stay_words(tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    name = "<script>evil</script> `code` {{ 1 }}"
    (data / "agency.yml").write_text(f"name: '{name}'\nkind: other\n", "utf-8")
    made = page(publish(data, tmp_path / "site"))
    assert made.find_all("script") == []
    assert name in made.get_text()
