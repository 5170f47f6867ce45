"""Our search at 5 MB of text: `make bench`, or `python -m tests.bench.search`.

Against the theme's own and a plain scan, in Chromium, each worker in its thread as on a
page: from a query to its answer in the page. The theme's worker is Material's, with lunr
and its word cutter as `language: th` sets it up.
"""

from __future__ import annotations

import gzip
import json
import shutil
import statistics
import sys
import tempfile
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import material
from playwright.sync_api import sync_playwright

from ita_site.site.chromium.launch import find_chromium
from ita_site.site.search.search import our_worker
from ita_site.site.search.words import said_words
from tests.bench.clock import REPOSITORY, run
from tests.site.queries import QUERIES as WRITTEN
from tests.site.server import serving
from tests.site.spoken import SPOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

QUERIES = (*WRITTEN, *chain.from_iterable(SPOKEN.values()))
MEGABYTES = 5
ROUNDS = 3
MOST_MILLISECONDS = 50
THEME = Path(material.__file__).parent / "templates/assets/javascripts"
LUNR = {
    "lang": ["th"],
    "separator": r"[\s\-]+",
    "pipeline": ["stopWordFilter", "trimmer"],
    "fields": {"title": {"boost": 1000}, "text": {"boost": 1}, "tags": {"boost": 1000000}},
}
OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")

MEASURE = """async ([url, config, docs, queries, rounds, words]) => {
  const worker = new Worker(url);
  const say = (type, data, awaited) => new Promise(done => {
    worker.onmessage = ({ data }) => data.type === awaited && done(data.data);
    worker.postMessage({ type, data });
  });
  const timed = async work => {
    const start = performance.now(), given = await work();
    return [performance.now() - start, given];
  };
  const [setup] = await timed(() => say(0, { config, docs, words, options: {} }, 1));
  const answers = [];
  for (const query of queries) {
    const taken = [];
    let pages;
    for (let round = 0; round < rounds; round++) {
      const [time, { items }] = await timed(() => say(2, query, 3));
      taken.push(time);
      pages = items.length;
    }
    answers.push({ taken, pages });
  }
  worker.terminate();
  return { setup, answers };
}"""
SCAN = """([docs, queries, rounds]) => queries.map(query => {
  const taken = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    docs.filter(doc => query.split(" ").every(word => doc.text.includes(word)));
    taken.push(performance.now() - start);
  }
  return { taken };
})"""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        docs = list(_documents(folder))
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=[*OPTIONS])
        shutil.copytree(THEME, folder / "theme")
        (folder / "theme/workers/ours.js").write_bytes(our_worker().content)
        for name in ("index.html", "404.html"):
            (folder / "theme" / name).write_text("<!doctype html><title>bench</title>", "utf-8")
        with serving(folder / "theme") as home:
            page = browser.new_page()
            page.goto(home)
            _print(page, docs)


def _documents(folder: Path) -> Iterator[dict[str, str]]:
    """The pages of the demonstration, again and again at other addresses."""
    run("-m", "mkdocs", "build", "--site-dir", str(folder / "site"), folder=REPOSITORY)
    known = json.loads((folder / "site/search/search_index.json").read_text("utf-8"))["docs"]
    left = MEGABYTES * 1_000_000
    number = 0
    while left > 0:
        for entry in known:
            yield {**entry, "location": f"{number}/{entry['location']}"}
            left -= len((entry["title"] + entry["text"]).encode())
        number += 1


def _print(page: Page, docs: list[dict[str, str]]) -> None:
    (theirs,) = (path.name for path in (THEME / "workers").glob("*.min.js"))
    words = [group.resolved({}) for group in said_words()]
    ours = page.evaluate(MEASURE, ["workers/ours.js", {}, docs, QUERIES, ROUNDS, words])
    plain = {"answers": page.evaluate(SCAN, [docs, QUERIES, ROUNDS])}
    lunr = page.evaluate(MEASURE, [f"workers/{theirs}", LUNR, docs, QUERIES, ROUNDS])
    size = len(gzip.compress(our_worker().content, mtime=0))
    _line(
        f"{MEGABYTES} MB of text, {len(docs):,} sections, {len(QUERIES)} queries, {ROUNDS} rounds"
    )
    _line(f"our worker: {size:,} bytes compressed; at most {MOST_MILLISECONDS} ms a query")
    _line("")
    _line("                      ready, ms   a query, ms: median   slowest   pages found")
    _row("ours", ours)
    _row("Material's (lunr, th)", lunr)
    _row("String.includes alone", plain)
    ready, query = lunr["setup"] / ours["setup"], _median(ours) / _median(lunr)
    _line(
        f"\nTo get ready Material's takes {ready:.0f} times as long as ours. For a query ours takes"
    )
    _line(f"{query:.1f} times as long as Material's, which does not find the rest, and")
    _line(f"{_median(ours) / _median(plain):.1f} times as long as a plain scan.")


def _row(name: str, measured: dict[str, Any]) -> None:
    answers = measured["answers"]
    slowest = max(statistics.median(answer["taken"]) for answer in answers)
    pages = sum(answer.get("pages", 0) for answer in answers) or ""
    ready = f"{measured['setup']:,.0f}" if "setup" in measured else ""
    _line(f"{name:<22}{ready:>9}   {_median(measured):>19.1f}   {slowest:>7.1f}   {pages:>11}")


def _median(measured: dict[str, Any]) -> float:
    return statistics.median(statistics.median(one["taken"]) for one in measured["answers"])


def _line(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
