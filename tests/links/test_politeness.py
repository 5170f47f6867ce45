"""No host is hurried, and none holds up the others. Counted at the servers, not timed."""

from __future__ import annotations

import dataclasses
import datetime
import threading
from email.utils import format_datetime

import pytest

from ita_site.delivery.links.answer import Failure
from tests.links.conftest import PATIENT
from tests.links.internet import Reply

PAGE = "http://www.tuayang.example/plan"
LATER = {"Retry-After": "1"}
MANY = 8


def pages(*hosts: str, count=MANY):
    return [f"http://{host}.example/{number}" for host in hosts for number in range(count)]


def test_one_host_is_asked_one_thing_at_a_time(internet, ask):
    internet.answer(dict.fromkeys(pages("one"), 200))
    ask(*pages("one"))
    assert len(internet.asked) == MANY
    assert internet.busiest["one.example"] == 1


def test_a_host_that_others_redirect_to_is_asked_one_thing_at_a_time_too(internet, ask):
    hosts = [f"host{number}" for number in range(MANY)]
    for number, address in enumerate(pages(*hosts, count=1)):
        internet.answer({address: f"301 http://one.example/{number}"})
    internet.answer(dict.fromkeys(pages("one"), 200))
    answers = ask(*pages(*hosts, count=1))
    assert {answer.status for answer in answers.values()} == {200}
    assert internet.busiest["one.example"] == 1


def test_several_hosts_are_asked_at_once(internet, ask):
    hosts = [f"host{number}" for number in range(MANY)]
    together = threading.Barrier(MANY)
    internet.meeting = lambda: together.wait(60)
    internet.answer(dict.fromkeys(pages(*hosts, count=1), 200))
    answers = ask(*pages(*hosts, count=1))
    assert [answer.status for answer in answers.values()] == [200] * MANY


def test_no_more_are_asked_at_once_than_allowed(internet, ask):
    hosts = [f"host{number}" for number in range(MANY)]
    internet.answer(dict.fromkeys(pages(*hosts, count=2), 200))
    ask(*pages(*hosts, count=2), limits=dataclasses.replace(PATIENT, at_once=3))
    assert len(internet.asked) == 2 * MANY
    assert internet.busiest[""] <= 2 * 3  # an answer is out a moment before it is counted off


def test_who_asks_for_a_little_patience_is_asked_again(internet, ask):
    internet.replies[PAGE] = [Reply(429, LATER), Reply(200)]
    assert ask(PAGE)[PAGE].status == 200
    assert internet.asked == [f"HEAD {PAGE}"] * 2


def test_who_keeps_refusing_is_asked_twice_and_no_more(internet, ask):
    internet.replies[PAGE] = Reply(429, {"Retry-After": "0"})
    assert ask(PAGE)[PAGE].status == 429
    assert internet.asked == [f"HEAD {PAGE}"] * 2


def test_who_says_too_many_without_a_time_is_left_alone(internet, ask):
    internet.answer({PAGE: 429})
    assert ask(PAGE)[PAGE].status == 429
    assert internet.asked == [f"HEAD {PAGE}"]


@pytest.mark.parametrize(
    "later",
    ["3600", format_datetime(datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=1))],
    ids=["seconds", "date"],
)
def test_a_host_that_wants_long_rest_is_left_alone_with_all_its_addresses(internet, ask, later):
    for address in pages("one"):
        internet.replies[address] = Reply(429, {"Retry-After": later})
    internet.answer({PAGE: 200})
    answers = ask(*pages("one"), PAGE)
    assert answers.pop(PAGE).status == 200
    assert [answer.status or answer.failure for answer in answers.values()] == [
        429,
        *[Failure.RESTING] * (MANY - 1),
    ]
    assert len(internet.asked) == 2


@pytest.mark.parametrize("later", ["soon", "", "-5", "Thu, 99 Foo 2026 00:00:00 GMT", "²"])
def test_a_time_nobody_understands_is_as_good_as_none(internet, ask, later):
    internet.replies[PAGE] = Reply(429, {"Retry-After": later})
    assert ask(PAGE)[PAGE].status == 429


def test_when_time_is_up_what_was_not_heard_is_missing(internet, ask):
    internet.answer({"http://slow.example/": "hang", "http://slow.example/2": 200})
    limits = dataclasses.replace(PATIENT, within=0.2)
    assert ask("http://slow.example/", "http://slow.example/2", limits=limits) == {}


def test_progress_is_told_after_each_answer(internet, ask):
    told = []
    internet.answer(dict.fromkeys(pages("one", count=3), 200))
    ask(*pages("one", count=3), told=lambda *counts: told.append(counts))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_nothing_to_ask_is_no_trouble(ask):
    assert ask() == {}
