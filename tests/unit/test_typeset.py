"""Official terms stay whole at the end of a line."""

from __future__ import annotations

import itertools

from bs4 import BeautifulSoup

from ita_site.thai.terms import TERMS
from ita_site.typeset import keep_terms

LONGEST = 16


def test_a_term_in_a_text_is_kept_and_its_letters_stay_as_they_are():
    kept = keep_terms("<p>ใช้งบประมาณให้คุ้มค่า</p>")
    assert kept == '<p>ใช้<span class="ita-term">งบประมาณ</span>ให้คุ้มค่า</p>'
    assert BeautifulSoup(kept, "html.parser").get_text() == "ใช้งบประมาณให้คุ้มค่า"


def test_tags_drawings_and_code_are_left_alone():
    for html in ('<a title="งบประมาณ">', "<svg><text>งบประมาณ</text></svg>", "<pre>งบประมาณ</pre>"):
        assert keep_terms(html) == html


def test_no_term_holds_another_or_is_too_long_for_a_telephone():
    assert [pair for pair in itertools.permutations(TERMS, 2) if pair[0] in pair[1]] == []
    assert max(map(len, TERMS)) <= LONGEST
