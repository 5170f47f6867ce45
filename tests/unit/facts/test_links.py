"""A link is what it shows."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from ita_site.facts.links import (
    find_lookalike,
    has_odd_port,
    hides_something,
    host_in_ascii,
    is_unseen,
    reveal,
    shows_another,
)
from ita_site.facts.model.fields import Link, WebLink
from ita_site.facts.model.oit import Address
from ita_site.facts.thai.text import normalise

UNSEEN = st.characters(categories=["Cf", "Cc", "Co", "Cn"])
KINDS = [TypeAdapter(kind) for kind in (Link, WebLink, Address)]


@given(UNSEEN, st.integers(0, 28))
def test_no_link_field_takes_what_nobody_sees(character, at):
    address = "https://tuayang.example/comp"
    typed = f"{address[:at]}{character}{address[at:]}"
    for kind in KINDS:
        try:
            read = kind.validate_python(typed)
        except ValidationError:
            continue
        assert read == normalise(typed).strip()
        assert not any(map(is_unseen, read))


@pytest.mark.parametrize(
    "address",
    [
        "https://tuayang.exa\u200emple/comp",
        "https://tuayang.example/\U000e0041",
        "https://tuayang.example@evil.example/",
        "https://evil.example\\@tuayang.example/",
        "https://tuayang.example:99999/",
        "https://tuayang.example:0/",
        "mailto:a@tuayang.example?bcc=b@evil.example",
        "mailto://a@tuayang.example",
    ],
)
def test_what_leads_elsewhere_hides_something(address):
    assert hides_something(address)
    with pytest.raises(ValidationError):
        KINDS[0].validate_python(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://tuayang.example/comp",
        "https://เทศบาล.ไทย/ร้องเรียน?ปี=๒๕๖๖#ก",
        "https://xn--12c1cb3b3cya9bc.xn--o3cw4h/",
        "http://tuayang.example:8080/a@b",
        "mailto:report@tuayang.example?subject=x",
        "tel:+6612345678",
    ],
)
def test_honest_links_pass(address):
    assert not hides_something(address)
    assert find_lookalike(address) is None
    assert KINDS[0].validate_python(address) == address


@pytest.mark.parametrize(
    ("host", "ascii_host"),
    [
        ("tuay\u0430ng.example", "xn--tuayng-6nf.example"),
        ("\u0430\u0440\u0440\u04cf\u0435.com", "xn--80ak6aa92e.com"),
        ("xn--80ak6aa92e.com", "xn--80ak6aa92e.com"),
        ("tuay\u0251ng.example", "xn--tuayng-exc.example"),
        ("อบตabc.example", "xn--abc-nmlya7i.example"),
        ("\uff4eacc.go.th", "nacc.go.th"),
    ],
)
def test_hosts_that_pass_for_others_are_found(host, ascii_host):
    for address in (f"https://{host}/x", f"mailto:a@{host}"):
        found = find_lookalike(address)
        assert found
        assert found.ascii == ascii_host
        with pytest.raises(ValidationError, match="not understood"):
            KINDS[0].validate_python(address)


def test_a_plain_host_is_its_own_ascii():
    assert host_in_ascii("tuayang.example") == "tuayang.example"


@given(st.text())
def test_revealed_text_holds_nothing_unseen(text):
    shown = reveal(text)
    assert not any(map(is_unseen, shown))
    assert reveal(shown) == shown


@given(UNSEEN)
def test_unseen_is_what_unicode_calls_so(character):
    assert is_unseen(character)
    assert unicodedata.name(character, "?") not in reveal(character)


@pytest.mark.parametrize(
    ("text", "address", "other"),
    [
        ("report@tuayang.example", "mailto:report@tuayang.example", ""),
        ("Report@Tuayang.example", "mailto:report@tuayang.example?subject=x", ""),
        ("report@tuayang.example", "mailto:x@evil.example", "report@tuayang.example"),
        ("๐ ๑๒๓๔ ๕๖๗๘", "tel:+6612345678", ""),
        ("0 1234 5678 ต่อ 12", "tel:012345678", ""),
        ("0 1234 5678", "tel:0999999999", "012345678"),
        ("www.nacc.go.th", "https://nacc.go.th/x", ""),
        ("ดู nacc.go.th", "https://evil.example/", "nacc.go.th"),
        ("รายงาน minutes.pdf", "https://tuayang.example/a", ""),
        ("ร้องเรียนที่นี่", "https://evil.example/", ""),
        ("เมื่อ 30 มิ.ย. 2569 เวลา 8.30 น.", "https://tuayang.example/a", ""),
        ("กม. ๒.๕ ถ.ตัวอย่าง ต.ในเมือง", "https://tuayang.example/a", ""),
    ],
)
def test_what_is_shown_is_held_against_the_link(text, address, other):
    assert shows_another(text, address) == other


@pytest.mark.parametrize(
    ("address", "odd"),
    [
        ("https://a.example/", False),
        ("https://a.example:443/", False),
        ("http://a.example:8080/", True),
        ("tel:+661", False),
    ],
)
def test_odd_ports(address, odd):
    assert has_odd_port(address) is odd
