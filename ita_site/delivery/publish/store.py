"""A folder where readers look at once: nothing in it can be switched but file by file.

Its sizes are asked for in the cheapest way it offers.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.delivery.publish.address import Address

FEW = 3
"""Files of a folder that are asked for one by one: a listing needs a connection of its own."""


class Store(Protocol):
    """Files by their paths below the folder. Every method raises PublishError."""

    address: Address

    @property
    def can_list(self) -> bool:
        """Whether `sizes` works."""

    def close(self) -> None:
        """Let go of it."""

    def make(self, folders: Iterable[str]) -> None:
        """Make folders, each with those above it. What is there already is fine."""

    def write(self, path: str, content: bytes) -> None:
        """Write a file, in place, and make sure that all of it arrived."""

    def read(self, path: str) -> bytes | None:
        """A whole file; None when there is none."""

    def size(self, path: str) -> int | None:
        """Bytes of a file; None when there is none."""

    def sizes(self, folder: str) -> dict[str, int]:
        """Bytes of every file directly in a folder; none without it."""

    def names(self, folder: str) -> tuple[str, ...]:
        """What is in a folder, by name; nothing when there is no folder."""

    def rename(self, old: str, new: str) -> None:
        """Put a file in the place of another, which is gone at the same moment."""

    def delete(self, path: str) -> None:
        """Delete a file; one that is gone already is fine."""

    def delete_empty(self, folder: str) -> None:
        """Delete a folder; where it is not empty, or not ours, it stays."""


def sizes(host: Store, paths: Iterable[str]) -> dict[str, int]:
    """Bytes of those files that exist.

    Raises:
        PublishError: when the host cannot tell.
    """
    sizes_by_path: dict[str, int] = {}
    for folder, names in _by_folder(paths).items():
        listed = host.sizes(folder) if len(names) > FEW and host.can_list else None
        for name in names:
            path = posixpath.join(folder, name)
            hidden = listed is None or (name.startswith(".") and name not in listed)
            size = host.size(path) if hidden else (listed or {}).get(name)
            if size is not None:
                sizes_by_path[path] = size
    return sizes_by_path


def _by_folder(paths: Iterable[str]) -> dict[str, list[str]]:
    folders = defaultdict(list)
    for path in paths:
        folder, name = posixpath.split(path)
        folders[folder].append(name)
    return folders
