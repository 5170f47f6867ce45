"""Addresses as a browser reads them: what another machine is asked for, and what runs."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_DROPPED: Final = str.maketrans("\\", "/", "\t\n\r")
_EDGES: Final = "".join(map(chr, range(33)))
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_OF_A_HOST: Final = re.compile(r"(?:(?:https?|wss?|ftp):)?/{2,}([^/?#]*)", re.IGNORECASE)
_RUNS: Final = {"javascript", "vbscript"}


def cleaned(address: str) -> str:
    """Without what a browser drops (WHATWG URL, 4.4: basic URL parser)."""
    return address.strip(_EDGES).translate(_DROPPED)


@lru_cache(maxsize=4096)
def host_of(address: str) -> str:
    """The host that an address names, in lower case; empty when it stands below the page's own."""
    address = cleaned(address)
    if found := _OF_A_HOST.match(address):
        return found[1].rpartition("@")[2].lower() or "?"
    scheme = _SCHEME.match(address)
    if scheme and scheme[1].lower() in ("http", "https"):
        rest = address[scheme.end() :].lstrip("/")
        return re.split("[/?#]", rest)[0].lower() or "?"
    return ""


@lru_cache(maxsize=4096)
def runs(address: str) -> bool:
    """Whether to follow an address is to run it."""
    scheme = _SCHEME.match(cleaned(address))
    return bool(scheme and scheme[1].lower() in _RUNS)
