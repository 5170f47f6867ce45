"""Many live sites read back side by side; one that does not answer stops no other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

from ita_site.delivery.verify.run import verify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.delivery.verify.run import Verified
    from ita_site.site.manifest import Manifest


class Asked(NamedTuple):
    """A site to read back: whose it is, where it stands, and what should stand there.

    Without `built` the site's own word is taken.
    """

    agency: str
    url: str
    built: Manifest | None


def verify_each(
    sites: Iterable[Asked], wait: float, at_once: int
) -> Iterator[tuple[Asked, Verified]]:
    """Read them back, so many at once; in their order. `wait` is in seconds, for each."""
    wanted = list(sites)
    with ThreadPoolExecutor(at_once) as pool:
        found = pool.map(lambda one: verify(one.url, one.built, wait), wanted)
        yield from zip(wanted, found, strict=True)
