"""The open data of a year: every fact that was written, in the terms of the data files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate, parse_date, parse_year
from ita_site.facts.thai.money import parse_baht
from ita_site.facts.thai.numerals import to_arabic
from ita_site.facts.thai.text import normalise
from ita_site.site.downloads.build import build_downloads

REPOSITORY = Path(__file__).parents[4]
FOLDERS = (REPOSITORY / "data", REPOSITORY / "tests/agencies/udon-thani")
YEARS = [
    (folder, year.name)
    for folder in FOLDERS
    for year in sorted(folder.glob("[0-9]*"))
    if year.is_dir()
]
every_year = pytest.mark.parametrize(
    ("folder", "year"), YEARS, ids=[f"{folder.name}-{year}" for folder, year in YEARS]
)

TODAY = BEDate(2569, 11, 1)


def published(folder: Path, year: str) -> dict:
    (agency,) = read_publication(folder).publication.agencies
    files = {artifact.path: artifact.content for artifact in build_downloads(agency, TODAY)}
    return json.loads(files[f"{year}/data.json"])


def leaves(value):
    """Every text and number in a tree."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    elif value is not None:
        yield str(value).lower() if isinstance(value, bool) else str(value)


def readings(text: str) -> set[str]:
    """A value of a data file in each of the ways in which the open data may write it."""
    found = {normalise(text).strip(), to_arabic(text)}
    for parse in (parse_date, parse_year, parse_baht):
        try:
            found.add(str(parse(text)))
        except ValueError:
            continue
    return found


@every_year
def test_every_fact_of_the_data_files_is_in_the_open_data(folder, year):
    files = [folder / "agency.yml", *sorted((folder / year).glob("*.yml"))]
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    written = [yaml.load(file.read_text("utf-8"), Loader=loader) for file in files]  # noqa: S506
    given = set(leaves(published(folder, year)))
    assert [text for text in leaves(written) if text and not readings(text) & given] == []


@every_year
def test_keys_are_those_of_the_data_files(folder, year):
    content = published(folder, year)
    assert content["assessment_year"] == int(year)
    assert {"agency", "year", "result_year", "implementation_year"} <= set(content)
    for measure in content["measures"]:
        assert {"titles", "timeframes"}.isdisjoint(measure)
        for timeframe in measure.get("timeframe", []):
            assert {"raw", "kind"} <= set(timeframe)


def test_scores_are_text_with_the_digits_as_written(data):
    facts = {"2566/assessment.yml": "total: {score: 100.00}\nindicators: [{no: 1, score: ๙๐.๕๐}]"}
    content = published(data(facts), "2566")
    assert content["assessment"]["total"]["score"] == "100.00"
    assert content["assessment"]["indicators"] == [{"no": 1, "score": "90.50"}]


def test_a_timeframe_says_what_was_understood_beside_what_was_written(data):
    facts = {
        "2566/measures.yml": "measures: [{id: a, title: ก, timeframe: [ต.ค. - ธ.ค., เร็ว ๆ นี้]}]"
    }
    (measure,) = published(data(facts), "2566")["measures"]
    assert measure["timeframe"] == [
        {"raw": "ต.ค. - ธ.ค.", "kind": "range", "start": "2565-10", "end": "2565-12"},
        {"raw": "เร็ว ๆ นี้", "kind": "unparsed"},
    ]


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("9 ม.ค. 2566", ["2566-01-09"]),
        ("3 - 21 ก.พ. ๒๕๖๖", ["2566-02-03", "2566-02-21"]),
        ("ธ.ค. 2565 - 9 ม.ค. 2566", ["2565-12", "2566-01-09"]),
        ("ธ.ค. 2565 - ม.ค. 2566", None),
    ],
)
def test_a_timeframe_with_days_names_them(data, written, named):
    facts = {"2566/measures.yml": f"measures: [{{id: a, title: ก, timeframe: {written}}}]"}
    ((timeframe,),) = (each["timeframe"] for each in published(data(facts), "2566")["measures"])
    assert timeframe.get("named") == named


def test_a_result_that_was_not_given_is_null_and_no_list_is_missing(data):
    content = published(data({"2566/year.yml": ""}), "2566")
    assert content["assessment"] is None
    assert content.get("measures", []) == content.get("progress", []) == []


def test_the_index_of_all_items_is_as_written_and_null_where_not_given(data):
    rows = "items: [{code: ๐๑, url: [complaints/, {url: https://a.example/, look: บนสุด}]}]"
    content = published(data({"2566/oit.yml": rows, "2568/year.yml": ""}), "2566")
    assert content["oit"]["items"] == [
        {
            "code": "O1",
            "url": [{"url": "complaints/"}, {"url": "https://a.example/", "look": "บนสุด"}],
        }
    ]
    assert published(data(), "2568")["oit"] is None


def test_the_agency_and_its_channels_are_open_data_as_well(data):
    channels = (
        "receiver: ก\nchannels: [{kind: phone, label: สายตรง, value: =1, corruption_only: true}]"
    )
    (agency,) = read_publication(data({"channels.yml": channels})).publication.agencies
    files = {artifact.path: artifact.content for artifact in build_downloads(agency, TODAY)}
    content = json.loads(files["data/agency.json"])
    assert content["agency"]["name"] == agency.agency.name
    assert content["receiver"] == "ก"
    assert content["channels"][0]["kind"] == "phone"
    table = files["complaints/channels.csv"].decode("utf-8-sig").splitlines()
    assert table == [
        "kind,label,value,url,unit,hours,corruption_only",
        "phone,สายตรง,'=1,,,,true",
    ]
