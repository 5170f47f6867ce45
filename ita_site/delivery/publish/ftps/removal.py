"""Files of ours on a shared host that are no longer wanted: deleted, or told where they stay."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.delivery.publish.store import sizes
from ita_site.delivery.publish.target import PublishError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ita_site.delivery.publish.store import Store

NAMED = 3
"""Paths named where many could be."""

LOST = ("ITA843", "ITA857")
"""The host is not to be reached any more."""


def remove(host: Store, paths: Iterable[str]) -> set[str]:
    """Delete files, pages before what they need, and the folders empty then.

    Gives those that the host would not delete: readers see the new site already.

    Raises:
        PublishError: when the host is not to be reached any more.
    """
    gone = sorted(paths, key=lambda path: (not path.endswith(".html"), path))
    folders = {step for path in gone for step in map(str, Path(path).parents)} - {"."}
    for path in gone:
        _try_to(host.delete, path)
    for folder in sorted(folders, key=len, reverse=True):
        _try_to(host.delete_empty, folder)
    return set(sizes(host, gone))  # to a host 550 is “denied” and “not there”


def left_there(paths: set[str], host: str) -> PublishError:
    """What to tell of files that `host` would not delete, a few of them named."""
    named, more = sorted(paths)[:NAMED], len(paths) - NAMED
    paths_shown = ", ".join(named) + (f", … (+{more})" if more > 0 else "")
    return PublishError("ITA839", path=paths_shown, host=host)


def _try_to(delete: Callable[[str], None], path: str) -> None:
    try:
        delete(path)
    except PublishError as error:
        if error.code in LOST:
            raise
