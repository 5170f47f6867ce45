"""The way from a data folder to a site: which folder, which day, and nothing built on errors."""

from __future__ import annotations

import pytest

from ita_site.facts.problems import DataError
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.schemas.files import MODELS, schema_name
from ita_site.facts.thai.calendar import BEDate
from ita_site.site.build import build
from ita_site.site.load import check_site, load_site
from ita_site.site.settings import data_dir, today

DAY = BEDate(2566, 5, 15)
WHOLE = "id: a, title: ก, steps: ข, units: ค, monitoring: ง"
MEASURES = {"2566/measures.yml": "measures: [{id: a, title: ก}]"}


@pytest.mark.parametrize(
    ("environment", "configured", "folder"),
    [
        (None, None, "data"),
        (None, "facts", "facts"),
        ("elsewhere", None, "elsewhere"),
        ("elsewhere", "facts", "elsewhere"),
        ("", "facts", "facts"),
    ],
)
def test_the_environment_goes_before_the_setting(monkeypatch, environment, configured, folder):
    if environment is not None:
        monkeypatch.setenv("ITA_DATA", environment)
    assert data_dir(configured).as_posix() == folder


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("0", (2513, 1, 1)),
        ("1684108799", (2566, 5, 15)),
        ("1684083600", (2566, 5, 15)),
        ("1684083599", (2566, 5, 14)),
        ("1709164800", (2567, 2, 29)),
    ],
)
def test_the_day_is_that_of_the_epoch_in_thailand(monkeypatch, epoch, day):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert today() == BEDate(*day)


@pytest.mark.parametrize(
    ("project", "configured", "folder"),
    [
        ("project", None, "project/data"),
        ("project", "../facts", "facts"),
        (".", "data", "data"),
        ("/far", "data", "/far/data"),
        ("project", "/far/data", "/far/data"),
    ],
)
def test_a_configured_folder_is_relative_to_the_settings(
    monkeypatch, tmp_path, project, configured, folder
):
    monkeypatch.chdir(tmp_path)
    assert data_dir(configured, tmp_path / project).as_posix() == folder


def test_a_check_makes_no_file_that_no_criterion_asks_for(data):
    outputs = build(read_publication(data(MEASURES)).publication, DAY)
    made = {file.path for file in outputs.artifacts if "content" in vars(file)}
    assert made == set()
    assert all(isinstance(file.source, bytes) for file in outputs.made().artifacts)


def test_without_an_epoch_the_day_is_today():
    assert today() >= BEDate(2569, 1, 1)


def test_errors_are_carried_together_with_the_warnings(data):
    folder = data({"2566/measures.yml": f"measures: [{{{WHOLE}, timeframe: เร็ว ๆ นี้}}, {{id: a}}]"})
    with pytest.raises(DataError) as raised:
        load_site(folder, None, DAY)
    codes = [problem.code for problem in raised.value.problems]
    assert codes == ["ITA307", "ITA312", "ITA301"]
    assert list(check_site(folder, folder / "content", DAY).problems) == list(raised.value.problems)


def test_a_warning_comes_with_the_site(data):
    folder = data({"2566/measures.yml": f"measures: [{{{WHOLE}, timeframe: x}}]"})
    site = load_site(folder, None, DAY)
    assert [problem.code for problem in site.warnings] == ["ITA307"]
    assert site.outputs.artifacts


def test_a_hand_written_page_at_a_generated_address_is_an_error(data, tmp_path):
    content = tmp_path / "content"
    content.mkdir()
    (content / "complaints.md").write_text("# ร้องเรียน\n", "utf-8")
    with pytest.raises(DataError) as raised:
        load_site(data(), content, DAY)
    assert [problem.code for problem in raised.value.problems] == ["ITA502"]


def test_every_address_of_the_contract_is_made(data):
    files = {"2566/year.yml": "eit: {url: https://itas.nacc.go.th/go/eit/xgitdi}", **MEASURES}
    outputs = build(read_publication(data(files)).publication, DAY)
    paths = [artifact.path for artifact in outputs.artifacts]
    assert len(set(paths)) == len(paths)
    assert {
        *("index.md", "2566/index.md", "2566/o42/index.md", "2566/o43/index.md"),
        *("eit/index.md", "eit/qr.svg", "eit/qr.png", "complaints/index.md"),
        *("2566/data.json", "2566/measures.csv", "2566/progress.csv", "2566/scores.csv"),
    } <= set(paths)


def test_in_a_portal_every_address_of_an_agency_stands_under_its_own(data):
    agency = "name: เทศบาลตำบลทดสอบ\nkind: other\n"
    files = {f"{slug}/agency.yml": agency for slug in ("one", "two")}
    files |= {f"{slug}/{name}": text for slug in ("one", "two") for name, text in MEASURES.items()}
    outputs = build(read_publication(data({"agency.yml": None, **files})).publication, DAY)
    paths = [artifact.path for artifact in outputs.artifacts]
    assert len(set(paths)) == len(paths)
    own = [
        {path.removeprefix(f"{slug}/") for path in paths if path.startswith(f"{slug}/")}
        for slug in ("one", "two")
    ]
    assert own[0] == own[1] >= {"index.md", "2566/o42/index.md", "2566/data.json"}
    assert {path for path in paths if not path.startswith(("one/", "two/"))} == {
        *("index.md", "complaints/index.md", "help/problems/index.md"),
        *("accessibility/index.md", "api/index.md", "api/columns/index.md"),
        *("data/codes.csv", "data/datapackage.json"),
        *("compare/index.md", "compare/2566/index.md"),
        *(f"schemas/{schema_name(file)}" for file in MODELS),
    }


def test_a_page_leads_to_the_data_file_that_changes_it(data):
    folder = data(MEASURES)
    outputs = build(read_publication(folder).publication, DAY)
    edits = {artifact.path: artifact.edit_uri for artifact in outputs.artifacts if artifact.is_page}
    assert edits["index.md"] == f"{folder}/agency.yml"
    assert edits["2566/o42/index.md"] == f"{folder}/2566/measures.yml"
    assert edits["2566/o43/index.md"] == f"{folder}/2566/progress.yml"
    assert edits["complaints/index.md"] == f"{folder}/channels.yml"


def test_the_same_facts_on_the_same_day_give_the_same_bytes(data):
    read = (read_publication(data(MEASURES)).publication for _ in range(2))
    first, second = (build(publication, DAY).made() for publication in read)
    assert first.artifacts == second.artifacts
