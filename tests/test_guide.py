"""The officers' guide tells what is so: its examples are read, its codes and places exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from ita_site.facts.model.progress import Status
from ita_site.facts.problems import catalogue
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.schemas.fields import FieldEntry, all_fields
from ita_site.facts.schemas.files import MODELS

REPOSITORY = Path(__file__).parent.parent
GUIDE = (REPOSITORY / "data/README.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```yaml\n# (\S+\.yml)[^\n]*\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
FENCES = re.findall(r"^```yaml$", GUIDE, re.MULTILINE)
LISTS = {"progress.yml": "progress:\n", "measures.yml": "measures:\n"}
PORTAL = "portal.yml"


def test_every_field_is_listed_with_what_it_means(request):
    before, start, rest = GUIDE.partition("<!-- fields -->\n")
    listed, end, after = rest.partition("\n<!-- end of fields -->")
    expected = "".join(_fields_of(file) for file in MODELS if file != "edition.yml")
    if request.config.getoption("--update-cases"):
        (REPOSITORY / "data/README.md").write_text(
            before + start + expected + end + after, "utf-8", newline=""
        )
    else:
        assert listed == expected, "pytest --update-cases writes the guide's list anew"


def _fields_of(file: str) -> str:
    rows = [_row(entry) for entry in all_fields() if entry.file == file and not entry.below]
    title = MODELS[file].model_config["title"]
    head = "\n| ช่อง | ความหมาย |\n| --- | --- |\n"
    return f"\n<details>\n<summary>{file} {title}</summary>\n{head}{''.join(rows)}\n</details>\n"


def _row(entry: FieldEntry) -> str:
    notes = ["**ต้องมี**"] if entry.is_required else []
    notes += ["ใส่ได้หลายข้อ"] if entry.is_list else []
    choices = ", ".join(f"`{code}` {label}" for code, label in (entry.choices or {}).items())
    words = " · ".join([entry.label, *notes, *([choices] if choices else [])])
    return f"| `{entry.name}` | {words} |\n"


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
    before_fields = GUIDE.partition("<!-- fields -->")[0]
    rows = re.findall(r"^\| `(\w+)` \| (\S+) \|", before_fields, re.MULTILINE)
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
