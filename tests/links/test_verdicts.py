"""What an officer is told of an answer, and what he is spared."""

from __future__ import annotations

import pytest

from ita_site.delivery.links.answer import Answer, Failure, Hop
from ita_site.delivery.links.run import doubt_network
from ita_site.delivery.links.verdict import WORDS, judge
from ita_site.facts.problems import catalogue

DEEP = "https://www.tuayang.go.th/2566/plan.pdf"


def code(answer):
    found = judge(answer)
    return found[0] if found else None


def led(asked, *hops: str, status=200):
    """An answer at the end of hops such as `"301 https://…"`."""
    steps = (hop.split() for hop in hops)
    return Answer(asked, status, tuple(Hop(int(number), target) for number, target in steps))


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        *[(status, None) for status in (200, 204, 206, 300, 304)],
        *[(status, "ITA611") for status in (404, 410)],
        *[(status, "ITA613") for status in (400, 401, 403, 405, 406, 418, 429, 451)],
        *[(status, "ITA614") for status in (408, 500, 502, 503, 520)],
    ],
)
def test_by_status(status, expected):
    assert code(Answer(DEEP, status)) == expected
    assert code(led(DEEP, "302 https://www.tuayang.go.th/2566/b", status=status)) == expected


@pytest.mark.parametrize(
    ("others", "codes"),
    [
        ([], {"ITA612"}),
        ([Answer(f"{DEEP}2", 0, (), Failure.NO_SUCH_HOST)], {"ITA612"}),
        ([Answer("https://other.example/", 0, (), Failure.NO_SUCH_HOST)], {"ITA614"}),
        ([Answer("https://other.example/", 0, (), Failure.REFUSED)], {"ITA612", "ITA614"}),
        ([Answer("https://other.example/", 404)], {"ITA612", "ITA611"}),
    ],
)
def test_when_no_name_exists_the_network_is_doubted_rather_than_the_names(others, codes):
    answers = [Answer(DEEP, 0, (), Failure.NO_SUCH_HOST), *others]
    judged = doubt_network({answer.asked: answer for answer in answers})
    assert {code(answer) for answer in judged.values()} == codes


@pytest.mark.parametrize("failure", Failure)
def test_every_failure_has_its_words_and_fills_its_message(failure):
    for hops in ((), (Hop(301, "https://other.example/x"),)):
        found, details = judge(Answer(DEEP, 0, hops, failure))
        kind = catalogue()[found]
        assert kind.level == "warning"
        for language in ("th", "en"):
            wording = kind.wordings[language]
            filled = (wording.what + wording.mend).format_map({"value": DEEP, **details})
            assert ("other.example" in filled) is bool(hops)


def test_no_two_failures_have_the_same_words():
    assert len(set(WORDS.values())) == len(WORDS) == len(Failure)


@pytest.mark.parametrize(
    ("asked", "hops", "expected"),
    [
        ("http://tuayang.go.th/a", ["301 https://tuayang.go.th/a"], "https://tuayang.go.th/a"),
        ("http://tuayang.go.th/", ["308 https://tuayang.go.th/"], "https://tuayang.go.th/"),
        (DEEP, ["301 https://www.tuayang.go.th/b"], "https://www.tuayang.go.th/b"),
        (DEEP, ["301 https://files.tuayang.go.th/b"], "https://files.tuayang.go.th/b"),
        (
            DEEP,
            ["301 https://www.tuayang.go.th/b", "302 https://www.tuayang.go.th/c"],
            "https://www.tuayang.go.th/b",
        ),
    ],
)
def test_what_moved_for_good_is_told_with_its_new_address(asked, hops, expected):
    assert judge(led(asked, *hops)) == ("ITA616", {"target": expected})


@pytest.mark.parametrize(
    ("asked", "hops"),
    [
        (DEEP, ["302 https://www.tuayang.go.th/b"]),
        (DEEP, ["307 https://www.tuayang.go.th/b"]),
        (DEEP, ["302 https://www.tuayang.go.th/b", "301 https://www.tuayang.go.th/c"]),
        ("https://tuayang.go.th/a", ["301 https://tuayang.go.th/a/"]),
        ("https://tuayang.go.th/a", ["301 https://www.tuayang.go.th/a"]),
        ("https://tuayang.go.th", ["301 https://tuayang.go.th/th/home"]),
        ("https://tuayang.go.th/", ["301 https://www.tuayang.go.th/index.php"]),
        ("https://tuayang.go.th/a?id=1", ["302 https://tuayang.go.th/?page=a"]),
        ("https://tuayang.go.th/index.html", ["301 https://tuayang.go.th/"]),
        *[
            (f"https://{host}/xYz", ["301 https://elsewhere.example/form"])
            for host in ("forms.gle", "bit.ly", "lin.ee", "line.me", "youtu.be", "maps.app.goo.gl")
        ],
    ],
)
def test_what_still_leads_there_is_no_alarm(asked, hops):
    assert code(led(asked, *hops)) is None


@pytest.mark.parametrize(
    ("asked", "final", "another"),
    [
        (DEEP, "https://parked.example/tuayang", True),
        (DEEP, "https://parked.example/", True),
        (DEEP, "https://tuayang.go.th.parked.example/2566/plan.pdf", True),
        (DEEP, "https://nongkhao.go.th/2566/plan.pdf", True),
        ("https://tuayang.com/a", "https://ww1.buythis.com/a", True),
        (DEEP, "https://eservice.tuayang.go.th/x", False),
        ("https://a.b.tuayang.go.th/x", "https://c.tuayang.go.th/y", False),
        ("https://www.facebook.com/a", "https://m.facebook.com/b", False),
    ],
)
@pytest.mark.parametrize("status", [301, 302])
def test_another_owners_website_is_told_whether_it_is_for_good_or_not(
    asked, final, another, status
):
    found = judge(led(asked, f"{status} {final}"))
    assert (found == ("ITA617", {"target": final})) is another


@pytest.mark.parametrize("front", ["https://www.tuayang.go.th", "https://tuayang.go.th/index.php"])
def test_a_page_that_became_the_front_page_is_told(front):
    assert judge(led(DEEP, f"302 {front}")) == ("ITA618", {"target": front})


@pytest.mark.parametrize(
    "login",
    [
        "https://accounts.google.com/v3/signin/identifier?continue=x",
        "https://www.facebook.com/login/?next=x",
        "https://www.tuayang.go.th/admin/login.php",
    ],
)
def test_what_asks_to_log_in_is_for_a_human_to_see(login):
    assert code(led("https://www.tuayang.go.th/files/7", f"302 {login}")) == "ITA613"


def test_a_link_to_a_login_page_is_what_it_is():
    asked = "https://www.tuayang.go.th/login"
    assert code(led(asked, "302 https://www.tuayang.go.th/login/")) is None
