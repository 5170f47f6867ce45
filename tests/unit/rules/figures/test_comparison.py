"""What can be compared: results of one year under one rule, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ita_site.facts.editions.load import edition_for
from ita_site.facts.model.assessment import Assessment
from ita_site.facts.model.edition import RatingRule
from ita_site.facts.model.publication import YearFacts
from ita_site.rules.figures.comparison import comparable, rule_of
from ita_site.rules.figures.covered import covered_year
from ita_site.rules.figures.status import Standing, measure_reports, tally
from tests.unit.rules.figures.facts import report, year_facts


@dataclass(frozen=True)
class Row:
    name: str
    facts: YearFacts

    @property
    def year(self):
        return self.facts.year

    @property
    def result_year(self):
        return self.facts.result_year

    @property
    def rule(self):
        return rule_of(self.facts.edition, self.facts.result_year)

    @property
    def total(self):
        found = self.facts.assessment
        return found.total.score if found else None

    @property
    def covered_year(self):
        return covered_year(self.facts)

    @property
    def tally(self):
        return tally(measure_reports(self.facts))

    @property
    def own_tally(self):
        return self.tally


def row(name: str, total: str | None = None, year: int = 2567, rule=None, **info: str) -> Row:
    edition = edition_for(year)
    if rule:
        edition = edition.model_copy(update={"ratings": (rule,)})
    result = {"total": {"score": total}} if total else {}
    facts = YearFacts(
        year=year,
        edition=edition,
        info=year_facts(year=str(year), **info).info,
        assessment=Assessment.model_validate(result) if total else None,
    )
    return Row(name, facts)


def a_rule(target: str, source: str = "ที่หนึ่ง") -> RatingRule:
    levels = [{"name": "ผ่าน", "total": target}, {"name": "ไม่ผ่าน", "total": "0"}]
    terms = {"first_year": "2561", "target": target, "levels": levels, "source": source}
    return RatingRule.model_validate(terms)


def names_in_groups(*rows: Row) -> list[list[str]]:
    return [[one.name for one in group.rows] for group in comparable(rows)]


def test_the_highest_score_stands_first_and_who_has_none_last_by_name():
    rows = (row("ค"), row("ก", "85"), row("ข", "97.73"), row("แก"))
    assert names_in_groups(*rows) == [["ข", "ก", "แก", "ค"]]


def test_equal_scores_stand_by_name():
    assert names_in_groups(row("โข", "90.00"), row("ข", "90"), row("ก", "90.0")) == [
        ["ก", "ข", "โข"]
    ]


def test_a_score_of_nothing_is_a_score():
    assert names_in_groups(row("ก"), row("ข", "0")) == [["ข", "ก"]]


def test_results_of_other_years_are_not_compared():
    assert names_in_groups(row("ก", "90"), row("ข", "95", result_year="2565")) == [["ก"], ["ข"]]
    assert names_in_groups(row("ก", "90"), row("ข", "95", year=2568)) == [["ข"], ["ก"]]


def test_results_under_other_rules_are_not_compared_whatever_their_scores():
    assert names_in_groups(row("ก", "90"), row("ข", "99", rule=a_rule("90")), row("ค", "80")) == [
        ["ก", "ค"],
        ["ข"],
    ]


def test_a_rule_is_the_same_whoever_wrote_it_down():
    one, other = a_rule("90", "คู่มือ"), a_rule("90", "ประกาศ")
    assert names_in_groups(row("ก", "90", rule=one), row("ข", "95", rule=other)) == [["ข", "ก"]]


def test_the_newest_year_stands_first_then_the_largest_group():
    rows = (
        row("ก", year=2566),
        row("ข", rule=a_rule("90")),
        row("ค", rule=a_rule("80")),
        row("ง", rule=a_rule("80")),
    )
    assert names_in_groups(*rows) == [["ค", "ง"], ["ข"], ["ก"]]


def test_the_middle_of_the_scores_is_rounded_half_up():
    (group,) = comparable([row("ก", "90.01"), row("ข", "90.02"), row("ค")])
    assert group.median == Decimal("90.02")
    assert group.totals == (Decimal("90.02"), Decimal("90.01"))
    (without,) = comparable([row("ก")])
    assert without.median is None


def test_the_measures_of_all_rows_are_counted_together():
    facts = [
        year_facts("a", "b", progress=[report("a", status="done", summary="ทำแล้ว")]),
        year_facts("a", progress=[report("a", status="done", summary="ทำแล้ว")]),
    ]
    rows = [Row("ก", one) for one in facts]
    (group,) = comparable(rows)
    assert group.tally.present == ((Standing.DONE, 2), (Standing.NOT_REPORTED, 1))


def test_scores_under_an_unknown_rule_are_not_ranked():
    rows = [row("ข", "99.00", year=2530), row("ก", "80.00", year=2530)]
    assert {one.rule for one in rows} == {None}
    (group,) = comparable(rows)
    assert [one.name for one in group.rows] == ["ก", "ข"]
    assert (group.is_ranked, group.median) == (False, None)
