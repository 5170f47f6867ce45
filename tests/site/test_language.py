"""Every word a reader sees is Thai, but for a few names and what the facts themselves say."""

from __future__ import annotations

import json
import re

import pytest
from bs4 import BeautifulSoup, Comment, Doctype

from tests.site.built import offences
from tests.site.project import REPOSITORY

ENGLISH = {
    *("ITA", "EIT", "IIT", "OIT", "JSON", "CSV", "SVG", "PNG", "PDF", "QR", "Atom"),
    *("LINE", "Facebook", "Service", "Git", "RSS"),
}
NOT_PROSE = "script, style, code, pre, kbd, noscript, [lang=en]"
SPOKEN = ("title", "aria-label", "placeholder", "alt")
ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+|(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/[\w./%-]*)?")


def visible_texts(soup):
    """What a reader sees or hears, without code and what is marked as English."""
    copy = BeautifulSoup(str(soup), "lxml")
    for part in copy.select(NOT_PROSE):
        part.decompose()
    for mark in copy.select("wbr"):
        mark.unwrap()
    copy.smooth()
    for text in copy.find_all(string=True):
        if not isinstance(text, Comment | Doctype):
            yield str(text)
    for name in SPOKEN:
        yield from (element[name] for element in copy.select(f"[{name}]"))


def english(texts):
    """The English words in texts, addresses and item codes left out."""
    plain = ADDRESS.sub(" ", "\n".join(texts))
    return {word for word in re.findall(r"[A-Za-z]{2,}", plain) if word not in ENGLISH}


@pytest.mark.thorough
def test_the_frame_of_no_page_speaks_english(site):
    def judge(soup):
        frame = BeautifulSoup(str(soup), "lxml")
        for part in frame.select(
            "main article, .md-nav--secondary"
        ):  # The second quotes the first.
            part.decompose()
        return english(visible_texts(frame))

    assert offences(site, judge) == []


def test_the_content_speaks_no_english_that_is_not_in_the_facts(site):
    facts = " ".join(
        file.read_text("utf-8")
        for folder in ("data", "tests/agencies", "content", "ita_site/facts/editions")
        for file in sorted((REPOSITORY / folder).rglob("*.*"))
        if file.suffix in (".yml", ".md")
    )
    known = set(re.findall(r"[A-Za-z]+", facts))
    found = {
        f"/{address}: {word}"
        for address in site.pages
        if not address.startswith(("help/", "accessibility/", "api/"))  # name keys and tools
        for word in english(visible_texts(site.article(address))) - known
    }
    assert found == set()


def test_what_scripts_say_is_thai(own):
    settings = json.loads(own.soup("").select_one("script#__config").get_text())
    said = settings["translations"]
    assert said
    assert {name: text for name, text in said.items() if text and english([text])} == {}
