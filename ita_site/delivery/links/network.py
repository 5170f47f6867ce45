"""The way out: whom to trust, where names lead, and the office's proxy."""

from __future__ import annotations

import socket
import ssl
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import certifi
from aiohttp import TCPConnector, ThreadedResolver

from ita_site.facts.model.inner import is_inner_host

if TYPE_CHECKING:
    from aiohttp.abc import ResolveResult
    from yarl import URL


class InnerHostError(OSError):
    """A public name that leads into one's own network."""


class _PublicResolver(ThreadedResolver):
    """Finds hosts as the system does, but none that a citizen could not reach.

    Data comes from many hands; a name in it must not make this machine ask its neighbours.
    """

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        results = await super().resolve(host, port, family)
        outer = [result for result in results if not is_inner_host(result["host"])]
        if not outer and host not in _proxy_hosts():
            raise InnerHostError(host)
        return outer or results


def open_connector(at_once: int, *, inner: bool) -> TCPConnector:
    """What opens connections, so many at a time. Certificates are always verified.

    With `inner`, names may lead into one's own network.
    """
    resolver = ThreadedResolver() if inner else _PublicResolver()
    return TCPConnector(resolver=resolver, ssl=ssl_context(), limit=at_once)


def ssl_context() -> ssl.SSLContext:
    """Whom the system trusts, and Mozilla: a small machine may have no list of its own.

    RFC 5280's finer points are not asked for, as browsers do not either.
    """
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    return context


def proxy_for(url: URL) -> str | None:
    """The proxy the environment names for an address."""
    proxy = getproxies().get(url.scheme, "")
    usable = proxy.startswith("http") and not proxy_bypass(url.host or "")
    return proxy if usable else None


def _proxy_hosts() -> set[str | None]:
    return {urlsplit(proxy).hostname for proxy in getproxies().values()}
