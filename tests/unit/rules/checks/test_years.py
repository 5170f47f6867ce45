"""The years of a folder against each other, and folders against each other."""

from __future__ import annotations

import pytest

from tests.unit.rules.checks.rules import told

MEASURES = "measures: [{id: a, title: ก, timeframe: ทุกไตรมาส}]"


@pytest.mark.parametrize(
    ("result", "problems"),
    [
        (2563, ["ITA330"]),
        (2564, ["ITA330"]),
        (2565, []),
        (2566, ["ITA329"]),
        (2567, ["ITA329"]),
    ],
)
def test_the_result_is_that_of_the_year_before(data, result, problems):
    folder = data({"2566/year.yml": f"result_year: {result}"})
    assert told(folder) == [(code, "result_year") for code in problems]


@pytest.mark.parametrize(
    ("year", "implementation", "problems"),
    [
        (2566, 2565, ["ITA331"]),
        (2566, 2566, []),
        (2569, 2567, ["ITA331"]),
        (2569, 2568, []),
        (2569, 2569, []),
        (2569, 2570, ["ITA331"]),
    ],
)
def test_measures_are_of_a_year_the_edition_asks_about(data, year, implementation, problems):
    folder = data({f"{year}/year.yml": f"implementation_year: {implementation}"})
    assert told(folder) == [(code, "implementation_year") for code in problems]


@pytest.mark.parametrize(
    ("day", "problems"),
    [("30 ก.ย. 2565", 1), ("1 ต.ค. 2565", 0), ("30 ก.ย. 2566", 0), ("1 ต.ค. 2566", 1)],
)
def test_the_survey_is_open_within_the_fiscal_year(data, day, problems):
    folder = data({"2566/year.yml": f"eit: {{opens_on: {day}}}"})
    assert told(folder) == [("ITA335", "eit.opens_on")] * problems


def test_the_same_link_may_serve_two_years(data):
    eit = "eit: {url: 'https://itas.nacc.go.th/go/eit/abc123'}"
    assert told(data({"2566/year.yml": eit, "2567/year.yml": eit})) == []


@pytest.mark.parametrize(
    ("earlier", "later", "problems"),
    [
        (MEASURES, MEASURES, [("ITA336", "")]),
        (MEASURES, f"# หมายเหตุ\n{MEASURES}\n", [("ITA336", "")]),
        (MEASURES, MEASURES.replace("title: ก", "title: ข"), []),
        ("measures: []", "measures: []", []),
        ("", "", []),
    ],
)
def test_a_file_copied_from_an_earlier_year_is_told(data, earlier, later, problems):
    folder = data({"2566/measures.yml": earlier, "2568/measures.yml": later})
    assert told(folder) == problems


def test_agencies_may_write_the_same(data):
    agency = "name: ก\nkind: other\n"
    files = {f"{slug}/agency.yml": agency for slug in ("one", "two")}
    files |= {f"{slug}/2566/measures.yml": MEASURES for slug in ("one", "two")}
    assert told(data({"agency.yml": None, **files})) == []
