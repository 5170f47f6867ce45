"""Two states of facts, and what became of which."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_site.rules.figures.changes.change import Noun
from ita_site.rules.figures.changes.compare import compare
from ita_site.rules.figures.changes.difference import Kind
from ita_site.rules.figures.changes.wording import Fate, mark_changes, shorten_kept
from tests.unit.rules.figures.facts import agency_facts, report, result_facts, year_facts


def measure(*steps: str, **fields: object):
    return {"id": "a", "title": "ก", "steps": [{"text": step} for step in steps], **fields}


def changed(old, new):
    return compare(agency_facts(old), agency_facts(new))


def kinds(old, new):
    return [(change.kind, change.field, change.old, change.new) for change in changed(old, new)]


def test_equal_facts_have_no_changes():
    assert changed(year_facts(measure("ข")), year_facts(measure("ข"))) == ()


def test_a_step_in_between_is_added_and_the_others_stay():
    found = kinds(year_facts(measure("หนึ่ง", "สอง")), year_facts(measure("หนึ่ง", "แทรก", "สอง")))
    assert [(kind, new) for kind, _, _, new in found] == [(Kind.ADDED, "แทรก")]


def test_steps_in_another_order_are_moved_and_not_reworded():
    found = kinds(year_facts(measure("หนึ่ง", "สอง")), year_facts(measure("สอง", "หนึ่ง")))
    assert [kind for kind, *_ in found] == [Kind.MOVED]


def test_what_a_measure_answers_is_told_in_words_and_not_by_its_id():
    def year(*answers: str):
        facts = result_facts(
            2566, "80", analysis={"improvements": [{"id": "D1", "text": "ตอบให้เร็วขึ้น"}]}
        )
        return replace(facts, measures=year_facts(measure(improvements=list(answers))).measures)

    assert kinds(year(), year("D1")) == [(Kind.ADDED, "ประเด็นพัฒนาที่มาตรการนี้ตอบ", "", "ตอบให้เร็วขึ้น")]


def test_an_id_that_changes_with_all_else_is_another_measure():
    old, new = year_facts(measure("ข")), year_facts({"id": "b", "title": "อื่น", "steps": ["ค"]})
    assert {(change.kind, change.key, change.loud) for change in changed(old, new)} == {
        (Kind.ADDED, "b", False),
        (Kind.REMOVED, "a", True),
    }


def test_a_renamed_measure_is_one_change_with_its_reports():
    reports = [report("a", round="6", summary="ก"), report("a", round="12", summary="ข")]
    renamed = [{**entry, "measure": "b"} for entry in reports]
    old = year_facts(measure("ข"), progress=reports)
    new = year_facts({**measure("ข"), "id": "b"}, progress=renamed)
    (change,) = changed(old, new)
    assert (change.kind, change.name, change.old, change.new) == (Kind.CHANGED, "id", "a", "b")
    assert change.loud


def test_a_measure_that_names_its_former_id_is_the_same_however_reworded():
    old = year_facts(measure("ข"))
    new = year_facts({"id": "b", "formerly": "a", "title": "อื่น", "steps": ["ค ค ค"]})
    assert Kind.REMOVED not in {c.kind for c in changed(old, new) if not c.field}
    assert {"id", "formerly"} <= {change.name for change in changed(old, new)}


@pytest.mark.parametrize(
    ("before", "after", "loud"),
    [("in_progress", "done", False), ("done", "in_progress", True), ("done", None, True)],
)
def test_a_status_that_goes_back_is_loud(before, after, loud):
    old, new = (
        year_facts("a", progress=[report(round="6", summary="ข", **({"status": s} if s else {}))])
        for s in (before, after)
    )
    (change,) = changed(old, new)
    assert (change.noun, change.key, change.loud) == (Noun.REPORT, "a/6", loud)


def test_reports_are_one_by_measure_and_round():
    old = year_facts("a", progress=[report(round="6", summary="ข")])
    new = year_facts(
        "a", progress=[report(round="12", summary="ข"), report(round="6", summary="ข")]
    )
    assert [(c.kind, c.key) for c in changed(old, new)] == [(Kind.ADDED, "a/12")]


def test_a_score_is_loud_and_digits_alone_are_no_change():
    assert changed(result_facts(2566, "91.5"), result_facts(2566, "91.50")) == ()
    (change,) = changed(result_facts(2566, "91.5"), result_facts(2566, "92"))
    assert (change.noun, change.old, change.new, change.loud) == (Noun.SCORE, "91.5", "92", True)


@given(st.text(), st.text())
def test_marked_words_hold_both_texts(old, new):
    words = mark_changes(old, new)
    assert "".join(text for fate, text in words if fate is not Fate.COME) == old
    assert "".join(text for fate, text in words if fate is not Fate.GONE) == new


def test_thai_is_marked_by_words_and_not_by_letters():
    words = mark_changes("ประชุมชี้แจงแผนทุกเดือน", "ประชุมชี้แจงแผนทุกไตรมาส")
    assert [fate for fate, _ in words] == [Fate.KEPT, Fate.GONE, Fate.COME]
    assert words[1].text.endswith("เดือน")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("https://ban.example/2570/a.pdf", "https://ban.example/2571/a.pdf"),
        ("law@ban.example", "audit@ban.example"),
    ],
)
def test_an_address_is_one_word(old, new):
    assert mark_changes(f"ดู {old} ก่อน", f"ดู {new} ก่อน")[1:3] == (
        (Fate.GONE, old),
        (Fate.COME, new),
    )


def test_long_stretches_that_stayed_are_cut_and_changes_are_not():
    words = shorten_kept(mark_changes("ข้อความเดิม " * 50 + "หนึ่ง", "ข้อความเดิม " * 50 + "สองสาม"))
    assert sum(len(text) for _, text in words) < 150
    assert words[-1].text == "สองสาม"
