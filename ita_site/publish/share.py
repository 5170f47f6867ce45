"""A folder of this machine, or one mounted on it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from ita_site.publish.releases import open_releases
from ita_site.publish.rsync import Rsync

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.publish.address import Address
    from ita_site.publish.target import Settings, Target


@contextmanager
def open_share(address: Address, settings: Settings) -> Iterator[Target]:
    """Releases where the file system knows symlinks."""
    with open_releases(Rsync(address), settings.keep) as found:
        yield found
