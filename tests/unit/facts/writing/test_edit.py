"""A change touches the lines it concerns, and means what it should."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_site.facts.strict_yaml.parse import parse, read
from ita_site.facts.writing.edit import Add, EditError, FlawedFileError, Put, apply_change, edit
from ita_site.facts.writing.emit import emit
from ita_site.facts.writing.scalar import UnwritableError
from tests.unit.facts.writing.test_emit import TEXTS, TREES, VALUES

DATA = Path(__file__).parents[4] / "data"
SHIPPED = sorted(DATA.rglob("*.yml"))
REPORTS = b"""\
# head

progress:
  # ---- first ----
  - measure: a   # whose
    round: 6
    summary: done  # so they say

  # ---- second ----
  - measure: b
    summary:
      - one
      # between
      - two
    # summary: three

# tail
"""


def after(text: str, change) -> str:
    return edit(text.encode(), [change]).decode()


@pytest.mark.parametrize(
    ("before", "change", "expected"),
    [
        ("", Put(("a",), "x"), "a: x\n"),
        ("# a\n{}\n", Put(("a",), "x"), "# a\na: x\n"),
        ("# only\n", Put(("a", "b"), "x"), "# only\n\na:\n  b: x\n"),
        ("a: 1\n", Put(("a",), "2"), "a: 2\n"),
        ("a: 1", Put(("a",), "2"), "a: 2"),
        ("a: 1", Put(("b",), "2"), "a: 1\nb: 2"),
        ("a: 1\r\n# c\r\n", Put(("b",), "2"), "a: 1\r\nb: 2\r\n# c\r\n"),
        ("a: 'x' # c\n", Put(("a",), "NO"), 'a: "NO" # c\n'),
        ("a:   # fill in\n", Put(("a",), "x"), "a: x   # fill in\n"),
        ("a:\nb: 1\n", Put(("a", "c"), "x"), "a:\n  c: x\nb: 1\n"),
        ("a: [] # none\nb: 1\n", Add(("a",), "x"), "a: [x] # none\nb: 1\n"),
        ("a: []\n", Add(("a",), {"k": "v"}), "a:\n  - k: v\n"),
        ("a: [6, 12]\n", Add(("a",), "9", 1), "a: [6, 9, 12]\n"),
        ("a: [6]\n", Add(("a",), "b, c"), 'a: [6, "b, c"]\n'),
        ("a: one\n", Add(("a",), "two"), "a:\n  - one\n  - two\n"),
        ("a:\n- one\nb: x\n", Add(("a",), "two"), "a:\n- one\n- two\nb: x\n"),
        ("a:\n    - k: 1\n      l: 2\n", Add(("a",), {"k": "3"}), None),
        ("a:\n  - x\n", Add(("a",), "z", 0), "a:\n  - z\n  - x\n"),
        ("a:\n  - x\n", Put(("a", 0), "z"), "a:\n  - z\n"),
        ("a:\n  - x: 1\n", Put(("a", 0, "z"), ["b"]), "a:\n  - x: 1\n    z:\n      - b\n"),
        ("a: {b: 1}\n", Put(("a", "c"), "2"), "a:\n  b: 1\n  c: 2\n"),
        ("a: |\n  b\n  c\n\nd: 1\n", Put(("a",), "e"), "a: e\n\nd: 1\n"),
        ("a: b\n", Put(("a",), "c\nd"), "a: |-\n  c\n  d\n"),
        ("a: 1\nb: 2\nc: 3\n", Put(("b",), None), "a: 1\nc: 3\n"),
        ("a: 1\nc: 3\n", Put(("b",), "2", ("a",)), "a: 1\nb: 2\nc: 3\n"),
        ("a: 1\n\nb:\n  c: 2\n", Put(("d",), ["x"]), "a: 1\n\nb:\n  c: 2\n\nd:\n  - x\n"),
        ("progress: []\n", Add(("progress",), {"a": "1"}), "progress:\n  - a: 1\n"),
    ],
)
def test_lines_after_a_change(before, change, expected):
    expected = expected or "a:\n    - k: 1\n      l: 2\n    - k: 3\n"
    assert edit(before.encode(), [change]) == expected.encode()


def lines_changed(before: bytes, now: bytes) -> list[str]:
    old, new = before.decode().splitlines(), now.decode().splitlines()
    return [line for line in difflib.ndiff(old, new) if line[0] in "+-"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([Put(("progress", 0, "round"), "9")], ["-     round: 6", "+     round: 9"]),
        (
            [Put(("progress", 0, "summary"), ["x", "z"])],
            [
                "-     summary: done  # so they say",
                "+     summary:  # so they say",
                "+       - x",
                "+       - z",
            ],
        ),
        ([Put(("progress", 1, "summary"), "x")], [
            "-     summary:", "+     summary: x", "-       - one", "-       - two",
        ]),
        ([Add(("progress", 1, "summary"), "x")], ["+       - x"]),
        ([Put(("progress", 0, "status"), "done", ("measure", "round"))], ["+     status: done"]),
        ([Put(("progress", 0, "measure"), "c")], [
            "-   - measure: a   # whose", "+   - measure: c   # whose",
        ]),
        ([Add(("progress",), {"measure": "c"})], ["+ ", "+   - measure: c"]),
        ([Add(("progress",), {"measure": "c"}, 1)], ["+ ", "+   - measure: c"]),
        ([Put(("note",), "x")], ["+ note: x"]),
    ],
)  # fmt: skip
def test_only_these_lines_change(changes, expected):
    now = edit(REPORTS, changes)
    shown = lines_changed(REPORTS, now)
    assert [line for line in shown if line.strip() != "+"] == [
        line for line in expected if line.strip() != "+"
    ]
    dos = edit(REPORTS.replace(b"\n", b"\r\n"), changes)
    assert dos == now.replace(b"\n", b"\r\n")
    assert edit(b"\xef\xbb\xbf" + REPORTS, changes) == b"\xef\xbb\xbf" + now


def test_an_entry_goes_behind_the_remarks_of_the_one_before_it():
    now = edit(REPORTS, [Add(("progress",), {"measure": "c"})]).decode()
    assert "    # summary: three\n\n  - measure: c\n\n# tail\n" in now


def test_a_remark_comes_with_what_it_is_about():
    put = Put(("a", "b"), "x", remarks={("a", "b"): "ที่มา ก"})
    assert after("a:\n  c: 1\n", put) == "a:\n  c: 1\n  # ที่มา ก\n  b: x\n"
    add = Add(("a",), {"k": "v"}, remarks={("a", 1): "ที่มา ข"})
    assert after("a:\n  - k: u\n", add) == "a:\n  - k: u\n  # ที่มา ข\n  - k: v\n"


def places(document):
    return [path for path in document.values if path]


@st.composite
def changes_of(draw, data: bytes):
    """Any change of a file that can be made without a hand."""
    document = read(data)
    paths = places(document) or [("a",)]
    path = draw(st.sampled_from(paths))
    value = draw(VALUES)
    kinds = ["put", "field", "add", "entry"]
    kind = draw(st.sampled_from(kinds))
    if kind == "put":
        return Put(path, value)
    if kind == "field":
        groups = [at for at in paths if isinstance(at[-1], str)]
        at = draw(st.sampled_from([(), *[group[:-1] for group in groups]]))
        return Put((*at, draw(st.sampled_from(["new_field", "note", "ใหม่"]))), value)
    lists = [at[:-1] for at in paths if isinstance(at[-1], int) and at[:-1]] or [("listed",)]
    return Add(draw(st.sampled_from(lists)), value, None if kind == "add" else draw(st.just(1)))


@settings(max_examples=40)
@given(st.sampled_from(SHIPPED), st.booleans(), st.booleans(), st.booleans(), st.data())
def test_shipped_files_keep_every_other_line(shipped, crlf, bom, open_end, data):
    shipped = shipped.read_bytes().rstrip(b"\n") + b"\n" * (not open_end)
    shipped = shipped.replace(b"\n", b"\r\n") if crlf else shipped
    shipped = b"\xef\xbb\xbf" * bom + shipped
    change = data.draw(changes_of(shipped))
    now = edit(shipped, [change])
    document = read(now)
    assert document.flaws == ()
    assert document.value == apply_change(read(shipped).value, change)
    assert now.startswith(b"\xef\xbb\xbf") == bom
    assert (b"\r\n" in now) == crlf
    assert now.count(b"\n") == now.count(b"\r\n") or not crlf
    assert now.endswith(b"\n") != open_end
    lost = remarks_of(shipped) - remarks_of(now)
    assert lost == set()
    gone = [line for line in lines_changed(shipped, now) if line.startswith("-")]
    if isinstance(change, Add) or change.path not in read(shipped).values:
        assert len(gone) <= 1 + sum("[" in line for line in gone)


def remarks_of(data: bytes) -> set[str]:
    lines = data.decode("utf-8-sig").splitlines()
    return {line.strip() for line in lines if line.lstrip().startswith("#")}


@given(TREES.filter(bool), st.data())
def test_any_file_that_was_written_can_be_changed(tree, data):
    before = emit(tree).encode()
    change = data.draw(changes_of(before))
    try:
        now = edit(before, [change])
    except EditError:
        assert isinstance(tree, list) and isinstance(change.path[0], str)  # noqa: PT018
    else:
        assert parse(now.decode()).value == apply_change(tree, change)


@pytest.mark.parametrize(
    "text", ["a: 1\na: 2\n", "a: &x 1\n", "\ta: 1\n", "a: ก: ข\n", "a: x #y\n"]
)
def test_a_flawed_file_is_not_touched(text):
    with pytest.raises(FlawedFileError) as caught:
        after(text, Put(("b",), "x"))
    assert caught.value.flaws


@pytest.mark.parametrize(
    "change",
    [
        Put(("a", "b"), "x"),  # a text has no fields
        Put(("list", 3), "x"),
        Put(("list", "b"), "x"),
        Put(("group", "first"), None),
    ],
)
def test_what_cannot_be_done_cleanly_is_refused(change):
    with pytest.raises(EditError):
        after("a: text\nlist:\n  - x\ngroup:\n  first: 1\n  other: 2\n", change)


def test_a_text_no_file_may_hold_is_refused():
    with pytest.raises(UnwritableError):
        after("a: 1\n", Put(("b",), "\u202e"))


@given(TEXTS)
def test_what_is_there_already_changes_nothing(text):
    before = f"# c\na:  {text}  # d\n".encode()
    if read(before).flaws == () and read(before).value == {"a": text}:
        assert edit(before, [Put(("a",), text)]) == before
