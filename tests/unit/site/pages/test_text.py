"""Text from the data on a page: shown as it was written, whatever it holds."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from ita_site.facts.thai.decimals import measured
from ita_site.facts.thai.timeframe_words import parse_timeframe
from ita_site.site.pages.address import way
from ita_site.site.pages.environment import environment
from ita_site.site.pages.text import (
    NOT_BREAKING,
    brief,
    escape,
    in_markdown,
    lines,
    listed,
    prose,
    readable_link,
    squeeze,
    visible_link,
    when,
)

EXTENSIONS = ["attr_list", "def_list", "tables", "fenced_code", "md_in_html"]
PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp")))
TREACHEROUS = st.lists(
    st.sampled_from(
        [
            *["<script>", "</p>", "&lt;", "&", '"', "'", "{{ x }}", "{% x %}", "{#x}", "{: .x }"],
            *["# ", "* ", "_", "**", "`", "[a](javascript:b)", "![", "](", "<!--", "-->"],
            *["1. ", "- ", "> ", "---", "===", "\\", "$", "%%", "www.a.b", "ก", " ", "|"],
            *[":::", "[^1]", "!!!", "~~~", "```", "\n"],
        ]
    )
).map("".join)


def shown(rendered: str) -> str:
    return " ".join(BeautifulSoup(rendered, "html.parser").get_text().split())


@given(PRINTABLE | TREACHEROUS)
def test_a_heading_shows_its_text_and_makes_nothing_of_it(text):
    rendered = markdown(f"## 1. {in_markdown(text)} {{#here}}", extensions=EXTENSIONS)
    heading = BeautifulSoup(rendered, "html.parser").h2
    assert heading.get_text().split() == ["1.", *text.split()]
    assert heading.find_all() == []
    assert heading["id"] == "here"


@given(PRINTABLE | TREACHEROUS)
def test_text_in_html_shows_itself_and_makes_nothing(text):
    rendered = markdown(f"<div>\n<p>{escape(text)}</p>\n</div>", extensions=EXTENSIONS)
    paragraph = BeautifulSoup(rendered, "html.parser").p
    assert paragraph.get_text().split() == text.split()
    assert paragraph.find_all() == []


@given(PRINTABLE | TREACHEROUS)
def test_escaped_text_holds_no_character_of_markup(text):
    assert not set("<>\"'{}") & set(escape(text))
    assert BeautifulSoup(f"<p>{escape(text)}</p>", "html.parser").get_text().split() == text.split()


@given(st.lists(TREACHEROUS | PRINTABLE).map("\n".join))
def test_prose_keeps_every_word_in_paragraphs_and_lists_only(text):
    rendered = prose(text)
    parsed = BeautifulSoup(rendered, "html.parser")
    assert {tag.name for tag in parsed.find_all()} <= {"p", "ul", "li"}
    assert "\n" not in rendered
    wanted = [line.strip().removeprefix("- ") for line in text.splitlines()]
    assert shown(str(rendered).replace("><", "> <")).split() == " ".join(wanted).split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ก", "<p>ก</p>"),
        ("ก\nข", "<p>ก</p><p>ข</p>"),
        ("ก\n\n\nข", "<p>ก</p><p>ข</p>"),
        ("ก\n- ข\n- ค\nง", "<p>ก</p><ul><li>ข</li><li>ค</li></ul><p>ง</p>"),
        ("-ข", "<p>-ข</p>"),
        ("", ""),
    ],
)
def test_prose_is_paragraphs_with_bullets_as_lists(text, expected):
    assert prose(text) == expected


@pytest.mark.parametrize("text", ["{{ 7 * 7 }}", "{% raw %}", "{# x #}", "<# x #>", "<b>"])
def test_a_template_neither_runs_nor_trusts_what_it_is_given(text):
    rendered = environment().from_string("{{ text }}").render(text=text)
    assert BeautifulSoup(rendered, "html.parser").get_text() == text
    assert not set("<>{}") & set(rendered)


def test_lines_stay_lines_without_a_line_break_in_the_source():
    assert lines("ก\n\n<ข>") == "ก&#10;&#10;&#60;ข&#62;"


@pytest.mark.parametrize(
    ("url", "visible"),
    [
        ("https://itas.nacc.go.th/go/eit/x", "itas.nacc.go.th/go/eit/x"),
        ("http://a.b/", "a.b"),
        ("https://a.b/?next=https://c.d/", "a.b/?next=https://c.d"),
    ],
)
def test_a_link_is_shown_as_people_type_it(url, visible):
    assert visible_link(url) == visible


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.b/", "a.b"),
        ("https://a.b/c/", "a.b/<wbr>c/"),
        ("2566/o42/#top", "2566/<wbr>o42/<wbr>#top"),
        ("complaints/", "complaints/"),
        ("https://a.b/%E0%B8%81%E0%B8%B4", "a.b/<wbr>กิ"),
        ("https://a.b/%E0%B8", "a.b/<wbr>&#37;E0&#37;B8"),
        ("https://a.b/a%20b", "a.b/<wbr>a&#37;20b"),
        ("https://a.b/a%E2%80%8Bb", "a.b/<wbr>a&#37;E2&#37;80&#37;8Bb"),
        ("https://a.b/%3Cb%3E", "a.b/<wbr>&#60;b&#62;"),
    ],
)
def test_a_link_is_shown_as_people_read_it_and_breaks_at_its_slashes(url, shown):
    assert readable_link(url) == shown


@pytest.mark.parametrize(
    ("here", "there", "link"),
    [
        ("", "", "./"),
        ("", "eit/", "eit/"),
        ("eit/", "", "../"),
        ("eit/", "eit/", "./"),
        ("2566/o43/", "2566/o42/", "../o42/"),
        ("2566/o43/", "eit/qr.svg", "../../eit/qr.svg"),
        ("a/2566/", "a/", "../"),
        ("2566/o43/", "2566/data.json", "../data.json"),
    ],
)
def test_the_way_from_one_address_to_another(here, there, link):
    assert way(here, there) == link


def test_html_has_no_blank_line_inside_that_would_end_it_for_markdown():
    assert squeeze("\n<div>\n\n \n<p>ก</p>\n\t\n</div>\n\n") == "<div>\n<p>ก</p>\n</div>"


@pytest.mark.parametrize(
    ("values", "words"),
    [((2565,), "2565"), ((2565, 2567), "2565 และ 2567"), ((1, 2, 3), "1, 2 และ 3")],
)
def test_a_list_is_told_as_people_tell_it(values, words):
    assert listed(values) == words


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("80", "ร้อยละ", "ร้อยละ 80"),
        ("ไม่น้อยกว่า 80", "ร้อยละ", "ไม่น้อยกว่าร้อยละ 80"),
        ("ร้อยละ 80", "ร้อยละ", "ร้อยละ 80"),
        ("ทุกคน", "ร้อยละ", "ทุกคน"),
        ("๑๘", "นาที", "๑๘ นาที"),
        ("ไม่เกิน 3 วันทำการ", "วันทำการ", "ไม่เกิน 3 วันทำการ"),
        ("5", None, "5"),
    ],
)
def test_a_value_is_told_with_its_unit_as_thai_is_written(value, unit, shown):
    assert measured(value, unit) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("24 ส.ค. 2570", "24 ส.ค. 2570"),
        ("๒๔ สิงหาคม ๒๕๗๐", "24 ส.ค. 2570"),
        ("24 ส.ค.", "24 ส.ค. 2570"),
        ("6 - 17 พ.ค. 70", "6–17 พ.ค. 2570"),
        ("6 - 6 พ.ค. 70", "6 พ.ค. 2570"),
        ("๖ ถึง ๑๗ พ.ค.", "6–17 พ.ค. 2570"),
        ("24 ส.ค. - ก.ย.", "24 ส.ค. 2570 – ก.ย. 2570"),
        ("27 ธ.ค. 2569 - 3 ม.ค. 2570", "27 ธ.ค. 2569 – 3 ม.ค. 2570"),
        ("27 ธ.ค. - 3 ม.ค. 2570", "27 ธ.ค. 2569 – 3 ม.ค. 2570"),
        ("2, 9 และ 16 ก.พ. 2570", "2, 9 และ 16 ก.พ. 2570"),
        ("2, 9 ก.พ. และ มี.ค.", "2 และ 9 ก.พ. 2570 และ มี.ค. 2570"),
        ("ธ.ค. และ ธ.ค. 69", "ธ.ค. 2569 และ ธ.ค. 2569"),
        ("ธ.ค. - ก.พ.", "ธ.ค. 2569 – ก.พ. 2570"),
        ("ธ.ค. 69", "ธ.ค. 2569"),
        # Words that say more than days and months stay whole.
        ("ธ.ค. ๖๙ - ก.พ. ๗๐ ปีงบประมาณ ๒๕๗๐", "ธ.ค. 69 - ก.พ. 70 ปีงบประมาณ 2570"),
        ("ต.ค. 69 - ก.ย. 70 (ตลอดปีงบประมาณ 2570)", "ต.ค. 69 - ก.ย. 70 (ตลอดปีงบประมาณ 2570)"),
        ("ไตรมาส ๒", "ไตรมาส 2"),
        ("ภายใน 24 ส.ค. 2570", "ภายใน 24 ส.ค. 2570"),
    ],
)
def test_a_timeframe_is_shown_with_all_it_says(written, shown):
    value = parse_timeframe(written, fiscal_year=2570)
    assert when(value).replace(NOT_BREAKING, " ") == shown


def test_a_name_that_goes_on_for_lines_is_cut_between_words_within_a_sentence():
    name = "ปลูกต้นไม้ริมคลอง และ ทำทางเดินให้ผู้สูงอายุ "
    assert brief(name.strip()) == name.strip()
    assert brief(name + "ตลอดจนดูแลถนนทุกสายในตำบลให้สะอาด") == f"{name}ตลอดจนดูแลถนน…"
    assert brief("a" * 60) == "a" * 60
