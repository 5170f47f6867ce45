"""What came of asking for one address."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from itertools import takewhile

PERMANENT = (301, 308)


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
