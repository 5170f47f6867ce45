"""The agency's colour: white text can be read on it, or the nearest one is named."""

from __future__ import annotations

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_site.facts.model.colour import READABLE, Colour

CHANNEL = st.integers(0, 255)
COLOURS = st.builds(Colour, CHANNEL, CHANNEL, CHANNEL)


@pytest.mark.parametrize(
    ("text", "contrast"),
    [
        ("#000000", 21.0),
        ("#ffffff", 1.0),
        ("#ff0000", 3.998),
        ("#767676", 4.542),
        ("#595959", 7.005),
        ("#16325c", 12.767),
        ("#0000ff", 8.592),
    ],
)
def test_contrast_is_that_of_wcag(text, contrast):
    assert Colour.parse(text).contrast_with_white == pytest.approx(contrast, abs=0.001)


@pytest.mark.parametrize(("text", "readable"), [("#595959", True), ("#5a5a5a", False)])
def test_the_border_of_what_can_be_read(text, readable):
    assert Colour.parse(text).readable_under_white is readable


@given(COLOURS)
def test_a_colour_is_written_as_it_is_read(colour):
    assert Colour.parse(str(colour)) == colour
    assert Colour.parse(str(colour).upper()) == colour


@given(COLOURS)
def test_the_nearest_readable_colour_is_readable_and_no_lighter(colour):
    nearest = colour.nearest_readable()
    assert nearest.contrast_with_white >= READABLE
    assert nearest.luminance <= colour.luminance
    assert (nearest == colour) is colour.readable_under_white


@given(COLOURS.filter(lambda colour: not colour.readable_under_white))
def test_the_nearest_readable_colour_is_darkened_no_more_than_needed(colour):
    nearest = colour.nearest_readable()
    slightly_lighter = [min(255, round(c * 1.05) + 2) for c in parts(nearest)]
    assert not Colour(*slightly_lighter).readable_under_white


@given(COLOURS.filter(lambda colour: max(parts(colour)) - min(parts(colour)) > 60))
def test_the_nearest_readable_colour_keeps_the_hue(colour):
    before, after = (colorsys.rgb_to_hsv(*parts(c)) for c in (colour, colour.nearest_readable()))
    turned = abs(before[0] - after[0])
    assert min(turned, 1 - turned) < 0.05


def parts(colour):
    return colour.red, colour.green, colour.blue
