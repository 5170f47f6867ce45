"""The small internet, and asking it."""

from __future__ import annotations

import asyncio

import pytest

from ita_site.delivery.links.client import ask_all
from ita_site.delivery.links.limits import Limits
from tests.links.internet import Internet

PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")
PATIENT = Limits(within=120, at_once=16, pause=0, connect=60, answer=60, inner=True)
"""Nothing here fails by being slow; a test that is about time sets its own."""


@pytest.fixture(autouse=True)
def _a_loop_of_its_own():
    """A browser used before in the same process leaves its event loop running here."""
    running = asyncio._get_running_loop()  # noqa: SLF001 - there is no other way
    asyncio._set_running_loop(None)  # noqa: SLF001
    yield
    asyncio._set_running_loop(running)  # noqa: SLF001


@pytest.fixture
def internet(monkeypatch, tmp_path):
    """Servers that know no address yet. Their certificates' authority is trusted."""
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    internet = Internet(monkeypatch)
    authorities = tmp_path / "authorities.pem"
    internet.authority.cert_pem.write_to_path(str(authorities))
    monkeypatch.setenv("SSL_CERT_FILE", str(authorities))
    with internet.running():
        yield internet


@pytest.fixture
def ask(internet):  # noqa: ARG001 - it has to be there
    """Asks addresses; gives the answers by address."""

    def ask(*addresses: str, limits=PATIENT, told=lambda *_: None):
        return asyncio.run(ask_all(addresses, limits, told))

    return ask
