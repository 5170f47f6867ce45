"""Rules about the years of a folder and the days in it; about files copied from another year."""

from __future__ import annotations

import pytest

from ita_site.facts.thai.calendar import BEDate
from tests.unit.rules.checks.data_folders import coded_in

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
    assert coded_in(folder) == [(code, "result_year") for code in problems]


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
    assert coded_in(folder) == [(code, "implementation_year") for code in problems]


@pytest.mark.parametrize(
    ("day", "problems"),
    [("30 ก.ย. 2565", 1), ("1 ต.ค. 2565", 0), ("30 ก.ย. 2566", 0), ("1 ต.ค. 2566", 1)],
)
def test_the_survey_is_open_within_the_fiscal_year(data, day, problems):
    folder = data({"2566/year.yml": f"eit: {{opens_on: {day}}}"})
    assert coded_in(folder) == [("ITA335", "eit.opens_on")] * problems


def test_the_same_link_may_serve_two_years(data):
    eit = "eit: {url: 'https://itas.nacc.go.th/go/eit/abc123'}"
    assert coded_in(data({"2566/year.yml": eit, "2567/year.yml": eit})) == []


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
    assert coded_in(folder) == problems


def test_agencies_may_write_the_same(data):
    agency = "name: ก\nkind: other\n"
    files = {f"{slug}/agency.yml": agency for slug in ("one", "two")}
    files |= {f"{slug}/2566/measures.yml": MEASURES for slug in ("one", "two")}
    assert coded_in(data({"agency.yml": None, **files})) == []


YEAR = "2566/year.yml"
ONE_MEASURE = {"2566/measures.yml": "measures: [{id: a, title: ก}]"}
LATE = BEDate(2570, 1, 1)


@pytest.mark.parametrize(
    ("day", "problems"),
    [
        ("30 มิ.ย. 2565", ["ITA333"]),
        ("1 ก.ค. 2565", []),
        ("31 ธ.ค. 2566", []),
        ("1 ม.ค. 2567", ["ITA333"]),
        ("1 ม.ค. 2570", ["ITA333"]),
        ("2 ม.ค. 2570", ["ITA332"]),
    ],
)
@pytest.mark.parametrize("field", ["date", "approved_on"])
def test_a_memo_is_of_the_year_after_the_result_came_out(data, field, day, problems):
    folder = data({YEAR: f"memo: {{{field}: {day}}}"})
    assert coded_in(folder, LATE) == [(code, f"memo.{field}") for code in problems]


def test_a_memo_of_an_older_result_may_be_older(data):
    folder = data({YEAR: "result_year: 2564\nmemo: {date: 1 ก.ค. 2564}"})
    assert coded_in(folder) == [("ITA330", "result_year")]


@pytest.mark.parametrize(
    ("day", "problems"),
    [("30 มิ.ย. 2565", ["ITA333"]), ("1 ก.ค. 2565", []), ("1 ม.ค. 2570", [])],
)
def test_facts_may_be_looked_at_again_in_later_years(data, day, problems):
    folder = data({YEAR: f"as_of: {day}"})
    assert coded_in(folder, LATE) == [(code, "as_of") for code in problems]


@pytest.mark.parametrize(
    ("implementation_year", "day", "problems"),
    [
        (2569, "30 มิ.ย. 2568", ["ITA333"]),
        (2569, "1 ก.ค. 2568", []),
        (2568, "30 มิ.ย. 2568", []),
        (2568, "30 มิ.ย. 2567", ["ITA333"]),
        (2569, "20 พ.ย. 2569", []),
        (2569, "21 พ.ย. 2569", ["ITA332"]),
    ],
)
def test_a_report_and_its_evidence_are_of_the_year_of_implementation(
    data, implementation_year, day, problems
):
    report = (
        f"progress: [{{measure: a, summary: ก, updated_on: {day},"
        f" evidence: [{{title: ข, url: 'https://a.b/c', date: {day}}}]}}]"
    )
    files = {
        "2569/year.yml": f"implementation_year: {implementation_year}",
        "2569/measures.yml": ONE_MEASURE["2566/measures.yml"],
        "2569/progress.yml": report,
    }
    fields = ["progress[0].updated_on", "progress[0].evidence[0].date"]
    assert coded_in(data(files)) == [(code, field) for code in problems for field in fields]


def test_today_is_not_the_future(data):
    day = BEDate(2566, 5, 15)
    folder = data({YEAR: "as_of: 15 พ.ค. 2566"})
    assert coded_in(folder, day) == []
    assert coded_in(folder, BEDate(2566, 5, 14)) == [("ITA332", "as_of")]


def test_a_window_still_to_come_is_what_a_window_is_for(data):
    eit = "eit: {opens_on: 1 มิ.ย. 2566, closes_on: 30 มิ.ย. 2566}"
    assert coded_in(data({YEAR: eit}), BEDate(2566, 5, 15)) == []
