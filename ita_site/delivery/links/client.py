"""Asks addresses, many hosts at once, and follows where they lead."""

from __future__ import annotations

import asyncio
import email.utils
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import aiohttp
from yarl import URL

from ita_site import __version__
from ita_site.delivery.links.answer import EXPECTED, Answer, Failure, Hop, classify_error
from ita_site.delivery.links.limits import Hosts, OutOfReachError
from ita_site.delivery.links.network import open_connector, proxy_for
from ita_site.facts.model.inner import WEB_SCHEMES, is_inner

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from ita_site.delivery.links.limits import Limits

HEADERS = {
    "User-Agent": f"ita-site/{__version__} (checks the links of a public agency's pages)",
    "Accept": "text/html,*/*;q=0.8",
    "Accept-Language": "th,en;q=0.5",
}
TOO_MANY_REQUESTS = 429
COME_BACK_LATER = (TOO_MANY_REQUESTS, 503)
HEAD_MAY_BE_AT_FAULT = (aiohttp.ClientError, TimeoutError)
NOT_CONNECTED = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)


@dataclass(frozen=True, slots=True)
class Reply:
    """The head of a response; nobody reads its body."""

    status: int
    location: str | None
    retry_after: float | None

    @classmethod
    def from_response(cls, response: aiohttp.ClientResponse) -> Reply:
        """What matters of a response."""
        location = response.headers.get("Location") if 300 <= response.status < 400 else None  # noqa: PLR2004
        later = response.headers.get("Retry-After") if response.status in COME_BACK_LATER else None
        return cls(response.status, location, _seconds(later))

    @property
    def is_final(self) -> bool:
        """Whether another method would hear nothing else."""
        names_a_time = self.retry_after is not None
        return self.status < 400 or self.status == TOO_MANY_REQUESTS or names_a_time  # noqa: PLR2004


class Client:
    """Asks for addresses within limits, as a reader without any account would."""

    def __init__(self, limits: Limits, connector: aiohttp.BaseConnector) -> None:
        """Ready to ask through a connector."""
        self._limits = limits
        self._connector = connector
        self._hosts = Hosts(limits)

    async def ask(self, address: str) -> Answer:
        """Follow an address to its end; whatever happens there is an answer."""
        hops: list[Hop] = []
        try:
            async with self._session() as session:
                status = await self._follow(session, _url(address), hops)
        except OutOfReachError as known:
            return Answer(address, 0, tuple(hops), known.failure)
        except EXPECTED as error:
            return Answer(address, 0, tuple(hops), classify_error(error))
        return Answer(address, status, tuple(hops))

    def _session(self) -> aiohttp.ClientSession:
        """A browser of its own for each address: no cookie of one is shown to another."""
        times = aiohttp.ClientTimeout(total=self._limits.answer, sock_connect=self._limits.connect)
        return aiohttp.ClientSession(
            connector=self._connector,
            connector_owner=False,
            timeout=times,
            headers=HEADERS,
            auto_decompress=False,
        )

    async def _follow(self, session: aiohttp.ClientSession, url: URL, hops: list[Hop]) -> int:
        """The status at the end of the way; each redirect is added to `hops`.

        Raises:
            OutOfReachError: when the way has no end, or one that nobody outside reaches.
        """
        for _ in range(self._limits.redirects + 1):
            reply = await self._request(session, url)
            if not reply.location:
                return reply.status
            url = url.join(_url(reply.location))
            if url.scheme not in WEB_SCHEMES:  # an app's own address: this is where it leads
                return reply.status
            hops.append(Hop(reply.status, str(url)))
            if is_inner(str(url)) and not self._limits.inner:
                raise OutOfReachError(Failure.INNER)
        raise OutOfReachError(Failure.TOO_MANY_REDIRECTS)

    async def _request(self, session: aiohttp.ClientSession, url: URL) -> Reply:
        """HEAD first; GET where that was refused, for many servers know no HEAD."""
        try:
            reply = await self._request_patiently(session, "HEAD", url)
        except NOT_CONNECTED:
            raise
        except HEAD_MAY_BE_AT_FAULT:
            return await self._request_patiently(session, "GET", url)
        return reply if reply.is_final else await self._request_patiently(session, "GET", url)

    async def _request_patiently(
        self, session: aiohttp.ClientSession, method: str, url: URL
    ) -> Reply:
        """Once more when the host says how soon it may be asked again."""
        reply = await self._request_once(session, method, url)
        if reply.retry_after is None or reply.retry_after > self._limits.longest_rest:
            return reply
        return await self._request_once(session, method, url)

    async def _request_once(self, session: aiohttp.ClientSession, method: str, url: URL) -> Reply:
        try:
            async with (
                self._hosts.turn(url),
                session.request(
                    method, url, allow_redirects=False, proxy=proxy_for(url)
                ) as response,
            ):
                reply = Reply.from_response(response)
                response.close()  # hang up: a body may be of any size
        except NOT_CONNECTED as error:
            self._hosts.give_up(url, classify_error(error))
            raise
        if reply.retry_after:
            self._hosts.rest(url, reply.retry_after)
        return reply


async def ask_all(
    addresses: Collection[str], limits: Limits, on_progress: Callable[[int, int], None]
) -> dict[str, Answer]:
    """The answers by address. Those that could not be asked in time are missing.

    `on_progress` is called after each with how many are done, and of how many.
    """
    answers: dict[str, Answer] = {}

    async def ask(address: str) -> None:
        answers[address] = await client.ask(address)
        on_progress(len(answers), len(addresses))

    async with open_connector(limits.at_once, inner=limits.inner) as connector:
        client = Client(limits, connector)
        with suppress(TimeoutError):
            async with asyncio.timeout(limits.within), asyncio.TaskGroup() as group:
                for address in addresses:
                    group.create_task(ask(address))
    return answers


def _url(address: str) -> URL:
    """As written where that is possible; Thai letters are encoded as a browser does."""
    return URL(address, encoded=address.isascii())


def _seconds(retry_after: str | None) -> float | None:
    """`Retry-After`: a number of seconds, or a day and time (RFC 9110, 10.2.3)."""
    if retry_after is None:
        return None
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        return max(0, email.utils.parsedate_to_datetime(retry_after).timestamp() - time.time())
    except (TypeError, ValueError, OverflowError):
        return None
