"""Pictures for messengers: the same bytes for the same words, Thai set right, nothing cut off."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageDraw, features

from ita_site.facts.thai.decimals import PER_CENT
from ita_site.rules.figures.gist import Moved
from ita_site.site.share import picture
from ita_site.site.share.cards import moved_figure
from ita_site.site.share.picture import EDGE, Card, Told, draw, is_drawable
from ita_site.site.share.raqm import can_draw

NAVY = (22, 50, 92)
WAITING = Told("เวลารอคอยโดยเฉลี่ยที่จุดบริการ", "18 นาที", "34")
CARD = Card("เทศบาลทดสอบ", "มาตรการปี 2568", "เข้าคิวเท่ากันทุกคน", (WAITING,), "", "", NAVY)


def opened(card: Card) -> Image.Image:
    return Image.open(io.BytesIO(draw(card))).convert("RGB")


def test_the_size_is_what_messengers_ask_for_and_the_weight_is_small():
    assert opened(CARD).size == (1200, 630)
    assert len(draw(CARD)) < 30_000


def test_the_same_words_give_the_same_bytes_and_each_word_shows():
    assert draw.__wrapped__(CARD) == draw.__wrapped__(CARD)
    changes = (
        {"agency": "เทศบาลอื่น"},
        {"corner": "มาตรการปี 2567"},
        {"title": "เข้าคิว"},
        {"told": (WAITING._replace(before="33"),)},
        {"told": (WAITING._replace(label="เวลา"),)},
        {"told": (), "note": "ทำแล้ว"},
        {"notice": "ข้อมูลสาธิต"},
        {"colour": (90, 20, 40)},
    )
    pictures = {draw(CARD), *(draw(replace(CARD, **change)) for change in changes)}
    assert len(pictures) == 1 + len(changes)


@pytest.mark.parametrize(
    "change",
    [
        {"title": "ทบทวนคู่มือสำหรับประชาชนให้เข้าใจง่าย " * 9},
        {"agency": "องค์การบริหารส่วนตำบลที่มีชื่อยาวมากจนเกินกว่าจะอยู่ในบรรทัดเดียวกันได้"},
        {"told": (WAITING._replace(label="จำนวนผู้ร่วมประชุมจากทุกหมู่บ้าน " * 6),)},
        {"told": (WAITING._replace(value="203 จาก 203 คนในทุกสำนักและทุกกอง", before="158 จาก 191"),)},
        {"told": (WAITING, WAITING._replace(before="", value="1,234,567.89 คะแนน"))},
        {"told": (), "note": "ประชุมชี้แจงและแจ้งเวียนหนังสือ " * 20},
    ],
)
def test_whatever_is_said_stays_within_the_edges(change):
    shown = opened(replace(CARD, **change))
    paper = shown.crop((0, 110, 1200, 580))
    ground = Image.new("RGB", paper.size, "white")
    left, _, right, _ = picture_box(paper, ground)
    assert left >= EDGE - 8
    assert right <= 1200 - EDGE + 8


def picture_box(shown: Image.Image, ground: Image.Image):
    from PIL import ImageChops  # noqa: PLC0415 - of this one place

    return ImageChops.difference(shown, ground).getbbox()


def test_a_tone_mark_stands_above_its_vowel():
    def height(text: str) -> int:
        mask = Image.new("L", (400, 200))
        picture.Line(text, 90).draw(ImageDraw.Draw(mask), 20, 150)
        _, top, _, bottom = mask.getbbox()
        return bottom - top

    assert height("ที่") > height("ที") > height("ท")


def test_signs_that_the_font_lacks_are_known():
    assert is_drawable("เสร็จ 90.5 % (O42) – “ดี” …")
    assert not is_drawable("≥ 80")
    assert not is_drawable("😀")


def test_without_raqm_nothing_is_drawn(monkeypatch):
    can_draw.cache_clear()
    monkeypatch.setattr(features, "check", lambda name: name != "raqm")
    try:
        assert not can_draw()
    finally:
        monkeypatch.undo()
        can_draw.cache_clear()
    assert can_draw()


def test_a_share_says_per_cent_beside_its_name_and_a_unit_stands_behind_its_figure():
    share = moved_figure(Moved("เที่ยวที่บันทึกไม่ครบ", "23", "5", PER_CENT))
    assert share == ("เที่ยวที่บันทึกไม่ครบ (ร้อยละ)", "5", "23")
    assert moved_figure(Moved("รอคิว", "34", "18", "นาที")) == ("รอคิว", "18 นาที", "34")
    assert moved_figure(Moved("รอคิว", "34", "18 นาที", "นาที")) == ("รอคิว", "18 นาที", "34")
