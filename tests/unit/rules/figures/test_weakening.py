"""Which changes are loud: a row of the table each, with the change that is and one that is not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from ita_site.facts.model.progress import Status
from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.figures.changes import weakening
from ita_site.rules.figures.changes.compare import compare
from ita_site.rules.figures.changes.weakening import REWRITINGS, WEAKENINGS
from tests.unit.rules.figures.facts import agency_facts, report, result_facts, year_facts

DAY, LATER = BEDate(2566, 5, 1), BEDate(2566, 6, 1)
EXAMPLES = {
    weakening.changed: ((None, "ก"), ("ก", "ก")),
    weakening.replaced: (("ก", "ข"), (None, "ก")),
    weakening.gone: ((("ก",), ()), (("ก",), ("ข",))),
    weakening.some_gone: (((6, 12), (12,)), ((6,), (6, 12))),
    weakening.longer: ((5, 60), (60, 5)),
    weakening.lower: ((Decimal(85), Decimal(80)), (Decimal(80), Decimal(85))),
    weakening.earlier: ((LATER, DAY), (DAY, LATER)),
    weakening.goes_back: (
        (Status.DONE, Status.IN_PROGRESS),
        (Status.IN_PROGRESS, Status.DONE),
    ),
}
"""Of each predicate a change that is loud, and one that is not."""


@pytest.mark.parametrize(
    "row", [*WEAKENINGS, *REWRITINGS], ids=lambda row: f"{row[0].__name__}.{row[1]}"
)
def test_every_row_names_a_field_there_is(row):
    model, name = row
    assert not name or name in model.model_fields


@pytest.mark.parametrize("predicate", EXAMPLES, ids=lambda predicate: predicate.__name__)
def test_each_predicate_tells_its_own(predicate):
    (loud, quiet) = EXAMPLES[predicate]
    assert predicate(*loud)
    assert not predicate(*quiet)


def test_every_predicate_of_the_table_has_an_example():
    assert {*WEAKENINGS.values(), *REWRITINGS.values()} == EXAMPLES.keys()


@pytest.mark.parametrize(
    "predicate", [weakening.longer, weakening.lower, weakening.earlier, weakening.goes_back]
)
def test_what_is_taken_out_is_less_than_anything(predicate):
    (loud, _) = EXAMPLES[predicate]
    assert predicate(loud[0], None)
    assert not predicate(None, loud[1])


def loud(old, new, today=None):
    return [
        (change.kind.value, change.name, change.field or change.subject)
        for change in compare(agency_facts(old), agency_facts(new), today)
        if change.loud
    ]


def reported(**fields: object):
    return year_facts("a", progress=[report(round="6", **fields)])


def promised(**fields: object):
    return year_facts({"id": "a", **fields})


def put_forward(**memo: object):
    return year_facts("a", memos=[{"for": "measures", "number": "ตย 1", **memo}])


PAPER = {"number": "ตย 1", "date": "1 ก.ย. 2565", "subject": "มาตรการส่งเสริมคุณธรรมและความโปร่งใส"}
PICTURE = {"file": "files/a.jpg", "text": "ห้องประชุม"}
PROOF = {"title": "รายงาน", "url": "https://tuayang.example/a.pdf"}


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        (reported(obstacles=["ล่าช้า"]), reported(), ["obstacles"]),
        (reported(evidence=[PROOF]), reported(), ["evidence"]),
        (
            reported(evidence=[PROOF]),
            reported(evidence=[PROOF | {"url": "https://evil.example/a.pdf"}]),
            ["evidence"],
        ),
        (reported(status="done"), reported(status="not_started"), ["status"]),
        (year_facts("a", reporting_rounds=["6", "12"]), year_facts("a"), ["reporting_rounds"]),
        (
            year_facts({"id": "a", "steps": ["ก", "ข"]}),
            year_facts({"id": "a", "steps": ["ก"]}),
            ["steps"],
        ),
        (result_facts(2566, "80"), result_facts(2566, "90"), ["score"]),
        (
            result_facts(2566, analysis={"findings": ["ช้า"]}),
            result_facts(2566, analysis={}),
            ["analysis"],
        ),
        (
            result_facts(2566, analysis={"findings": ["ตอบช้า"]}),
            result_facts(2566, analysis={"findings": ["ตอบเร็ว"]}),
            ["analysis"],
        ),
        (
            year_facts("a", eit={"closes_on": "30 มิ.ย. 2566"}),
            year_facts("a", eit={"closes_on": "1 มิ.ย. 2566"}),
            ["closes_on"],
        ),
        (promised(budget="50,000"), promised(budget="40,000"), ["budget"]),
        (promised(budget="50,000"), promised(), ["budget"]),
        (
            promised(targets=[{"text": "รอ", "goal": "3"}]),
            promised(targets=[{"text": "รอ", "goal": "9"}]),
            ["targets"],
        ),
        (promised(targets=["ก", "ข"]), promised(targets=["ข"]), ["targets"]),
        (reported(percent_done="60"), reported(percent_done="40%"), ["percent_done"]),
        (reported(pictures=[PICTURE]), reported(), ["pictures"]),
        (
            put_forward(approved_on="1 ต.ค. 2565"),
            put_forward(approved_on="1 ก.ย. 2565"),
            ["memos"],
        ),
        (put_forward(approved_on="1 ต.ค. 2565"), year_facts("a"), ["memos"]),
        (year_facts("a", memo={"number": "ตย 1"}), year_facts("a"), ["memos"]),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_what_is_taken_from_the_facts_is_loud(old, new, names):
    assert [name for _, name, _ in loud(old, new)] == names


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (reported(summary="ก"), reported(summary=["ก", "ข"])),
        (reported(status="in_progress"), reported(status="done")),
        (reported(), reported(evidence=[PROOF])),
        (year_facts("a"), year_facts("a", reporting_rounds=["6"])),
        (promised(targets=["ก"]), promised(targets=["ก", "ข"])),
        (promised(budget="40,000"), promised(budget="50,000")),
        (reported(percent_done="40"), reported(percent_done="60")),
        (put_forward(), put_forward(approved_on="1 ต.ค. 2565")),
        (year_facts("a", memo=PAPER), put_forward(**PAPER)),
    ],
)
def test_what_is_added_is_quiet(old, new):
    assert compare(agency_facts(old), agency_facts(new), DAY)
    assert loud(old, new) == []


def test_a_report_is_rewritten_only_once_its_round_is_over():
    old, new = reported(summary="อบรม 20 คน"), reported(summary="อบรม 90 คน")
    assert loud(old, new, BEDate(2566, 3, 31)) == []
    assert [name for _, name, _ in loud(old, new, BEDate(2566, 4, 1))] == ["summary"]


def test_the_survey_window_is_loud_and_no_survey_link():
    old = year_facts("a", eit={"opens_on": "1 ม.ค. 2566"})
    new = year_facts("a", eit={"opens_on": "1 ก.พ. 2566"})
    (change,) = compare(agency_facts(old), agency_facts(new))
    assert change.loud
    assert not change.is_survey_link


def test_a_criterion_that_an_own_edition_drops_is_named():
    old = year_facts("a")
    items, edition = old.edition.items, old.edition
    kept = items.measures.criteria[:1]
    cut = items.model_copy(
        update={"measures": items.measures.model_copy(update={"criteria": kept})}
    )
    new = replace(old, edition=edition.model_copy(update={"items": cut}))
    dropped = {subject for kind, _, subject in loud(old, new) if kind == "removed"}
    expected = {f"ข้อ {items.measures.code} {one.text}" for one in items.measures.criteria[1:]}
    assert dropped == expected
    assert expected
