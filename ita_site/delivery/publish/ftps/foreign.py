"""Files of others on a shared host: found before ours take their place, kept, and given back."""

from __future__ import annotations

import hashlib
import io
import posixpath
import zipfile
from typing import TYPE_CHECKING

from ita_site.delivery.publish.ftps.archive import zipped
from ita_site.delivery.publish.ftps.state import OWN
from ita_site.delivery.publish.guards import SERVERS
from ita_site.delivery.publish.store import sizes

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from ita_site.delivery.publish.ftps.state import State
    from ita_site.delivery.publish.store import Store

TAKEN = f"{OWN}/taken"
"""A pack for each release that took the place of such files, kept for good."""


class Foreign:
    """The files of others on one host."""

    def __init__(self, host: Store) -> None:
        """Nothing is read yet."""
        self._host = host

    def among(self, paths: Iterable[str], state: State, also_ours: Container[str]) -> list[str]:
        """Which of these paths are theirs, a server's settings that they wrote into as well."""
        wanted = list(paths)
        unknown = [path for path in wanted if path not in state.ours and path not in also_ours]
        ours = [path for path in wanted if path in state.ours]
        rewritten = [path for path in ours if self._is_rewritten(path, state)]
        return sorted({*sizes(self._host, unknown), *rewritten})

    def _is_rewritten(self, path: str, state: State) -> bool:
        if posixpath.basename(path) != SERVERS:
            return False
        content = self._host.read(path)
        known = {files[path].sha256 for files in (state.before, state.after) if path in files}
        return bool(content) and hashlib.sha256(content or b"").hexdigest() not in known

    def contents(self, paths: Iterable[str]) -> dict[str, bytes]:
        """What is in those that are there."""
        contents = {path: self._host.read(path) for path in paths}
        return {path: content for path, content in contents.items() if content is not None}

    def keep(self, number: str, files: Mapping[str, bytes]) -> None:
        """Keep files before the release of that number takes their place."""
        file = f"{TAKEN}/{number}.zip"
        held = self._unpack(file)
        self._host.make([TAKEN])
        self._host.write(file, zipped({**held, **files}))

    def taken(self, after: str, until: str) -> dict[str, bytes]:
        """What stood before the releases of a span took its place."""
        names = [name for name in self._host.names(TAKEN) if after < name[:-4] <= until]
        files: dict[str, bytes] = {}
        for name in sorted(names, reverse=True):  # the oldest has the last word
            files |= self._unpack(f"{TAKEN}/{name}")
        return files

    def _unpack(self, file: str) -> dict[str, bytes]:
        content = self._host.read(file)
        if content is None:
            return {}
        with zipfile.ZipFile(io.BytesIO(content)) as pack:
            return {name: pack.read(name) for name in pack.namelist()}
