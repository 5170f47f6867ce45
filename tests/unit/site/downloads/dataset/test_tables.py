"""The tidy tables: one row a thing, every value typed, every word there in two languages."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from ita_site.facts.model.agency import Agency
from ita_site.facts.model.kinds import Type, Unit
from ita_site.facts.model.progress import Status
from ita_site.site.downloads.csv_file import EXCEL_MARK, unguarded
from ita_site.site.downloads.dataset.codes import CODES
from ita_site.site.downloads.dataset.english import (
    catalogue,
    code_in_english,
    column_in_english,
    table_in_english,
)
from ita_site.site.downloads.dataset.rows import as_csv, as_json_lines, typed_rows
from ita_site.site.downloads.dataset.tables import TIDY
from tests.unit.rules.figures.facts import agency_facts, report, result_facts, year_facts

if TYPE_CHECKING:
    from ita_site.facts.model.publication import YearFacts

TABLES = {tidy.name: tidy.table for tidy in TIDY}
COLUMNS = {
    (tidy.name, column.name): column for tidy in (*TIDY, CODES) for column in tidy.table.columns
}


def rows(name: str, *years: YearFacts) -> list[dict]:
    """The rows of a table without what is empty in them."""
    table = TABLES[name]
    text = as_json_lines(table, typed_rows(table, agency_facts(*years, slug="a"))).decode()
    found = [json.loads(line) for line in text.splitlines()]
    assert all(tuple(row) == table.names for row in found)
    return [{key: value for key, value in row.items() if value is not None} for row in found]


def test_a_measure_has_one_row_and_each_of_its_steps_another():
    measure = {
        "id": "m",
        "title": ["ก", "ข"],
        "units": "กองคลัง",
        "timeframe": "ต.ค. 65 - มี.ค. 66",
        "budget": "50,000",
        "steps": [{"text": "หนึ่ง", "timeframe": "ม.ค. 66"}, "สอง"],
    }
    keys = {"agency_id": "a", "assessment_year": 2566, "measure_id": "m"}
    year = year_facts(measure, progress=[report("m", status="done", summary="ทำ", round="6")])
    (row,) = rows("measures", year)
    assert row == {
        **keys,
        "implementation_year": 2566,
        "measure_order": 1,
        "title": "ก | ข",
        "standing": "done",
        "starts_on": "2022-10-01",
        "ends_on": "2023-03-31",
        "units": "กองคลัง",
        "timeframe": "ต.ค. 65 - มี.ค. 66",
        "budget": 50000.0,
    }
    first, second = rows("steps", year)
    assert (first["step_order"], first["text"], first["starts_on"]) == (1, "หนึ่ง", "2023-01-01")
    assert second == {**keys, "step_order": 2, "text": "สอง", "truncated": False}


def test_outcomes_and_their_figures_lead_to_the_report_they_stand_in():
    outcome = {"text": "ดีขึ้น", "metrics": [{"name": "ผู้เข้าร่วม", "before": "1", "year_after": "2566"}]}
    year = year_facts(
        "m", progress=[report("m", round="6"), report("m", round="12", outcomes=[outcome])]
    )
    assert [row["report_order"] for row in rows("reports", year)] == [1, 2]
    (told,) = rows("outcomes", year)
    (figure,) = rows("metrics", year)
    place = ("agency_id", "assessment_year", "measure_id", "report_order", "outcome_order")
    assert [told[key] for key in place] == [figure[key] for key in place] == ["a", 2566, "m", 2, 1]
    assert (figure["metric_order"], figure["before"], figure["year_after"]) == (1, "1", 2566)


def test_every_year_stands_in_one_table():
    years = (result_facts(2566, "84.00"), result_facts(2568, "85.50"))
    found = rows("scores", *years)
    assert [(row["assessment_year"], row["score_order"], row["score"]) for row in found] == [
        (2566, 1, 84.0),
        (2568, 1, 85.5),
    ]


def test_days_are_of_the_common_era_and_said_to_be():
    (row,) = rows("reports", year_facts("m", progress=[report("m", updated_on="29 ก.พ. 2567")]))
    assert row["updated_on"] == "2024-02-29"


def test_an_agency_alone_is_known_by_its_sites_host():
    table = TABLES["agencies"]
    agency = Agency.model_validate(
        {"name": "ก", "kind": "other", "site_url": "https://ita.ko.example/", "licence": "CC0-1.0"}
    )
    known = agency_facts()
    made = type(known)("", "data", agency, known.channels, ())
    ((key, *rest),) = typed_rows(table, made)
    assert key == "ita.ko.example"
    assert "CC0-1.0" in rest


@pytest.mark.parametrize("text", ["=1+1", "'=1+1", "''-", "-5", "+66", "@a", "'a", "ก 'ข'"])
def test_a_text_is_shown_and_not_run_and_comes_back_as_it_was(text):
    table = TABLES["steps"]
    year = year_facts({"id": "m", "steps": [text]})
    content = as_csv(table, typed_rows(table, agency_facts(year)))
    lines = io.StringIO(content.decode().removeprefix(EXCEL_MARK), newline="")
    (row,) = csv.DictReader(lines, strict=True)
    assert not row["text"].startswith(("=", "+", "-", "@"))
    assert unguarded(row["text"]) == text
    assert rows("steps", year)[0]["text"] == text


def test_kinds_follow_from_the_model():
    kinds = {place: column.kind for place, column in COLUMNS.items()}
    assert kinds["measures", "budget"].unit is Unit.BAHT
    assert kinds["scores", "score"].type is Type.NUMBER
    assert kinds["reports", "updated_on"].type is Type.DATE
    assert kinds["channels", "corruption_only"].type is Type.BOOLEAN
    assert [code.value for code in kinds["reports", "status"].codes] == list(Status)


def test_the_english_words_are_of_everything_and_of_nothing_else():
    words, used = catalogue(), set()
    for table, name in COLUMNS:
        assert column_in_english(table, name)
        used |= {f"{table}.{name}" if f"{table}.{name}" in words["columns"] else name}
    assert words["columns"].keys() == used
    assert words["tables"].keys() == {tidy.name for tidy in (*TIDY, CODES)}
    assert all(table_in_english(tidy.name) for tidy in TIDY)
    codes = [code for column in COLUMNS.values() for code in column.kind.codes]
    assert all(map(code_in_english, codes))
    listed = {(kind, code) for kind, known in words["codes"].items() for code in known}
    assert listed == {(type(code).__name__, code.value) for code in codes}


@pytest.mark.parametrize("tidy", TIDY, ids=lambda tidy: tidy.name)
def test_keys_are_columns(tidy):
    assert {*tidy.key, *tidy.parent_key} <= {*tidy.table.names}
    assert len({*tidy.table.names}) == len(tidy.table.names)
