"""What came of asking for one address, and what the network's errors mean to a reader."""

from __future__ import annotations

import errno
import socket
from dataclasses import dataclass
from enum import Enum, auto
from itertools import takewhile
from typing import TYPE_CHECKING

import aiohttp

from ita_site.delivery.links.network import InnerHostError

if TYPE_CHECKING:
    from collections.abc import Mapping

PERMANENT = (301, 308)
EXPECTED = (aiohttp.ClientError, TimeoutError, OSError, ValueError)
"""What asking may raise for reasons that lie outside this program."""
NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


class Failure(Enum):
    """Why there was no answer at all."""

    NO_SUCH_HOST = auto()
    NAME_NOT_FOUND_NOW = auto()
    INNER = auto()
    RESTING = auto()
    TIMEOUT = auto()
    REFUSED = auto()
    CLOSED = auto()
    NO_WAY_THERE = auto()
    GARBLED = auto()
    PROXY = auto()
    TOO_MANY_REDIRECTS = auto()
    CERTIFICATE_EXPIRED = auto()
    CERTIFICATE_NOT_YET_VALID = auto()
    CERTIFICATE_OF_ANOTHER_NAME = auto()
    CERTIFICATE_SELF_SIGNED = auto()
    CERTIFICATE_OF_UNKNOWN_ISSUER = auto()
    CERTIFICATE_WRONG = auto()
    ENCRYPTION = auto()


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect: its status and the address it leads to."""

    status: int
    target: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The way from an address to where it ends: a status, or the reason there is none."""

    asked: str
    status: int = 0
    hops: tuple[Hop, ...] = ()
    failure: Failure | None = None

    @property
    def final(self) -> str:
        """Where it ended."""
        return self.hops[-1].target if self.hops else self.asked

    @property
    def moved_to(self) -> str:
        """Where it has moved for good, as far as permanent redirects say; else itself."""
        lasting = [*takewhile(lambda hop: hop.status in PERMANENT, self.hops)]
        return lasting[-1].target if lasting else self.asked


BY_VERIFICATION: Mapping[int, Failure] = {
    9: Failure.CERTIFICATE_NOT_YET_VALID,
    10: Failure.CERTIFICATE_EXPIRED,
    18: Failure.CERTIFICATE_SELF_SIGNED,
    19: Failure.CERTIFICATE_OF_UNKNOWN_ISSUER,
    20: Failure.CERTIFICATE_OF_UNKNOWN_ISSUER,
    21: Failure.CERTIFICATE_OF_UNKNOWN_ISSUER,
    62: Failure.CERTIFICATE_OF_ANOTHER_NAME,
    64: Failure.CERTIFICATE_OF_ANOTHER_NAME,
}
"""OpenSSL's X509_V_ERR_… numbers."""
OF_THE_PROXY = (aiohttp.ClientProxyConnectionError, aiohttp.ClientHttpProxyError)
BY_KIND: tuple[tuple[type[Exception], Failure], ...] = (
    (aiohttp.ClientSSLError, Failure.ENCRYPTION),
    (TimeoutError, Failure.TIMEOUT),
    (aiohttp.ClientConnectorError, Failure.NO_WAY_THERE),
    (aiohttp.ClientConnectionError, Failure.CLOSED),
    (OSError, Failure.NO_WAY_THERE),
)
"""The first that fits holds; whatever else is raised is an answer nobody can read."""


def classify_error(error: Exception) -> Failure:
    """What kept an answer from coming."""
    if isinstance(error, OF_THE_PROXY):
        return Failure.PROXY
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        code = getattr(error.certificate_error, "verify_code", 0)
        return BY_VERIFICATION.get(code, Failure.CERTIFICATE_WRONG)
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return _name_failure(error.os_error)
    if isinstance(error, OSError) and error.errno == errno.ECONNREFUSED:
        return Failure.REFUSED
    return next((failure for kind, failure in BY_KIND if isinstance(error, kind)), Failure.GARBLED)


def _name_failure(error: OSError) -> Failure:
    if isinstance(error, InnerHostError):
        return Failure.INNER
    gone = isinstance(error, socket.gaierror) and error.errno in NO_SUCH_NAME
    return Failure.NO_SUCH_HOST if gone else Failure.NAME_NOT_FOUND_NOW
