"""What is heard from servers of every temper."""

from __future__ import annotations

import dataclasses

import pytest

from ita_site import __version__
from ita_site.delivery.links.answer import Failure, Hop
from tests.links.conftest import PATIENT
from tests.links.internet import Reply

PAGE = "http://www.tuayang.example/plan"
HURRIED = dataclasses.replace(PATIENT, answer=0.2)


def heard(answer):
    return answer.status, answer.failure


@pytest.mark.parametrize("status", [200, 204, 206])
def test_what_opens_is_asked_by_head_alone(internet, ask, status):
    internet.answer({PAGE: status})
    assert heard(ask(PAGE)[PAGE]) == (status, None)
    assert internet.asked == [f"HEAD {PAGE}"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 410, 451, 500, 501, 503])
def test_a_refusal_of_head_is_asked_again_by_get(internet, ask, status):
    internet.answer({f"HEAD {PAGE}": status, f"GET {PAGE}": 200})
    assert heard(ask(PAGE)[PAGE]) == (200, None)
    assert internet.asked == [f"HEAD {PAGE}", f"GET {PAGE}"]


@pytest.mark.parametrize("does", ["drop", "babble"])
def test_a_server_that_cannot_take_head_is_asked_by_get(internet, ask, does):
    internet.answer({f"HEAD {PAGE}": does, f"GET {PAGE}": 200})
    assert heard(ask(PAGE)[PAGE]) == (200, None)


@pytest.mark.parametrize("status", [401, 403, 404, 410, 451, 500, 503])
def test_the_status_of_get_holds(internet, ask, status):
    internet.answer({PAGE: status})
    assert heard(ask(PAGE)[PAGE]) == (status, None)


@pytest.mark.parametrize(
    ("does", "failure"),
    [
        ("drop", Failure.CLOSED),
        ("babble", Failure.GARBLED),
        ("refuse", Failure.REFUSED),
        ("lost", Failure.NAME_NOT_FOUND_NOW),
    ],
)
def test_what_went_wrong_is_told_apart(internet, ask, does, failure):
    internet.answer({PAGE: does})
    assert heard(ask(PAGE)[PAGE]) == (0, failure)


def test_a_host_that_does_not_exist(ask):
    assert heard(ask(PAGE)[PAGE]) == (0, Failure.NO_SUCH_HOST)


@pytest.mark.parametrize("address", ["http://a..b.example/", f"http://{'a' * 70}.example/"])
def test_a_name_that_cannot_exist_is_an_answer_and_no_crash(ask, address):
    assert ask(address)[address].failure


def test_a_server_that_hangs_is_given_up(internet, ask):
    internet.answer({PAGE: "hang"})
    assert heard(ask(PAGE, limits=HURRIED)[PAGE]) == (0, Failure.TIMEOUT)
    assert internet.asked == [f"HEAD {PAGE}", f"GET {PAGE}"]


def test_a_server_that_cannot_be_connected_to_is_not_tried_for_every_address(internet, ask):
    internet.answer({f"http://down.example/{number}": "refuse" for number in range(20)})
    answers = ask(*internet.replies)
    assert {answer.failure for answer in answers.values()} == {Failure.REFUSED}
    assert len(answers) == 20
    assert internet.looked_up == ["down.example"]


def test_the_body_of_a_page_is_not_downloaded(internet, ask):
    internet.answer({f"HEAD {PAGE}": 405, f"GET {PAGE}": "pour"})
    assert heard(ask(PAGE)[PAGE]) == (200, None)
    assert internet.hung_up.wait(30)


