"""Where two pictures differ: nothing that does is left out, nothing that moved is called so."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from ita_site.history.review.preview import cuts
from ita_site.history.review.preview.cuts import (
    COME,
    GONE,
    GUTTER,
    MOST,
    NARROWEST,
    TALLEST,
    cut_alone,
    cut_to_differences,
)

WIDTH = 1280
INK = (20, 30, 40)


def page(*marks: tuple[int, int], height: int = 3000, width: int = WIDTH) -> Image.Image:
    """A white page with numbered rows of text-like ink, and boxes at column and row."""
    picture = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(picture)
    for row in range(0, height, 20):
        draw.rectangle((10, row, 10 + row % 300, row + 8), fill=(row % 251, row // 251, 90))
    for left, top in marks:
        draw.rectangle((left, top, left + 39, top + 11), fill=INK)
    return picture


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def has(picture: Image.Image, colour: tuple[int, ...]) -> bool:
    return any(found == colour for _, found in picture.getcolors(picture.width * picture.height))


def test_equal_pictures_have_no_cut():
    assert cut_to_differences(page((50, 50)), page((50, 50))) == cuts.Cuts((), 0)


def test_a_difference_is_shown_on_both_sides_with_its_own_colour():
    ((cut,), more) = cut_to_differences(page(), page((700, 1500)))
    old, new = opened(cut.old), opened(cut.new)
    assert old.size == new.size
    assert NARROWEST <= old.width <= NARROWEST + GUTTER
    assert old.height < 150
    assert has(new, INK)
    assert not has(old, INK)
    assert has(old, GONE)
    assert has(new, COME)
    assert more == 0


@pytest.mark.parametrize("left", [0, 640, WIDTH - 40])
def test_a_cut_stays_within_the_page(left):
    ((cut,), _) = cut_to_differences(page(), page((left, 0)))
    assert has(opened(cut.new), INK)


def test_what_only_moved_down_is_no_difference():
    before = page(height=2000)
    after = Image.new("RGB", (WIDTH, 2100), "white")
    after.paste(before.crop((0, 0, WIDTH, 600)))
    ImageDraw.Draw(after).rectangle((100, 620, 400, 680), fill=INK)
    after.paste(before.crop((0, 600, WIDTH, 2000)), (0, 700))
    ((cut,), more) = cut_to_differences(before, after)
    assert opened(cut.new).height < 300
    assert has(opened(cut.new), INK)
    assert more == 0


def test_near_differences_are_one_cut_and_far_ones_two():
    assert len(cut_to_differences(page(), page((50, 100), (50, 130))).cuts) == 1
    assert len(cut_to_differences(page(), page((50, 100), (50, 900))).cuts) == 2


def test_of_many_differences_the_rest_is_counted():
    marks = [(50, 200 * number) for number in range(MOST + 3)]
    found = cut_to_differences(page(), page(*marks))
    assert (len(found.cuts), found.more) == (MOST, 3)


def test_what_is_too_high_is_torn_and_that_is_counted():
    other = Image.new("RGB", (WIDTH, TALLEST + 500), INK)
    ((cut,), more) = cut_to_differences(page(), other)
    assert opened(cut.new).height == TALLEST
    assert more == 1
    assert cut_alone(other)[1] == 1
    assert cut_alone(page(height=100))[1] == 0


def test_a_page_of_stripes_takes_no_time():
    """Rows that are alike by the thousands are what makes a comparison endless."""
    stripes = Image.new("RGB", (60, 2), "white")
    stripes.putpixel((3, 0), INK)
    stripes.putpixel((5, 1), INK)
    high = Image.new("RGB", (60, 40_000), "white")
    for top in range(0, 40_000, 2):
        high.paste(stripes, (0, top))
    other = high.copy()
    for top in (1, 19_999, 39_998):
        other.putpixel((9, top), (255, 0, 0))
    assert len(cut_to_differences(high, other).cuts) == 3


@given(st.lists(st.tuples(st.integers(0, 240), st.integers(0, 588)), min_size=1, max_size=6))
def test_whatever_differs_is_within_some_cut(marks):
    old, new = page(height=600, width=300), page(*marks, height=600, width=300)
    assert any(has(opened(cut.new), INK) for cut in cut_to_differences(old, new).cuts)
