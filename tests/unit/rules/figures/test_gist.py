"""A year and a measure in plain sentences: from facts alone, and silent where they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_site.facts.model.assessment import Assessment
from ita_site.rules.figures.gist import LONGEST, measure_gist, year_gist
from ita_site.rules.figures.status import measure_reports
from tests.unit.rules.figures.facts import agency_facts, report, result_facts, year_facts

if TYPE_CHECKING:
    from ita_site.facts.model.publication import YearFacts

DONE = {"status": "done", "summary": "ทำแล้ว"}


def said_of_a_year(*years: YearFacts):
    return year_gist(agency_facts(*years), years[-1])


def said_of(*reports: dict[str, object], measure: str | dict[str, object] = "a"):
    [entry] = measure_reports(year_facts(measure, progress=[report(**one) for one in reports]))
    return measure_gist(entry)


def titled(*names: str):
    return [{"id": f"m{at}", "title": name} for at, name in enumerate(names)]


def metric(**figures: object):
    return {"status": "done", "summary": "ทำ", "outcomes": [{"text": "ผล", "metrics": [figures]}]}


def test_what_was_promised_is_told_first_with_the_unfinished_by_name():
    facts = year_facts(
        *titled("บัตรคิว", "สมุดรถ"),
        progress=[report("m0", **DONE), report("m1", status="in_progress", summary="เริ่ม")],
    )
    assert said_of_a_year(facts) == ("ปี 2566 สัญญาไว้ 2 เรื่อง ทำแล้ว 1 เหลือ 1: สมุดรถ",)
    assert said_of_a_year(year_facts()) == ()


def test_an_empty_report_that_says_done_is_not_told_as_done():
    facts = year_facts("a", progress=[report(status="done")])
    assert "เสร็จแล้ว" not in said_of_a_year(facts)[0]


def test_a_figure_is_told_before_and_after_and_more_are_counted():
    figures = {"name": "รอคิว", "before": "34", "after": "18", "unit": "นาที"}
    one = year_facts("a", progress=[report(**metric(**figures))])
    assert said_of_a_year(one)[1] == "รอคิว เดิม 34 เป็น 18 นาที"
    two = year_facts("a", "b", progress=[report(each, **metric(**figures)) for each in "ab"])
    assert said_of_a_year(two)[1] == "รายงานตัวเลขก่อนและหลังไว้ 2 ตัว เช่น รอคิว เดิม 34 เป็น 18 นาที"


def test_a_result_is_told_with_its_move_and_its_lowest_indicator():
    before = result_facts(2568, "80", "90", total={"score": "90"})
    now = result_facts(2569, "78.5", "90", total={"score": "91.25"})
    lowest = now.edition.indicators[0].name
    assert said_of_a_year(before, now) == (
        f"ผลประเมิน ITA ปี 2568 ได้ 91.25 คะแนน เพิ่มขึ้น 1.25 จากปี 2567 ต่ำที่สุดคือ{lowest} 78.5",
    )
    alone = replace(now, assessment=Assessment.model_validate({"total": {"score": "91.25"}}))
    assert said_of_a_year(alone) == ("ผลประเมิน ITA ปี 2568 ได้ 91.25 คะแนน",)
    unknown = result_facts(2569, "78.5")
    assert said_of_a_year(unknown) == (f"ผลประเมิน ITA ปี 2568 ต่ำที่สุดคือ{lowest} 78.5",)


def test_the_year_that_the_results_item_covers_is_told():
    covered = year_facts("a", year="2568", progress=[report(**DONE)])
    runs = year_facts("b", year="2569")
    assert said_of_a_year(covered, runs) == ("ปี 2568 สัญญาไว้ 1 เรื่อง ทำแล้วครบทุกเรื่อง",)


@pytest.mark.parametrize(
    ("figures", "text"),
    [
        ({"before": "34", "after": "18", "unit": "นาที"}, "รอคิว เดิม 34 เป็น 18 นาที"),
        ({"before": "23", "after": "5", "unit": "ร้อยละ"}, "รอคิว เดิมร้อยละ 23 เป็นร้อยละ 5"),
        ({"before": "1-2", "after": "7-10"}, "รอคิว เดิม 1-2 เป็น 7-10"),
        ({"after": "18", "unit": "นาที"}, "รอคิว 18 นาที"),
        ({"before": "34", "missing": "true"}, "ผล"),
    ],
)
def test_a_measure_tells_its_first_figure(figures, text):
    assert said_of(metric(name="รอคิว", **figures)).text == text


def test_without_figures_a_measure_tells_the_first_of_what_it_reached_caused_and_did():
    target = {"id": "a", "targets": [{"id": "t", "text": "ผู้รู้", "goal": "80", "unit": "คน"}]}
    reached = {**DONE, "outcomes": ["ผล"], "reached": [{"target": "t", "value": "86"}]}
    assert said_of(reached, measure=target).text == "ผู้รู้ ทำได้ 86 คน จากเป้าหมาย 80 คน"
    assert said_of({**DONE, "outcomes": ["ผล", "อีกผล"]}).text == "ผล"
    assert said_of(DONE).text == "ทำแล้ว"


def test_the_newest_report_that_says_something_is_told():
    rounds = ({"round": "6", **DONE}, {"round": "12", "status": "done"})
    assert said_of(*rounds).text == "ทำแล้ว"
    newer = {"round": "12", "status": "done", "summary": "เสร็จ"}
    assert said_of(rounds[0], newer).text == "เสร็จ"


def test_silence_and_what_hinders_are_told_as_such():
    assert said_of().text == "เว็บไซต์นี้ยังไม่มีรายงานผล"
    assert said_of({"status": "done"}).text == "เว็บไซต์นี้ยังไม่มีรายงานผล"
    assert said_of({"status": "not_started"}).text == "ยังไม่เริ่ม"
    hindered = {"status": "not_started", "obstacles": "รองบประมาณ"}
    assert said_of(hindered).text == "ยังไม่เริ่ม เพราะรองบประมาณ"


def test_a_long_text_ends_at_a_space_and_says_so():
    text = said_of({**DONE, "summary": "ประชุมชี้แจง " * 30}).text
    assert len(text) <= LONGEST + 2
    assert text.endswith("ประชุมชี้แจง…")
    assert said_of({**DONE, "summary": "- ข้อแรก\n- ข้อสอง"}).text == "ข้อแรก"
