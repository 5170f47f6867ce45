"""The officers' guide tells what is so: its examples are read, its codes and places exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from ita_site.facts.model.progress import Status
from ita_site.facts.problems import catalogue
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.schemas.files import MODELS

REPOSITORY = Path(__file__).parent.parent
GUIDE = (REPOSITORY / "data/README.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```yaml\n# (\S+\.yml)[^\n]*\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
FENCES = re.findall(r"^```yaml$", GUIDE, re.MULTILINE)
LISTS = {"progress.yml": "progress:\n", "measures.yml": "measures:\n"}
PORTAL = "portal.yml"


def test_every_example_says_which_file_it_is_of():
    assert len(EXAMPLES) == len(FENCES)
    assert {Path(file).name for file, _ in EXAMPLES} == set(MODELS)


@pytest.mark.parametrize(("file", "text"), EXAMPLES, ids=[file for file, _ in EXAMPLES])
def test_every_example_is_read_without_a_complaint(file, text, data):
    whole = LISTS[Path(file).name] + text if text.startswith("  -") else text
    agency = "one/" if file == PORTAL else ""
    files = {f"{agency}agency.yml": "name: ก\nkind: other\n", file: whole}
    files |= {"agency.yml": None} if agency else {}
    assert read_publication(data(files)).problems == ()


def test_every_code_it_names_is_a_problem():
    named = set(re.findall(r"ITA\d{3}", GUIDE))
    assert named
    assert named <= set(catalogue())


def test_every_status_is_explained():
    rows = re.findall(r"^\| `(\w+)` \| (\S+) \|", GUIDE, re.MULTILINE)
    assert rows == [(member.value, member.label) for member in Status]


def test_its_links_lead_to_its_own_headings():
    headings = {
        re.sub(r"[^\w\- ก-๛]", "", heading.lower()).strip().replace(" ", "-")
        for heading in re.findall(r"^##+ (.+)$", GUIDE, re.MULTILINE)
    }
    targets = set(re.findall(r"\]\(#([^)]+)\)", GUIDE))
    assert targets
    assert targets <= headings


def test_the_form_it_tells_of_is_there():
    form = yaml.safe_load((REPOSITORY / ".github/ISSUE_TEMPLATE/progress.yml").read_text("utf-8"))
    assert f"New issue → “{form['name']}”" in GUIDE
