"""`targets.yml`: what it may say, and what is told of it."""

from __future__ import annotations

import pytest

from ita_site.delivery.publish.target import PublishError
from ita_site.delivery.publish.targets import read_targets
from ita_site.facts.problems import DataError

KNOWN = ("khok-mon", "roi-et", "tak")


def targets(tmp_path, text):
    (tmp_path / "targets.yml").write_text(text, "utf-8")
    return {one.agency: one for one in read_targets(tmp_path, KNOWN)}


def refused(target):
    with pytest.raises(PublishError) as caught:
        target.address()
    return caught.value


def test_a_line_is_an_agency_and_its_target(tmp_path):
    found = targets(tmp_path, "tak: ssh://ita@tak.example/\nroi-et: file:///srv/roi-et\n")
    assert {slug: str(one.address()) for slug, one in found.items()} == {
        "tak": "ssh://ita@tak.example/",
        "roi-et": "file:///srv/roi-et",
    }


@pytest.mark.parametrize("text", ["", "# ยังไม่มี\n", "{}\n"])
def test_an_empty_file_names_none(tmp_path, text):
    assert targets(tmp_path, text) == {}


def test_a_name_that_is_no_agencys_is_told_with_the_nearest(tmp_path):
    error = refused(targets(tmp_path, "khok-mom: file:///srv/a\n")["khok-mom"])
    assert (error.code, error.details["choices"]) == ("ITA865", "khok-mon")


def test_two_agencies_with_one_place_are_told_of_each_other(tmp_path):
    text = "tak: ssh://a@Host.example/x\nroi-et: ssh://b@host.example/x/\nkhok-mon: file:///srv\n"
    found = targets(tmp_path, text)
    assert refused(found["tak"]).details == {"agencies": "roi-et"}
    assert refused(found["roi-et"]).details == {"agencies": "tak"}
    assert found["khok-mon"].address().path == "/srv"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("- tak\n", {(1, "ITA203")}),
        ("tak: [a]\nroi-et: {b: c}\n", {(1, "ITA203"), (2, "ITA203")}),
        ("tak: file:///a\ntak: file:///b\n", {(2, "ITA110")}),
    ],
)
def test_what_cannot_be_read_is_told_all_at_once_by_line(tmp_path, text, codes):
    with pytest.raises(DataError) as caught:
        targets(tmp_path, text)
    assert {(it.line, it.code) for it in caught.value.problems} == codes
    assert {it.file for it in caught.value.problems} == {"targets.yml"}


@pytest.mark.parametrize("code", ["ITA801", "ITA802", "ITA803"])
def test_a_target_is_held_to_the_same_rules_as_one_alone(tmp_path, code):
    text = {"ITA801": "pages", "ITA802": "ssh://a:secret@b.example/", "ITA803": "ftp://b.example/"}
    error = refused(targets(tmp_path, f"tak: {text[code]}\n")["tak"])
    assert error.code == code
    assert "secret" not in error.message()
