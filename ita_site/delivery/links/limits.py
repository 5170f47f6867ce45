"""How much may be asked, how fast, and for how long; and each host's turn to be asked.

Politeness: one request at a time for a host, a pause behind each, and rest when it asks.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_site.delivery.links.answer import Failure

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from yarl import URL

MINUTE = 60


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one run; times in seconds.

    `pause` passes between two requests to one host, which is never asked two things at once.
    `longest_rest` is the longest `Retry-After` worth waiting for. `inner` lets addresses of
    one's own network be asked, which nobody outside could open.
    """

    within: float = 10 * MINUTE
    at_once: int = 16
    pause: float = 0.5
    connect: float = 10
    answer: float = 20
    longest_rest: float = 30
    redirects: int = 10
    inner: bool = False


class OutOfReachError(Exception):
    """It is known without asking that there will be no answer."""

    def __init__(self, failure: Failure) -> None:
        """Carry why."""
        super().__init__(failure)
        self.failure = failure


@dataclass(slots=True)
class _Host:
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    rests_until: float = 0


class Hosts:
    """Every host of a run."""

    def __init__(self, limits: Limits) -> None:
        """Nobody has been asked yet."""
        self._limits = limits
        self._hosts: dict[str, _Host] = defaultdict(_Host)
        self._unreachable: dict[URL, Failure] = {}
        self._at_once = asyncio.Semaphore(limits.at_once)

    @asynccontextmanager
    async def turn(self, url: URL) -> AsyncIterator[None]:
        """Wait for the address's host and for one's share of the network.

        Raises:
            OutOfReachError: when its server could not be connected to before, or when the
                host rests for longer than is worth waiting.
        """
        host = self._hosts[url.host or ""]
        async with host.turn:
            if failure := self._unreachable.get(url.origin()):
                raise OutOfReachError(failure)
            await self._rested(host)
            async with self._at_once:
                try:
                    yield
                finally:
                    self.rest(url, self._limits.pause)

    def rest(self, url: URL, seconds: float) -> None:
        """Leave the address's host alone for a while."""
        host = self._hosts[url.host or ""]
        until = asyncio.get_running_loop().time() + seconds
        host.rests_until = max(host.rests_until, until)

    def give_up(self, url: URL, failure: Failure) -> None:
        """Ask its server for nothing more: it cannot even be connected to."""
        self._unreachable[url.origin()] = failure

    async def _rested(self, host: _Host) -> None:
        missing = host.rests_until - asyncio.get_running_loop().time()
        if missing > self._limits.longest_rest:
            raise OutOfReachError(Failure.RESTING)
        await asyncio.sleep(max(0, missing))
