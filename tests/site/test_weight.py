"""What a first visit costs, as a phone on a slow network counts it."""

from __future__ import annotations

import gzip
from collections import Counter
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.site.reader import PHONE
from tests.site.searching import search
from tests.site.server import Handler

if TYPE_CHECKING:
    from collections.abc import Iterator

BUDGET = 62_000
"""Bytes, compressed, of everything that a first visit of an item page asks for."""
BUDGETS = {"": BUDGET, "2566/o43/": BUDGET, "2566/o42/": BUDGET, "complaints/": BUDGET - 5_000}
THEME = "assets/javascripts/bundle."
PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml"}


class Counting(Handler):
    """Sends files compressed, as the servers of the README do, and counts what it sent.

    The browser cannot be asked: what workers load, it reports as nothing.
    """

    sent: Counter[str]

    def do_GET(self) -> None:  # noqa: N802 - http.server names it
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        body = file.read_bytes()
        packed = file.suffix in PACKED
        body = gzip.compress(body, 6, mtime=0) if packed else body
        self.sent[self.path.lstrip("/")] += len(body)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def counting(folder: Path) -> Iterator[tuple[str, Counter[str]]]:
    """Serve a folder; gives the address of its root, and what was sent from it by path."""
    sent: Counter[str] = Counter()
    handler = partial(type("Own", (Counting,), {"sent": sent}), directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/", sent
        finally:
            server.shutdown()
            thread.join()


def told(sent: Counter[str]) -> str:
    """One line for each file, the heaviest first."""
    lines = [f"{size:>7} {path}" for path, size in sent.most_common()]
    return "\n".join([f"{sent.total():>7} in all", *lines])


@pytest.mark.parametrize("address", BUDGETS)
def test_a_first_visit_stays_within_its_budget(visit, own, address):
    with counting(own.folder) as (home, sent):
        window = visit(home, PHONE)
        window.open(address)
        window.page.wait_for_load_state("networkidle")
    assert sent[address] > 0
    assert sum(path.endswith(".woff2") for path in sent) == 4
    assert sent.total() <= BUDGETS[address], told(sent)
    assert sent.total() > BUDGETS[address] * 0.85, f"lower the budget:\n{told(sent)}"


def test_the_themes_script_and_the_index_come_when_somebody_searches(visit, own):
    with counting(own.folder) as (home, sent):
        window = visit(home, PHONE)
        window.open("2566/o43/")
        window.page.wait_for_load_state("networkidle")
        assert not any(path.startswith(THEME) or "search_index" in path for path in sent)
        assert search(window, "ร้องเรียน")
        assert [size for path, size in sent.items() if path.startswith(THEME)] != []
        assert sent["search/search_index.json"] > 0
    assert window.complaints == []


def test_whoever_types_before_the_theme_is_there_is_answered_nonetheless(visit, own_home):
    window = visit(own_home, PHONE)
    waiting = []
    window.page.route("**/bundle.*.js", lambda route: waiting.append(route))  # noqa: PLW0108 - Playwright asks a handler for its parameters
    window.open("2566/o43/")
    window.page.locator("header .md-header__button[for=__search]").click()
    window.page.locator(".md-search__input").fill("ยืมทรัพย์สินราชการ")
    [theme] = waiting
    theme.continue_()
    window.page.locator(".md-search-result__link").first.wait_for(state="visible")


def test_every_picture_on_a_page_has_its_size_and_waits_until_it_is_near(site):
    for address, soup in site.soups():
        for picture in soup.select("main img"):
            assert {"width", "height"} <= set(picture.attrs), (address, picture)
            assert picture["loading"] == "lazy", (address, picture)