def test_the_program_says_who_it_is_and_nothing_of_its_user(internet, ask, monkeypatch, tmp_path):
    (tmp_path / ".netrc").write_text("machine www.tuayang.example login me password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    internet.answer({PAGE: 200})
    ask(PAGE)
    (request,) = internet.requests
    assert request.headers["User-Agent"].startswith(f"ita-site/{__version__} ")
    assert {"Cookie", "Authorization", "Referer"} & request.headers.keys() == set()


def test_thai_letters_are_asked_as_a_browser_does_and_codes_as_written(internet, ask):
    written, coded = f"{PAGE}/แผน.pdf?ปี=2566", f"{PAGE}/%41%2Fb?q=a%20b+c"
    encoded = f"{PAGE}/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf?%E0%B8%9B%E0%B8%B5=2566"
    internet.answer({encoded: 200, coded: 200})
    answers = ask(written, coded)
    assert [answers[address].status for address in (written, coded)] == [200, 200]
    assert sorted(internet.asked) == sorted([f"HEAD {encoded}", f"HEAD {coded}"])


def test_redirects_are_followed_to_their_end_relative_ones_too(internet, ask):
    internet.answer(
        {
            PAGE: "301 /new/plan",
            "http://www.tuayang.example/new/plan": "302 plan.pdf?v=2",
            "http://www.tuayang.example/new/plan.pdf?v=2": "307 //files.example/a",
            "http://files.example/a": 410,
        }
    )
    answer = ask(PAGE)[PAGE]
    assert answer.status == 410
    assert answer.final == "http://files.example/a"
    assert [hop.status for hop in answer.hops] == [301, 302, 307]
    assert answer.moved_to == "http://www.tuayang.example/new/plan"


def test_a_redirect_to_a_thai_address_is_followed(internet, ask):
    target = "http://www.tuayang.example/%E0%B9%81%E0%B8%9C%E0%B8%99"
    internet.replies[PAGE] = Reply(301, {"Location": "/แผน".encode().decode("latin-1")})
    internet.answer({target: 200})
    answer = ask(PAGE)[PAGE]
    assert (answer.status, answer.hops) == (200, (Hop(301, target),))


def test_redirects_without_end_are_given_up(internet, ask):
    internet.answer({PAGE: f"302 {PAGE}?again", f"{PAGE}?again": f"302 {PAGE}"})
    assert heard(ask(PAGE)[PAGE]) == (0, Failure.TOO_MANY_REDIRECTS)
    assert len(internet.asked) == PATIENT.redirects + 1


def test_a_site_that_wants_its_cookie_back_gets_it_and_no_other_address_does(internet, ask):
    internet.replies[PAGE] = Reply(302, {"Location": f"{PAGE}2", "Set-Cookie": "visit=1; Path=/"})
    internet.answer({f"{PAGE}2": 200, f"{PAGE}3": 200})
    ask(PAGE, f"{PAGE}3")
    cookies = {request.address: request.headers.get("Cookie") for request in internet.requests}
    assert cookies == {PAGE: None, f"{PAGE}2": "visit=1", f"{PAGE}3": None}


def test_a_redirect_into_an_app_is_the_end_of_the_way(internet, ask):
    internet.answer({PAGE: "302 line://ti/p/@tuayang"})
    assert heard(ask(PAGE)[PAGE]) == (302, None)


@pytest.mark.parametrize(
    ("kind", "failure"),
    [
        ("good", None),
        ("expired", Failure.CERTIFICATE_EXPIRED),
        ("early", Failure.CERTIFICATE_NOT_YET_VALID),
        ("of-somebody", Failure.CERTIFICATE_OF_ANOTHER_NAME),
        ("self-signed", Failure.CERTIFICATE_SELF_SIGNED),
        ("unknown", Failure.CERTIFICATE_OF_UNKNOWN_ISSUER),
    ],
)
def test_certificates_are_verified_and_what_is_wrong_with_them_is_known(
    internet, ask, kind, failure
):
    address = "https://secure.example/plan"
    internet.certify("secure.example", kind)
    internet.answer({address: 200})
    assert heard(ask(address)[address]) == (0 if failure else 200, failure)
    assert bool(internet.requests) is (failure is None)


def test_a_plain_server_in_the_place_of_an_encrypted_one(internet, ask):
    internet._ports[443] = internet._ports[80]  # noqa: SLF001
    address = "https://www.tuayang.example/"
    internet.answer({address: 200})
    assert heard(ask(address)[address]) == (0, Failure.ENCRYPTION)


OUTSIDERS = dataclasses.replace(PATIENT, inner=False)


def test_a_name_that_leads_into_ones_own_network_is_not_asked(internet, ask):
    internet.answer({PAGE: 200})
    assert heard(ask(PAGE, limits=OUTSIDERS)[PAGE]) == (0, Failure.INNER)
    assert internet.requests == []


@pytest.mark.parametrize("proxy", ["127.0.0.1", "proxy.example"])
def test_the_offices_proxy_is_used_even_when_it_stands_inside(internet, ask, monkeypatch, proxy):
    internet.answer({"http://proxy.example/": 200, PAGE: 200})
    monkeypatch.setenv("http_proxy", internet.proxy.replace("127.0.0.1", proxy))
    assert heard(ask(PAGE, limits=OUTSIDERS)[PAGE]) == (200, None)
    assert internet.asked == [f"HEAD {PAGE}"]


@pytest.mark.parametrize("target", ["http://192.168.1.1/admin", "http://localhost/", "http://nas/"])
def test_a_redirect_into_the_inside_is_not_followed(internet, ask, monkeypatch, target):
    monkeypatch.setenv("http_proxy", internet.proxy)
    internet.answer({PAGE: f"302 {target}", target: 200})
    answer = ask(PAGE, limits=OUTSIDERS)[PAGE]
    assert (answer.failure, answer.final) == (Failure.INNER, target)
    assert internet.asked == [f"HEAD {PAGE}"]


def test_a_proxy_that_is_not_there(internet, ask, monkeypatch):
    internet.answer({"http://proxy.example/": "refuse", PAGE: 200})
    monkeypatch.setenv("http_proxy", "http://proxy.example")
    assert heard(ask(PAGE)[PAGE]) == (0, Failure.PROXY)


def test_hosts_the_environment_exempts_are_asked_without_the_proxy(internet, ask, monkeypatch):
    internet.answer({"http://proxy.example/": "refuse", PAGE: 200})
    monkeypatch.setenv("http_proxy", "http://proxy.example")
    monkeypatch.setenv("no_proxy", "tuayang.example")
    assert heard(ask(PAGE)[PAGE]) == (200, None)
