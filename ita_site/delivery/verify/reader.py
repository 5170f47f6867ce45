"""Reads many files of one site, a few at a time."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self, TypeVar
from urllib.parse import quote

import aiohttp
from yarl import URL

from ita_site import __version__
from ita_site.delivery.links.answer import EXPECTED, classify_error
from ita_site.delivery.links.network import open_connector, proxy_for
from ita_site.delivery.links.verdict import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ita_site.delivery.links.answer import Failure

Judged = TypeVar("Judged")

AT_ONCE = 6
HEADERS = {
    "User-Agent": f"ita-site/{__version__} (reads its own site back)",
    "Cache-Control": "no-cache",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What came: a status, the whole file, its headers in lower case; or why nothing came."""

    status: int = 0
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    failure: Failure | None = None

    @property
    def is_good(self) -> bool:
        """Whether there is a file."""
        return self.status == 200  # noqa: PLR2004 - HTTP's own number

    def reason(self, language: str) -> str:
        """Why there is none."""
        if self.failure is None:
            return f"ตอบรหัส {self.status}" if language == "th" else f"status {self.status}"
        return WORDS[self.failure][1 if language == "th" else 2]


class Reader:
    """Reads files below one address. To be used as `async with`."""

    def __init__(self, root: str, seconds: float = 30) -> None:
        """`root` is the site's address, with a `/` at its end."""
        self.root = root
        self._seconds = seconds
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def __aenter__(self) -> Self:
        times = aiohttp.ClientTimeout(total=self._seconds, sock_connect=10)
        connector = open_connector(AT_ONCE, inner=True)
        self._session = aiohttp.ClientSession(connector=connector, timeout=times, headers=HEADERS)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()

    async def read(self, path: str) -> Reply:
        """One file by its path; a page by that of its folder, as readers ask for it."""
        return await self.open(self.root + quote(_as_asked(path)))

    async def read_all(
        self, paths: Iterable[str], judge: Callable[[str, Reply], Judged]
    ) -> dict[str, Judged]:
        """What `judge` makes of each as it comes, by path: a site may be larger than memory."""
        found: dict[str, Judged] = {}
        wanted = iter(paths)

        async def read_on() -> None:
            for path in wanted:
                found[path] = judge(path, await self.read(path))

        await asyncio.gather(*(read_on() for _ in range(AT_ONCE)))
        return found

    async def open(self, url: str, *, follow: bool = True) -> Reply:
        """Whatever an address gives."""
        try:
            async with (
                self._slots,
                self._session.get(url, proxy=proxy_for(URL(url)), allow_redirects=follow) as reply,
            ):
                headers = {name.lower(): value for name, value in reply.headers.items()}
                return Reply(reply.status, await reply.read(), headers)
        except EXPECTED as error:
            return Reply(failure=classify_error(error))


def _as_asked(path: str) -> str:
    return path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path
