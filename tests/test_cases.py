"""Data folders with what comes of them: pages for valid ones, problems for the others.

A case is a folder. `cases/valid/<name>` holds `data/`; under `expected/` the pages the case is
about (`2566/o42.md` is the page at `/2566/o42/`, `index.md` one at the top); and `expected.txt`
where there is something to warn of. `cases/invalid/<name>` holds `data/`, perhaps `content/`,
and `expected.txt`, the exact text of the check. `pytest --update-cases` writes what is expected
anew; what a new valid case expects begins as an empty file. `cases/links` is `tests/links`' own,
`cases/asked` is that of `tests/unit/office/edit_commands`, `cases/finished` that of
`tests/site/test_finished.py`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from markdown import markdown

from ita_site.facts.problems import as_text, catalogue
from ita_site.facts.schemas.fields import all_fields
from ita_site.facts.thai.calendar import BEDate
from ita_site.site.load import check_site, load_site

CASES = Path(__file__).parent / "cases"
DAY = BEDate(2566, 5, 15)
DATA, CONTENT, EXPECTED, PROBLEMS = map(Path, ("data", "content", "expected", "expected.txt"))
KINDS = ("valid", "invalid", "links", "asked", "finished")
HOSTILE = CASES / "valid/hostile_text"
EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "def_list", "md_in_html"]


def cases(kind: str) -> list[Path]:
    return sorted(path for path in (CASES / kind).iterdir() if path.is_dir())


every_valid_case = pytest.mark.parametrize("case", cases("valid"), ids=lambda case: case.name)
every_invalid_case = pytest.mark.parametrize("case", cases("invalid"), ids=lambda case: case.name)


@every_valid_case
def test_valid_data_gives_the_expected_pages(case, expect, monkeypatch):
    monkeypatch.chdir(case)
    site = load_site(DATA, None, DAY)
    if PROBLEMS.exists():
        expect(PROBLEMS, as_text(site.warnings) + "\n")
    else:
        assert as_text(site.warnings) == ""
    files = sorted(EXPECTED.rglob("*.md"))
    assert files, "a case is about some page"
    for file in files:
        path = file.relative_to(EXPECTED)
        page = path if path.stem == "index" else path.with_suffix("") / "index.md"
        expect(file, pages(site)[page.as_posix()])


@every_invalid_case
def test_invalid_data_gives_every_problem_in_one_pass(case, expect, monkeypatch):
    monkeypatch.chdir(case)
    problems = check_site(DATA, CONTENT, DAY).problems
    assert problems
    expect(PROBLEMS, as_text(problems) + "\n")


@every_invalid_case
def test_every_problem_of_a_case_lies_in_a_file_or_folder_of_it(case, monkeypatch):
    monkeypatch.chdir(case)
    for problem in check_site(DATA, CONTENT, DAY).problems:
        path = Path(problem.file)
        assert path.exists()
        lines = path.read_bytes().split(b"\n") if path.is_file() else [b""]
        assert 1 <= problem.line <= len(lines)


@every_invalid_case
def test_a_rule_names_fields_as_the_yaml_does(case, monkeypatch):
    monkeypatch.chdir(case)
    known = {(entry.file, entry.name) for entry in all_fields()}
    named = {
        (problem.code, Path(problem.file).name, re.sub(r"\[\d+\]", "", problem.field))
        for problem in check_site(DATA, CONTENT, DAY).problems
        if problem.field and problem.code[3] in "34"
    }
    strange = [(code, field) for code, file, field in named if (file, field) not in known]
    assert strange == [], "the path a rule gives to scope.problem has the YAML's words"


def test_every_kind_of_problem_has_a_case_that_shows_it():
    made = {"ITA375"}  # in tests/unit/rules/checks/test_evidence.py, for it is large
    made |= {"ITA128", "ITA129", "ITA520", "ITA521", "ITA524", "ITA537", "ITA539"}
    # in tests/unit/facts/content/test_folder.py, for git or Windows cannot hold them
    made |= {f"ITA{code}" for code in range(715, 721)}  # in tests/package/test_upgrade.py
    made |= {"ITA723"}  # in tests/package/test_init.py
    made |= {"ITA731", "ITA732", "ITA733"}  # in tests/unit/office/portal
    files = [case / PROBLEMS for kind in KINDS for case in cases(kind)]
    shown = "".join(file.read_text("utf-8") for file in files if file.exists())
    codes = re.findall(
        r"^\S+:\d+:\d+: (?:error|warning) (ITA\d+)", shown.replace(" Bua", ""), re.MULTILINE
    )
    unseen = sorted(catalogue().keys() - set(codes) - made)
    assert unseen == [], (
        "no case shows it: is its rule listed in rules/checks/run.py, and is there a folder in "
        "tests/cases/invalid, written by pytest --update-cases?"
    )


def pages(site) -> dict[str, str]:
    made = (artifact for artifact in site.outputs.artifacts if artifact.is_page)
    return {artifact.path: artifact.content.decode() for artifact in made}


@pytest.fixture(scope="module")
def hostile() -> dict[str, BeautifulSoup]:
    """The pages of the hostile case as a browser would get them, by their files."""
    texts = pages(load_site(HOSTILE / DATA, None, DAY))
    return {
        path: _rendered(text)
        for path, text in texts.items()
        if not path.startswith(("help/", "api/"))  # these have code of ours
    }


def _rendered(page: str) -> BeautifulSoup:
    _, front_matter, body = page.split("---\n", 2)
    assert yaml.safe_load(front_matter)["ita"]["kind"]
    return BeautifulSoup(markdown(body, extensions=EXTENSIONS), "html.parser")


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _leaves(value):
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _leaves(inner)
    else:
        yield value


@pytest.mark.parametrize("file", sorted(HOSTILE.rglob("*.yml")), ids=lambda file: file.name)
def test_hostile_text_is_shown_as_the_text_it_is(file, hostile):
    shown = "\n".join(_squeezed(page.get_text(" ")) for page in hostile.values())
    content = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    lines = [line for text in _leaves(content) for line in text.split("\n") if line.strip()]
    lost = [line for line in lines if _squeezed(line.removeprefix("- ")) not in shown]
    assert [line for line in lost if not re.fullmatch(r"[a-z0-9]+|(https:/|files)/\S+", line)] == []


def test_hostile_text_makes_no_element_link_or_attribute_of_its_own(hostile):
    for page in hostile.values():
        assert page.find_all(["script", "i", "img", "hr", "pre", "code", "em", "blockquote"]) == []
        for element in page.find_all():
            assert not [name for name in element.attrs if name.startswith("on")]
            assert "evil" not in element.get("class", ())
            assert element.get("id") != "evil"
        targets = {element["href"].partition(":")[0] for element in page.find_all("a", href=True)}
        assert not {"javascript", "data", "vbscript"} & {target.lower() for target in targets}
