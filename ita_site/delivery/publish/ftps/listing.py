"""How large files are on a host, asked in the cheapest way it offers."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.delivery.publish.store import Store

FEW = 3
"""Files of a folder that are asked for one by one: a listing needs a connection of its own."""


def sizes(host: Store, paths: Iterable[str]) -> dict[str, int]:
    """Bytes of those files that exist.

    Raises:
        PublishError: when the host cannot tell.
    """
    found: dict[str, int] = {}
    for folder, names in _by_folder(paths).items():
        listed = host.sizes(folder) if len(names) > FEW and host.can_list else None
        for name in names:
            path = posixpath.join(folder, name)
            hidden = listed is None or (name.startswith(".") and name not in listed)
            size = host.size(path) if hidden else (listed or {}).get(name)
            if size is not None:
                found[path] = size
    return found


def _by_folder(paths: Iterable[str]) -> dict[str, list[str]]:
    folders = defaultdict(list)
    for path in paths:
        folder, name = posixpath.split(path)
        folders[folder].append(name)
    return folders
