"""Which addresses open for everybody, and which only where they were typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_site.facts.model.inner import is_inner


@pytest.mark.parametrize(
    "address",
    [
        *("http://localhost", "https://LOCALHOST:8000/a", "http://app.localhost/", "http://nas/"),
        *("http://localhost./a", "http://nas.local/", "http://x.home.arpa/", "http://x.internal/"),
        *("http://127.0.0.1:8000/2566/o42/", "http://127.8.9.1/", "http://0.0.0.0/"),
        *("http://10.0.0.1/", "https://172.16.4.4/", "https://192.168.1.5/แผน.pdf"),
        *("http://169.254.169.254/latest", "http://100.64.0.1/", "http://user@192.168.1.5/"),
        *("http://[::1]/", "http://[fe80::1]:80/", "http://[fd12:3456::1]/"),
        *(r"\\nas\แผน\a.pdf", r"C:\Users\a.pdf", "d:/a.pdf", "file:///D:/a.pdf", "smb://nas/a"),
    ],
)
def test_what_opens_only_inside(address):
    assert is_inner(address)


@pytest.mark.parametrize(
    "address",
    [
        *("https://www.nacc.go.th/", "http://8.8.8.8/", "http://[2606:4700::1]/", "https://x.y"),
        *("https://localhost.example/", "https://192.168.1.5.example/", "https://เทศบาล.ไทย/"),
        *("https://tuayang.example/?from=http://localhost/", "https://172.32.0.1/", "files/a.pdf"),
        *("mailto:a@localhost", "tel:1205", "javascript:alert(1)", "https://", "https://[::1", ""),
        *("https://a b/", "www.nacc.go.th", "ไม่มี", "localhost"),
    ],
)
def test_what_opens_anywhere_or_is_no_address(address):
    assert not is_inner(address)


@given(st.text())
def test_no_text_is_too_odd_to_be_judged(text):
    assert is_inner(text) in (True, False)
    assert is_inner(f"http://{text}") in (True, False)
