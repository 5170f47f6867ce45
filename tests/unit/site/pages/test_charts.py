"""Lines over the years as they are drawn: where a gap is, no line is."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from ita_site.rules.figures.trend import trend
from ita_site.site.pages.charts import HEIGHT, ROOM, SLOT, bar, floor, line_key, trend_line
from tests.unit.rules.figures.facts import agency_facts, result_facts


def years(*scores: str | None, first=2568):
    """A trend of indicator 1; None for a year without a score."""
    given = [(first + at, score) for at, score in enumerate(scores) if score]
    return trend(agency_facts(*(result_facts(year, score) for year, score in given)))


def drawn(svg):
    """The paths by kind, in order."""
    paths = ET.fromstring(svg).findall("path")  # noqa: S314 - our own drawing
    return [(path.get("class").removeprefix("ita-line__"), path.get("d")) for path in paths]


def of_kind(svg, kind):
    return [d for name, d in drawn(svg) if name == kind]


def points(d):
    return [(float(x), float(y)) for x, y in re.findall(r"([\d.]+) ([\d.]+)", d)]


def line_of(found, **options: bool):
    return trend_line(found.indicators[0], found, **options)


def test_neighbours_are_joined_and_a_gap_is_not_crossed():
    svg = line_of(years("90", "91", None, "92", "93", None, "94"))
    assert [[x for x, _ in points(d)] for d in of_kind(svg, "value")] == [[5, 15], [35, 45]]
    assert [points(d)[0][0] for d in of_kind(svg, "dot")] == [5, 15, 35, 45, 65]
    assert of_kind(svg, "gap") == [f"M{at} 0h{SLOT}v{HEIGHT}h-{SLOT}z" for at in (20, 50)]


def test_a_weak_year_is_a_ring_on_its_dot_and_not_told_by_colour_alone():
    svg = line_of(years("84.99", "85.00"))
    assert [points(d)[0][0] for d in of_kind(svg, "weak")] == [5]
    assert of_kind(svg, "hole") == of_kind(svg, "weak")
    assert [points(d)[0][0] for d in of_kind(svg, "dot")] == [15]


def test_higher_is_higher_and_full_marks_stay_within_the_drawing():
    (line,) = of_kind(line_of(years("100.00", "80.00", "80.01")), "value")
    heights = [y for _, y in points(line)]
    assert heights[0] == ROOM
    assert heights[0] < heights[2] < heights[1] <= HEIGHT - ROOM


def test_the_target_is_drawn_where_a_score_of_that_height_would_be_and_not_in_a_gap():
    svg = line_of(years("85", None, "85", "90"))
    assert of_kind(svg, "target") == ["M0 27.00h10", "M20 27.00h20"]
    assert [y for d in of_kind(svg, "dot")[:2] for _, y in points(d)] == [27, 27]


@pytest.mark.parametrize(
    ("lowest", "foot"),
    [
        ("100", 80),  # the target of 85 is the lowest then
        ("85.00", 80),
        ("84.99", 80),
        ("80.01", 80),
        ("80.00", 75),
        ("5.00", 0),
        ("0.00", 0),
    ],
)
def test_the_foot_lies_below_every_score_and_target(lowest, foot):
    assert floor(years(lowest, "100")) == foot


def test_the_year_in_which_the_levels_changed_is_marked_where_asked():
    found = years("90", None, "91", first=2566)
    assert of_kind(line_of(found, changes=True), "change") == [f"M{SLOT} 0V{HEIGHT}"]
    assert of_kind(line_of(found), "change") == []
    assert of_kind(line_of(years("90", "91", first=2567), changes=True), "change") == []


def test_who_hears_the_page_is_spared_the_drawing():
    for svg in (line_of(years("90", "91")), line_key("gap")):
        assert ET.fromstring(svg).get("aria-hidden") == "true"  # noqa: S314 - our own drawing


@pytest.mark.parametrize("sign", ["dot", "weak", "target", "gap", "change"])
def test_the_key_shows_each_sign_as_the_lines_do(sign):
    found = years("84", None, "90", "80", first=2566)
    kinds = {kind for kind, _ in drawn(line_of(found, changes=True))}
    assert {kind for kind, _ in drawn(line_key(sign))} <= kinds


def test_last_years_score_is_a_ring_and_not_drawn_where_it_is_not_known():
    score, before = Decimal("86.42"), Decimal("90.62")
    rings = re.findall(
        r'ita-bar__(before|hole)" d="M90.62 5h0"', bar(score, None, weak=False, before=before)
    )
    assert rings == ["before", "hole"]
    assert "before" not in bar(score, None, weak=False)
