"""What a YAML file holds: every scalar as the text that was written."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ita_site.facts.strict_yaml.builder import EMPTY, FIELD
from ita_site.facts.strict_yaml.parse import parse, read
from ita_site.facts.strict_yaml.text import UNSEEN, decode

SHIPPED = sorted(
    file
    for folder in ("data", "tests/agencies")
    for file in (Path(__file__).parents[4] / folder).rglob("*.yml")
)
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
PIECES = [
    *["a", "b", "ชื่อ", "key", "1.10", "18:30", "NO", "~", "null", "2567-02-29", "021234567", ""],
    *[": ", ":", "- ", "-", "\n", "\n  ", "\n    ", " ", "  ", "\n\n", "#", " # note", "#x"],
    *["'", '"', "''", '""', "'ก: ข'", '"ก # ข"', "[", "]", "{", "}", ", ", ",", "|", ">", "|\n  "],
    *["? ", "<<: ", "&a ", "*a", "!t ", "!!str ", "---\n", "...\n", "%", "@", "`", "\\"],
    *["\t", "\r\n", "• ", "– ", "“", "”", "steps:", "title:x", "=", "\u00a0"],
]
YAML_LIKE = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp")), min_size=1
).filter(lambda text: not UNSEEN.search(text) and "\u00a0" not in text)
TREES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner),
    max_leaves=20,
)
STYLES = st.fixed_dictionaries(
    {
        "default_style": st.sampled_from([None, "'", '"', "|", ">"]),
        "default_flow_style": st.sampled_from([None, True, False]),
        "indent": st.integers(2, 6),
        "width": st.just(10_000),  # a line broken anew could begin like an entry
    }
)


def plain(node):
    """What our reader says a node of PyYAML's means."""
    if isinstance(node, yaml.MappingNode):
        pairs = [(key.value, plain(value)) for key, value in node.value]
        return {key: value for key, value in pairs if value is not None or not FIELD.fullmatch(key)}
    if isinstance(node, yaml.SequenceNode):
        return [plain(entry) for entry in node.value]
    if node is None or not node.value.strip() or (not node.style and node.value in EMPTY):
        return None
    return node.value


@pytest.mark.parametrize(
    "text",
    [
        *["021234567", "0812345678", "18:30", "08:30", "NO", "yes", "on", "true", "1.10", "1_000"],
        *["2567-02-29", "2566-10-01", "0x1F", "1e3", ".inf", "๖๕", "=", "-1", "+66", "100.00"],
    ],
)
def test_every_scalar_stays_the_text_that_was_written(text):
    assert parse(f"a: {text}\nb: [{text}]\nc:\n  - {text}").value == {
        "a": text,
        "b": [text],
        "c": [text],
    }


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL", "# a note"])
def test_a_field_without_a_value_is_as_if_it_were_not_there(nothing):
    document = parse(f"a: {nothing}\nb: 1")
    assert document.value == {"b": "1"}
    assert not document.flaws
    assert ("a",) in document.values, "where it stands is known all the same"


@pytest.mark.parametrize("nothing", ["", "~"])
def test_an_entry_without_a_value_is_kept_so_that_it_can_be_complained_about(nothing):
    assert parse(f"- a\n- {nothing}\n- c").value == ["a", None, "c"]


@pytest.mark.parametrize("text", ["~", "null"])
def test_in_quotes_a_word_for_nothing_is_text(text):
    assert parse(f"a: '{text}'\nb: \"{text}\"").value == {"a": text, "b": text}


@pytest.mark.parametrize("blank", ["''", '""', "'  '", '" "'])
def test_quotes_around_nothing_hold_nothing(blank):
    assert parse(f"a: {blank}\nb: [{blank}]").value == {"b": [None]}


def test_a_list_of_amounts_in_braces_is_not_taken_apart():
    assert parse("budget: 1,250,000").value == {"budget": "1,250,000"}


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n\n", b"# note\n", b"---\n", b"\r\n"])
def test_an_empty_file_holds_nothing_and_has_no_flaw(data):
    document = read(data)
    assert (document.value, document.flaws) == (None, ())


def test_byte_order_mark_and_windows_line_ends_change_nothing():
    text = "ชื่อ: ก\nรายการ:\n  - ข\n  - |\n    ค\n    ง\n"
    windows = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert read(windows) == read(text.encode())


@given(TREES, STYLES)
def test_what_pyyaml_writes_is_read_as_it_was(tree, style):
    text = yaml.safe_dump(tree, allow_unicode=True, **style)
    document = read(text.encode())
    assert document.flaws == ()
    assert document.value == plain(yaml.compose(decode(text.encode()), Loader=LOADER))


@given(YAML_LIKE)
def test_what_is_accepted_means_what_pyyaml_says_it_means(text):
    document = read(text.encode())
    if not document.flaws:
        assert document.value == plain(yaml.compose(decode(text.encode()), Loader=LOADER))


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: "/".join(file.parts[-3:]))
def test_the_shipped_files_are_read_as_pyyaml_reads_them(file):
    document = read(file.read_bytes())
    assert document.flaws == ()
    assert document.value == plain(yaml.compose(file.read_text("utf-8"), Loader=LOADER))
