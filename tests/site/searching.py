"""What the search answers, asked in a browser: the worker alone, and through the theme's box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.site.reader import Reader

Found = list[list[dict[str, Any]]]
"""The pages found, best first; of each the page itself and the sections that were hit."""

ASK = """async ([url, code, docs, queries]) => {
  const worker = new Worker(url ?? URL.createObjectURL(new Blob([code])));
  const answer = type => new Promise(done => worker.addEventListener("message",
    ({ data }) => data.type === type && done(data.data)));
  const say = (type, data, awaited) => {
    const answered = answer(awaited);
    worker.postMessage({ type, data });
    return answered;
  };
  if (docs) await say(0, { docs }, 1);
  const answers = [];
  for (const query of queries) answers.push((await say(2, query, 3)).items);
  worker.terminate();
  return answers;
}"""
OWN_WORKER = "new URL(JSON.parse(document.querySelector('#__config').textContent).search, location).href"

OVERLAY = "input.md-search__input"
LINKS = ".md-search-result__link"


def answers(page: Page, code: str, docs: list[dict[str, str]], *queries: str) -> list[Found]:
    """What a worker of this code finds in documents that it is given."""
    return page.evaluate(ASK, [None, code, docs, list(queries)])


def answers_of_site(window: Reader, address: str, *queries: str) -> list[Found]:
    """What the worker that a page starts finds in the index that it fetches."""
    window.open(address)
    return window.ask(ASK, [window.ask(OWN_WORKER), None, None, list(queries)])


def locations(found: Found) -> set[str]:
    """The addresses of all hits, pages and sections."""
    return {entry["location"] for page in found for entry in page}


def search(window: Reader, query: str) -> list[str]:
    """Type into the theme's box, and read the links of the whole list as they stand there."""
    box = window.page.locator(OVERLAY)
    if not box.is_visible():
        window.page.locator("header .md-header__button[for=__search]").click()
    box.fill(query)
    window.page.wait_for_function(SETTLED, arg=len(query) > 0)
    return window.ask(ALL_LINKS)


SETTLED = """() => !["พิมพ์", "กำลัง"].some(word =>
  document.querySelector(".md-search-result__meta").textContent.trim().startsWith(word))"""

ALL_LINKS = """async () => {
  const list = document.querySelector(".md-search-result__list");
  const pane = document.querySelector(".md-search__scrollwrap");
  const told = parseInt(document.querySelector(".md-search-result__meta").textContent.replace(/\\D+/, ""));
  while (told && list.children.length < told) {
    pane.scrollTo(0, pane.scrollHeight);
    await new Promise(requestAnimationFrame);
  }
  return [...list.querySelectorAll("a")].map(link => link.href);
}"""
