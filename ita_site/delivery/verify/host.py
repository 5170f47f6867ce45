"""What the host adds to the files: encryption, headers, what it should keep to itself."""

from __future__ import annotations

import asyncio
import ssl
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from ita_site.delivery.links.network import ssl_context
from ita_site.delivery.verify.finding import Finding
from ita_site.site.server_settings import headers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from ita_site.delivery.verify.reader import Reader, Reply

DAY = 24 * 60 * 60
SOON = 21
"""Days of a certificate that are too few."""
OWN = ".ita-site/state.json"
POLICY = "Content-Security-Policy"
"""Its hashes are the build's own; that there is one must do."""
REDIRECTS = range(300, 400)


def header_faults(page: Reply) -> Iterator[Finding]:
    """Which of the headers we ask of a server are missing, or say something else."""
    wanted = headers("")
    if missing := [name for name in wanted if name.lower() not in page.headers]:
        yield Finding("ITA876", header=", ".join(missing))
    for name in sorted(
        wanted.keys() - {POLICY, *missing}
    ):  # the policy's hashes are the build's own
        if (value := page.headers[name.lower()]) != wanted[name]:
            yield Finding("ITA877", header=name, value=value, wanted=wanted[name])


async def transport_faults(reader: Reader) -> AsyncIterator[Finding]:
    """Whether the site is reached by https, and by nothing else."""
    parts = urlsplit(reader.root)
    if parts.scheme != "https":
        yield Finding("ITA884", value=reader.root)
        return
    if parts.port is None:
        plain = urlunsplit(parts._replace(scheme="http"))
        reply = await reader.open(plain, follow=False)
        target = reply.headers.get("location", "")
        if reply.is_good or (reply.status in REDIRECTS and not target.startswith("https:")):
            yield Finding("ITA878", value=plain)
    left = await _days_left(parts.hostname or "", parts.port or 443)
    if left is not None and left < SOON:
        yield Finding("ITA875", days=left)


async def _days_left(host: str, port: int) -> int | None:
    """Whole days until the certificate ends; None where it cannot be asked (behind a proxy)."""
    opening = asyncio.open_connection(host, port, ssl=ssl_context(), server_hostname=host)
    try:
        _, channel = await asyncio.wait_for(opening, 10)
    except (OSError, TimeoutError):
        return None
    certificate = channel.get_extra_info("peercert")
    channel.close()
    return int((ssl.cert_time_to_seconds(certificate["notAfter"]) - time.time()) // DAY)


async def exposed_notes(reader: Reader) -> AsyncIterator[Finding]:
    """Whether what we note on a shared host can be read by anybody."""
    if (await reader.read(OWN)).is_good:
        yield Finding("ITA883", path=OWN)
