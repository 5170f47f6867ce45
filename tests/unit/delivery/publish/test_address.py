"""Targets as people write them."""

from __future__ import annotations

import pytest

from ita_site.delivery.publish.address import Address, parse_address
from ita_site.delivery.publish.run import OPENERS
from ita_site.delivery.publish.target import PublishError
from ita_site.facts.problems import read_catalogue


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("ssh://ita@web.go.th/srv/ita", Address("ssh", "web.go.th", "/srv/ita", "ita")),
        ("ssh://web:2222/srv/ita/", Address("ssh", "web", "/srv/ita", None, 2222)),
        ("ssh://ita@[::1]/srv", Address("ssh", "::1", "/srv", "ita")),
        ("ftps://u@h.go.th/", Address("ftps", "h.go.th", "/", "u")),
        ("file:///mnt/เว็บ", Address("file", "", "/mnt/เว็บ")),
        ("file:///mnt/a%20b", Address("file", "", "/mnt/a b")),
    ],
)
def test_an_address_in_its_parts(text, address):
    assert parse_address(text) == address
    assert parse_address(str(address)) == address


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "ITA801"),
        ("/mnt/web", "ITA801"),
        ("https://web.go.th/", "ITA801"),
        ("ssh:///srv", "ITA801"),
        ("ssh://web:port/srv", "ITA801"),
        ("ssh://-oProxyCommand=id/srv", "ITA801"),
        ("ssh://-l@web/srv", "ITA801"),
        ("ssh://web/srv?x=1", "ITA801"),
        ("file://mnt/web", "ITA801"),
        ("file:///", "ITA801"),
        ("ssh://ita:secret@web/srv", "ITA802"),
        ("ftps://ita:secret@web/srv", "ITA802"),
        ("ftp://ita:secret@web/srv", "ITA803"),
        ("ftp://web/srv", "ITA803"),
    ],
)
def test_what_is_no_address_is_told_without_the_secret(text, code):
    with pytest.raises(PublishError) as error:
        parse_address(text)
    assert error.value.code == code
    assert "secret" not in str(error.value) + error.value.message("en")


def test_every_scheme_has_its_module():
    assert set(OPENERS) == {"ssh", "ftps", "file"}


def test_every_message_is_filled_and_short():
    for code, kind in read_catalogue(PublishError.words).items():
        for language in ("th", "en"):
            words = kind.wordings[language]
            assert words.what, code
            assert words.mend, code
            assert len(words.what) + len(words.mend) < 320, code
