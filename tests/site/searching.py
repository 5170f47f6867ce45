"""What the search answers, asked in a browser: the worker alone, and through the theme's box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.site.reader import Reader

Found = list[list[dict[str, Any]]]
"""The pages found, best first; of each the page itself and the sections that were hit."""

ASK = """async ([url, code, index, queries]) => {
  const worker = new Worker(url ?? URL.createObjectURL(new Blob([code])));
  const answer = type => new Promise(done => worker.addEventListener("message",
    ({ data }) => data.type === type && done(data.data)));
  const say = (type, data, awaited) => {
    const answered = answer(awaited);
    worker.postMessage({ type, data });
    return answered;
  };
  if (index) await say(0, index, 1);
  const answers = [];
  for (const query of queries) answers.push((await say(2, query, 3)).items);
  worker.terminate();
  return answers;
}"""
OWN_WORKER = """new URL(
  JSON.parse(document.querySelector("#__config").textContent).search, location).href"""


BOX = "input.md-search__input"
META = ".md-search-result__meta"
LINKS = ".md-search-result__link"
NOTHING_ASKED = "พิมพ์คำที่อยากรู้"


def answers(
    page: Page, code: str, docs: list[dict[str, str]], *queries: str, words: object = None
) -> list[Found]:
    """What a worker of this code finds in documents that it is given."""
    return page.evaluate(ASK, [None, code, {"docs": docs, "words": words}, list(queries)])


def answers_of_site(window: Reader, address: str, *queries: str) -> list[Found]:
    """What the worker that a page starts finds in the index that it fetches."""
    window.open(address)
    return window.ask(ASK, [window.ask(OWN_WORKER), None, None, list(queries)])


def locations(found: Found) -> set[str]:
    """The addresses of all hits, pages and sections."""
    return {entry["location"] for page in found for entry in page}


def search(window: Reader, query: str) -> list[str]:
    """Write into the theme's box; gives the links of the whole list as they stand there."""
    write(window, query)
    window.page.wait_for_function(f"asked => {IS_EMPTY} !== asked", arg=True)
    return window.ask(ALL_LINKS)


def write(window: Reader, query: str) -> None:
    """Write into the emptied box, without waiting for an answer."""
    box = window.page.locator(BOX)
    if not box.is_visible():
        window.page.locator("header .md-header__button[for=__search]").click()
    box.fill("")
    window.page.wait_for_function(f"() => {IS_EMPTY}")
    box.fill(query)


IS_EMPTY = f"document.querySelector('{META}').textContent.startsWith('{NOTHING_ASKED}')"

ALL_LINKS = """async () => {
  const list = document.querySelector(".md-search-result__list");
  const pane = document.querySelector(".md-search__scrollwrap");
  const count = () => document.querySelector(".md-search-result__meta").textContent.match(/\\d+/);
  // The answer to the emptied box may come late, and counts as none of the word asked since.
  if (!count()) await new Promise(done => setTimeout(done, 300));
  const told = count();
  while (told && list.children.length < told[0]) {
    pane.scrollTo(0, pane.scrollHeight);
    await new Promise(requestAnimationFrame);
    pane.scrollTo(0, 0);
    await new Promise(requestAnimationFrame);
  }
  return [...list.querySelectorAll("a")].map(link => link.href);
}"""
