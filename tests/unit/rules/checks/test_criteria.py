"""The criteria, judged by the pages that really come of the data."""

from __future__ import annotations

import pytest

from ita_site.facts.editions.load import edition_for
from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.figures.criteria import Outcome
from ita_site.site.load import load_site

DAY = BEDate(2566, 5, 15)
MEASURE = """
measures:
  - id: guide
    title: จัดทำคู่มือ
    indicator: 1
    steps: [ประชุม, จัดทำ]
    units: กองคลัง
    timeframe: ต.ค. 2565 - มี.ค. 2566
    monitoring: รายงานทุกไตรมาส
"""
ANALYSIS = """
analysis:
  urgent_fixes: [ขั้นตอนไม่ชัด]
  improvements: [เพิ่มช่องทาง]
"""
REPORT = """
progress:
  - measure: guide
    round: 6
    status: in_progress
    summary: ประชุมแล้ว
    outcomes: ประชาชนใช้คู่มือ
"""
EIT = "eit: {url: https://itas.nacc.go.th/go/eit/abc123}"
WHOLE = {
    "2566/measures.yml": MEASURE,
    "2566/assessment.yml": ANALYSIS,
    "2566/progress.yml": REPORT,
    "2566/year.yml": EIT,
}


@pytest.fixture
def verdicts(data):
    """The outcome of every criterion by its id, for files laid over a whole year."""

    def judged(files=None, year=2566):
        found = load_site(data({**WHOLE, **(files or {})}), None, DAY).outputs.verdicts
        return {verdict.criterion.id: verdict for verdict in found[f"{year}/"].verdicts}

    return judged


def outcomes(verdicts) -> dict[str, str]:
    return {name: verdict.outcome.value for name, verdict in verdicts.items()}


def test_a_year_with_everything_meets_everything(verdicts):
    assert set(outcomes(verdicts()).values()) == {"met"}


@pytest.mark.parametrize(
    ("file", "line", "unmet"),
    [
        ("measures", "    units: กองคลัง\n", {"o42-units"}),
        ("measures", "    steps: [ประชุม, จัดทำ]\n", {"o42-steps"}),
        ("measures", "    monitoring: รายงานทุกไตรมาส\n", {"o42-monitoring"}),
        ("measures", "    indicator: 1\n", {"o42-measures"}),
        ("measures", "    timeframe: ต.ค. 2565 - มี.ค. 2566\n", set()),
        ("assessment", "  urgent_fixes: [ขั้นตอนไม่ชัด]\n", {"o42-urgent"}),
        ("assessment", "  improvements: [เพิ่มช่องทาง]\n", {"o42-improve"}),
        ("progress", "    summary: ประชุมแล้ว\n", set()),
        ("year", "eit: {url: https://itas.nacc.go.th/go/eit/abc123}", {"o43-eit"}),
    ],
)
def test_a_line_less_leaves_its_own_criterion_unmet(verdicts, file, line, unmet):
    name = f"2566/{file}.yml"
    found = outcomes(verdicts({name: WHOLE[name].replace(line, "")}))
    assert {criterion for criterion, outcome in found.items() if outcome == "not_met"} == unmet


@pytest.mark.parametrize("words", ["-", "ไม่มี", "รอข้อมูล", "…"])
def test_the_presence_of_a_key_is_not_enough(verdicts, words):
    monitoring = MEASURE.replace("รายงานทุกไตรมาส", f'"{words}"')
    assert outcomes(verdicts({"2566/measures.yml": monitoring}))["o42-monitoring"] == "not_met"


def test_an_empty_report_is_no_progress(verdicts):
    empty = "progress: [{measure: guide, round: 6, status: done}]"
    found = verdicts({"2566/progress.yml": empty})
    assert outcomes(found)["o43-progress"] == outcomes(found)["o43-year"] == "not_met"
    assert found["o43-progress"].reason == "ยังไม่มีความก้าวหน้าหรือผลของมาตรการใด"


def test_the_measures_that_lack_something_are_named_by_their_numbers(verdicts):
    second = MEASURE + "  - id: other\n    title: ข\n    indicator: 2\n    steps: ประชุม\n"
    found = verdicts({"2566/measures.yml": second})
    assert found["o42-units"].reason == "ยังไม่มีผู้รับผิดชอบของมาตรการลำดับที่ 2"
    assert found["o42-steps"].outcome is Outcome.MET


