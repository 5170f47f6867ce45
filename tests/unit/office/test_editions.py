"""What the program knows of each year, and what only the manual can confirm."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from ita_site.cli import main
from ita_site.facts.editions.load import edition_for, edition_years
from ita_site.facts.model.sourced import Certainty
from ita_site.rules.figures.doubts import doubts


def said(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["editions", *arguments])
    assert result.exit_code == 0
    return result.output


def test_every_year_has_a_line_with_its_codes_and_its_doubts():
    lines = said().splitlines()
    assert len(lines) == len(edition_years())
    assert "มาตรการ O25 ผล O26 (ผลของปีงบประมาณ 2568)" in lines[0]
    for line, year in zip(lines, reversed(edition_years()), strict=True):
        count = len(doubts(edition_for(year), year, year - 1))
        assert line.endswith(f"ยังไม่ยืนยัน {count} เรื่อง")


@pytest.mark.parametrize("year", edition_years())
def test_every_fact_that_is_not_certain_is_told_with_what_would_confirm_it(year):
    edition, told = edition_for(year), said("--doubts", "--year", str(year))
    items = (edition.items.measures, edition.items.results)
    unsure = [found for item in items for found in item.criteria if found.needs_checking]
    assert all(criterion.text in told for criterion in unsure)
    assert all(item.title in told for item in items if item.needs_checking)
    assert all(entry.title in told for entry in edition.oit.items if entry.needs_checking)
    assert f"ยืนยันได้ด้วย คู่มือการประเมิน ITA ปี {year}" in told
    assert not re.search(r"แน่นอน;", told)  # what is certain is no doubt


def test_the_questionnaires_are_in_doubt_where_their_texts_are_not_known():
    told = said("--doubts", "--year", "2569")
    assert "ข้อคำถาม i1–i15, e1–e9 เป็นของตัวชี้วัดใด" in told
    known = said("--doubts", "--year", "2566")
    assert "เป็นของตัวชี้วัดใด" not in known
    assert "ข้อความของข้อคำถาม i1–i13" in known
    assert "i14" not in known.split("ข้อความของข้อคำถาม")[1].split(" ของผลปี")[0].replace("–", " ")


def test_the_instruments_of_an_edition_that_is_not_sure_of_them_are_told():
    edition = edition_for(2569)
    assert not any("เครื่องมือ IIT" in doubt.fact for doubt in doubts(edition, 2569, 2568))
    first, *others = edition.instruments
    unsure = first.model_copy(update={"certainty": Certainty.PROBABLE})
    shaky = edition.model_copy(update={"instruments": (unsure, *others)})
    assert any("เครื่องมือ IIT" in doubt.fact for doubt in doubts(shaky, 2569, 2568))


def test_a_year_that_borrows_says_from_which_and_how_to_send_what_is_known():
    told = said("--doubts", "--year", "2575")
    assert f"ใช้ของปี {edition_years()[-1]}" in told
    assert "2574" in told
    assert "edition.yml" in told
    assert "/issues" in told


def test_a_year_that_is_none_is_wrong_usage():
    assert CliRunner().invoke(main, ["editions", "--doubts", "--year", "69"]).exit_code == 2
