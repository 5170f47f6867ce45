"""The lines a phone really makes of the pages, held against a dictionary: no word is torn."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest
from pythainlp.corpus.common import thai_words
from pythainlp.tokenize import word_tokenize

from tests.site.reader import PHONE

if TYPE_CHECKING:
    from collections.abc import Iterator

LINES = r"""() => {
  const found = [], range = document.createRange();
  let block, text = "", ends = [], last;
  const close = () => {
    if (ends.length) found.push([text, ends]);
    text = "", ends = [], last = undefined;
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; node = texts.nextNode();) {
    let own = node.parentElement;
    while (getComputedStyle(own).display === "inline") own = own.parentElement;
    if (own.clientWidth < 40 || own.closest("svg, .md-sidebar, .md-search")) continue;
    if (own !== block) { close(); block = own; }
    [...node.data].forEach((letter, at) => {
      range.setStart(node, at), range.setEnd(node, at + 1);
      const box = [...range.getClientRects()].pop();
      if (box?.width && !/[\sัิ-ฺ็-๎]/.test(letter)) {
        if (box.bottom > last + 8) ends.push(text.length);
        last = box.bottom;
      }
      text += letter;
    });
  }
  close();
  return found;
}"""
"""The texts of a page that take several lines, and where each line after the first begins."""
THAI = re.compile("[ก-ฮะ-ฺเ-๎]")
THAI_RUN = re.compile("[ก-ฮะ-ฺเ-๎]+")
LONGEST = 30


@cache
def dictionary() -> frozenset[str]:
    return frozenset(thai_words())


def parts_at(text: str, end: int) -> tuple[str, str] | None:
    """What stands on both sides where a line ends within a word; None where it ends between two.

    Each side has the two words next to it as well: ทุ|กราย reads as ทุก|ราย.
    """
    run = next(found for found in THAI_RUN.finditer(text) if found.end() > end)
    cut, starts, run = end - run.start(), [0], run[0]
    for word in word_tokenize(run, engine="newmm"):
        starts.append(starts[-1] + len(word))
    if cut in starts:
        return None
    after = bisect(starts, cut)
    return run[starts[max(0, after - 3)] : cut], run[cut : starts[min(len(starts) - 1, after + 2)]]


def is_of_whole_words(text: str) -> bool:
    """Whether a text is nothing but words: then a compound was parted where its words meet."""
    whole = [True] + [False] * len(text)
    for end in range(1, len(text) + 1):
        starts = range(max(0, end - LONGEST), end - 1)
        whole[end] = any(whole[start] and text[start:end] in dictionary() for start in starts)
    return whole[-1]


def ends_within_thai(lines: list[tuple[str, list[int]]]) -> Iterator[tuple[str, int]]:
    for text, ends in lines:
        for end in ends:
            if THAI.match(text[end - 1]) and THAI.match(text[end]):
                yield text, end


@pytest.mark.thorough
def test_no_word_is_torn_at_a_lines_end_and_few_compounds_are_parted(
    visit, site, own_home, portal_home
):
    home = portal_home if "tak/" in site.pages else own_home
    window, torn, parted, ends = visit(home, PHONE), Counter(), Counter(), 0
    for address in site.pages:
        if address.startswith("help/"):
            continue
        window.open(address)
        window.ask("document.querySelectorAll('details').forEach(one => one.open = true)")
        for text, end in ends_within_thai(window.ask(LINES)):
            ends += 1
            if parts := parts_at(text, end):
                (parted if all(map(is_of_whole_words, parts)) else torn)["|".join(parts)] += 1
    assert ends > 50
    assert torn == {}
    assert parted.total() < ends / 10, parted.most_common(40)


@pytest.mark.parametrize(
    ("text", "is_torn"),
    [
        ("มีส่วนร่วม จริยธ|รรม", True),
        ("ทุก|รอบ", False),
        ("ทุกราย|ที่มา", False),
        ("ถือว่าประพ|ฤติมิชอบ", True),
        ("ค่า|ธรรมเนียม", False),
    ],
)
def test_a_torn_word_is_noticed(text, is_torn):
    parts = parts_at(text.replace("|", ""), text.index("|"))
    assert bool(parts and not all(map(is_of_whole_words, parts))) is is_torn
