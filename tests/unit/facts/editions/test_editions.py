"""The editions shipped: whole, sourced, and consistent with themselves."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from pydantic import BaseModel

from ita_site.facts.editions.load import edition_for, edition_years, national_channels
from ita_site.facts.model.sourced import OWN, Certainty, Sourced
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.checks.run import check
from ita_site.rules.figures.doubts import doubts

DAY = BEDate(2569, 11, 20)
EDITIONS = [edition_for(year) for year in edition_years()]
every_edition = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: str(edition.year))


def facts(value):
    """Every model within a model."""
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from facts(getattr(value, name))
    elif isinstance(value, tuple):
        for entry in value:
            yield from facts(entry)


def test_the_years_the_demonstration_needs_are_shipped():
    assert {2566, 2568, 2569} <= set(edition_years())
    assert list(edition_years()) == sorted(edition_years())


@every_edition
def test_every_fact_has_a_source_and_a_certainty(edition):
    sourced = [fact for fact in facts(edition) if isinstance(fact, Sourced)]
    assert len(sourced) > 20
    for fact in sourced:
        assert fact.source not in ("", OWN)
        assert fact.certainty in Certainty
        assert fact.needs_checking is (fact.certainty is not Certainty.CERTAIN)


@every_edition
def test_what_is_not_certain_is_listed_for_the_officer(edition):
    unsure = [
        item for item in (edition.items.measures, edition.items.results) if item.needs_checking
    ]
    listed = "\n".join(doubt.fact for doubt in doubts(edition, edition.year, edition.year - 1))
    assert all(item.code in listed and item.title in listed for item in unsure)
    if not unsure:
        assert f"รหัส {edition.items.measures.code}" not in listed


@every_edition
def test_the_weights_of_the_instruments_add_up_to_100(edition):
    assert sum(instrument.weight for instrument in edition.instruments) == 100


@every_edition
def test_every_indicator_belongs_to_an_instrument_and_every_instrument_has_one(edition):
    assert [indicator.no for indicator in edition.indicators] == list(range(1, 11))
    instruments = [instrument.code for instrument in edition.instruments]
    assert {indicator.instrument for indicator in edition.indicators} == set(instruments)
    assert len(set(instruments)) == len(instruments)


@every_edition
def test_topics_are_numbered_and_their_ids_are_the_terms_of_the_field(edition):
    assert [topic.no for topic in edition.topics] == list(range(1, 8))
    assert [topic.id for topic in edition.topics] == [
        "transparent_process",
        "service_eservice",
        "public_information",
        "state_property",
        "budget_procurement",
        "power_hr",
        "anti_corruption_mechanism",
    ]


@every_edition
def test_names_of_groups_are_found_by_kind_and_identifier(edition):
    assert edition.group_name("indicator", "4") == "การใช้ทรัพย์สินของราชการ"
    assert edition.group_name("instrument", "EIT") == "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก"
    assert edition.group_name("topic", "service_eservice") == "การให้บริการและระบบ E-Service"
    assert edition.group_name("topic", "4") is None


@every_edition
def test_rating_rules_follow_each_other_without_gap_or_overlap(edition):
    for result_year in range(2561, edition.year + 5):
        assert len([rule for rule in edition.ratings if rule.covers(result_year)]) == 1
    assert edition.rating_rule(2560) is None


@every_edition
def test_the_levels_of_a_rule_go_down_to_zero(edition):
    for rule in edition.ratings:
        totals = [level.total for level in rule.levels]
        assert totals == sorted(totals, reverse=True)
        assert totals[-1] == 0
        assert all(level.each <= level.total for level in rule.levels)
        assert rule.target in totals


@every_edition
def test_the_rule_for_the_survey_accepts_its_own_kind_and_no_staff_survey(edition):
    rule = edition.eit
    example = urlsplit(rule.example)
    assert (example.scheme, example.hostname in rule.hosts) == ("https", True)
    for path in ("/go/eit/xgitdi", "/go/eit/u4gpi2", "/go/eit/1e8vml"):
        assert re.fullmatch(rule.path, path)
        assert not re.search(rule.staff_path, path)
    assert re.search(rule.staff_path, "/go/iit/xgitdi")
    assert not re.fullmatch(rule.path, "/go/iit/xgitdi")


def test_a_years_items_are_those_the_documents_name():
    codes = {
        edition.year: (edition.items.measures.code, edition.items.results.code)
        for edition in EDITIONS
    }
    assert codes[2566] == ("O42", "O43")
    assert codes[2568] == ("O27", "O28")
    assert codes[2569] == ("O25", "O26")
    assert edition_for(2566).items.results.slug == "o43"


def test_only_the_items_read_word_for_word_are_certain():
    certain = [edition.year for edition in EDITIONS if not edition.items.measures.needs_checking]
    assert certain == [2566]


@pytest.mark.parametrize("year", [2560, edition_years()[-1] + 1, 2600])
def test_a_year_without_an_edition_borrows_the_nearest_and_says_so(year, data):
    nearest = min(edition_years(), key=lambda other: abs(other - year))
    assert edition_for(year).year == nearest
    problems = check(read_publication(data({f"{year}/year.yml": f"assessment_year: {year}"})), DAY)
    assert [(problem.code, problem.level) for problem in problems] == [("ITA405", "warning")]
    assert str(nearest) in problems[0].what()


def test_the_national_channels_can_be_reached_by_telephone():
    national = national_channels()
    assert national.checked_on
    assert any("ป.ป.ช." in channel.short for channel in national.channels)
    for channel in national.channels:
        assert re.fullmatch(r"[0-9]{4,}", channel.hotline)
        assert bool(channel.url) == bool(channel.url_label)
        assert channel.url is None or channel.url.startswith("https://")
