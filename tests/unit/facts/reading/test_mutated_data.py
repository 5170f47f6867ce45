"""The shipped data, spoilt at random: whatever an officer may write, he is told, at its place."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_site.facts.problems import as_text
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.checks.run import check

DAY = BEDate(2569, 11, 20)
REPOSITORY = Path(__file__).parents[4]
OWN, UDON_THANI = REPOSITORY / "data", REPOSITORY / "tests/agencies/udon-thani"
OFTEN = ("2569", "data", "udon-thani")
"""The folders whose files are spoilt in every run; all others in thorough ones."""
FILES = [
    pytest.param(
        *(folder, file),
        id="/".join(file.parts[-3:]),
        marks=() if file.parent.name in OFTEN else pytest.mark.thorough,
    )
    for folder in (OWN, UDON_THANI)
    for file in sorted(folder.rglob("*.yml"))
]
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
SPOILT = st.recursive(
    st.none() | st.sampled_from(["", "x", "๑๒", "-1", "2566", "true", "ก: ข", "https://a.b"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["id", "title", "text", "x"]), inner, max_size=2)
    ),
    max_leaves=4,
)


def places(value, path=()):
    """Every place in a tree of values but the root."""
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in entries:
        yield (*path, key)
        if isinstance(inner, dict | list):
            yield from places(inner, (*path, key))


def put(root, path, value):
    """Replace what stands at the path, unless an earlier replacement took its parent away."""
    for key in path[:-1]:
        try:
            root = root[key]
        except (LookupError, TypeError):
            return
    if isinstance(root, list | dict) and (isinstance(root, dict) or len(root) > path[-1]):
        root[path[-1]] = value


@pytest.mark.parametrize(("folder", "file"), FILES)
@settings(max_examples=25, deadline=None)
@given(chance=st.data())
def test_spoilt_data_is_told_about_at_its_place(folder, file, chance):
    content = yaml.load(file.read_text("utf-8"), Loader=LOADER)  # noqa: S506 - texts only
    for _ in range(chance.draw(st.integers(1, 4), label="how many places")):
        path = chance.draw(st.sampled_from(list(places(content))), label="place")
        put(content, path, chance.draw(SPOILT, label="value"))
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
    with TemporaryDirectory() as parent:
        spoilt = Path(parent) / "data"
        shutil.copytree(file.parent, spoilt / file.parent.relative_to(folder))
        shutil.copy(folder / "agency.yml", spoilt)
        (spoilt / file.relative_to(folder)).write_text(text, "utf-8")
        problems = check(read_publication(spoilt), DAY)
        lines = {problem.file: _lines(problem.file) for problem in problems}
    assert [problem for problem in problems if problem.line > lines[problem.file]] == []
    assert as_text(problems, "th").count("\n") == as_text(problems, "en").count("\n")
    counts = Counter((entry.file, entry.field) for entry in problems if entry.code < "ITA3")
    assert [place for place, times in counts.items() if times > 1] == [], as_text(problems)


def _lines(file: str) -> int:
    path = Path(file)
    return path.read_text("utf-8").count("\n") + 1 if path.is_file() else 1