def test_the_place_of_a_criterion_is_an_anchor_of_the_page(verdicts):
    places = {place for verdict in verdicts().values() for place in verdict.places}
    assert "2566/o42/#urgent-fixes" in places
    assert "2566/o42/#measure-guide" in places
    assert "2566/o43/#eit" in places


def test_topics_count_when_the_analysis_names_every_one(verdicts):
    ids = [topic.id for topic in edition_for(2567).topics]
    findings = [f"    - {{text: พบ, topic: {topic}}}\n" for topic in ids]
    measures = MEASURE.replace("indicator: 1", "topic: power_hr")
    files = {"2567/measures.yml": measures, "2567/year.yml": EIT}
    text = "analysis:\n  findings:\n"
    whole = {**files, "2567/assessment.yml": text + "".join(findings)}
    assert verdicts(whole, 2567)["o34-analysis"].outcome is Outcome.MET
    part = {**files, "2567/assessment.yml": text + "".join(findings[:5])}
    assert verdicts(part, 2567)["o34-analysis"].reason == "ยังไม่มีการวิเคราะห์ของประเด็นที่ 6, 7"


def test_a_measure_follows_no_analysis_that_is_not_there(verdicts):
    alone = verdicts({"2566/assessment.yml": ""})["o42-measures"]
    assert alone.outcome is Outcome.BY_HAND
    assert "ไม่มีผลการวิเคราะห์" in alone.reason


def test_a_summary_that_only_says_done_is_left_to_people(verdicts):
    only_done = REPORT.replace("ประชุมแล้ว", "ดำเนินการเรียบร้อยแล้ว")
    files = {"2567/measures.yml": MEASURE, "2567/progress.yml": only_done}
    files["2567/year.yml"] = "implementation_year: 2566"
    found = verdicts(files, 2567)["o35-summary"]
    assert found.outcome is Outcome.BY_HAND
    assert found.reason.startswith("มาตรการลำดับที่ 1 ")
    files["2567/progress.yml"] = REPORT
    assert verdicts(files, 2567)["o35-summary"].outcome is Outcome.MET


def test_a_criterion_of_unknown_wording_is_left_to_people(verdicts):
    found = verdicts({"2568/measures.yml": MEASURE}, 2568)["o27-limitations"]
    assert found.outcome is Outcome.BY_HAND
    assert found.reason


def test_a_result_of_another_fiscal_year_does_not_answer(verdicts):
    files = {"2569/measures.yml": MEASURE, "2569/progress.yml": REPORT, "2569/year.yml": EIT}
    assert outcomes(verdicts(files, 2569))["o26-year"] == "not_met"
    files["2569/year.yml"] = EIT + "\nimplementation_year: 2568"
    assert outcomes(verdicts(files, 2569))["o26-year"] == "met"


def test_an_agencys_own_criteria_are_judged(verdicts):
    own = """
        items:
          measures:
            criteria:
              - {id: own-time, text: มีเวลา, shows: timeframe}
              - {id: own-result, text: มีผลประเมิน, shows: result}
    """
    found = outcomes(verdicts({"2566/edition.yml": own}))
    assert (found["own-time"], found["own-result"]) == ("met", "not_met")
    assert "o42-units" not in found


@pytest.mark.parametrize(
    ("memo", "outcome"),
    [
        ("{for: measures, approved_on: 22 ก.ย. 2565}", "met"),
        ("{for: measures, date: 15 ก.ย. 2565}", "not_met"),
        ("{for: report, approved_on: 20 เม.ย. 2566}", "not_met"),
    ],
)
def test_an_edition_may_ask_for_the_approval_of_the_measures(verdicts, memo, outcome):
    asked = "items: {measures: {criteria: [{id: o42-approved, text: เห็นชอบแล้ว, shows: approval}]}}"
    files = {"2566/edition.yml": asked, "2566/year.yml": f"{EIT}\nmemos: [{memo}]"}
    assert verdicts(files)["o42-approved"].outcome.value == outcome
