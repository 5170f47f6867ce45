"""Releases kept on a host: each one's manifest, and a pack of what no earlier pack holds.

A host cannot copy a file, so what a release brings is sent a second time, compressed. The
release before can then be restored from the host alone.
"""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.delivery.publish.ftps.state import RELEASES
from ita_site.delivery.publish.target import PublishError
from ita_site.site.manifest import ManifestError, read_manifest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ita_site.delivery.publish.store import Store
    from ita_site.delivery.publish.target import Build
    from ita_site.site.manifest import Manifest

INDEX = f"{RELEASES}/packs.json"
MOST_PACKS = 20
"""After so many a pack holds everything anew, so that old ones can go."""


@dataclass(frozen=True, slots=True)
class KeptRelease:
    """A release: its number, and its manifest."""

    id: str
    manifest: Manifest


def next_number(kept: list[KeptRelease]) -> str:
    """What the release after those kept is called."""
    return f"{int(kept[-1].id) + 1 if kept else 1:06}"


class Archive:
    """The releases kept on one host."""

    def __init__(self, host: Store) -> None:
        """Nothing is read yet."""
        self._host = host
        self._packs: dict[str, list[str]] | None = None

    def releases(self) -> list[KeptRelease]:
        """In the order of publishing; one that cannot be read is passed over."""
        names = [name for name in self._host.names(RELEASES) if name[:-5].isdigit()]
        manifests = [(name[:-5], self._manifest(name)) for name in names if name.endswith(".json")]
        return [KeptRelease(number, manifest) for number, manifest in manifests if manifest]

    def keep(self, build: Build, kept: list[KeptRelease], how_many: int) -> None:
        """Add a release after those kept, and let go of what is older than wanted.

        Whoever calls has left out of `kept` what readers were led back from.
        """
        number = next_number(kept)
        stays = [*kept, KeptRelease(number, build.manifest)][-how_many:]
        packs = self.packs()
        full = len(packs) >= MOST_PACKS
        held = set() if full else {sha256 for pack in packs.values() for sha256 in pack}
        wanted = {e.sha256: path for path, e in build.manifest.files.items()}
        new = {sha256: path for sha256, path in wanted.items() if sha256 not in held}
        if new:
            self._host.write(f"{RELEASES}/{number}.zip", _packed(build.folder, new))
        self._host.write(f"{RELEASES}/{number}.json", build.manifest.as_json())
        self._write_index({**packs, number: sorted(new)}, stays)

    def unpack(self, wanted: Mapping[str, str], folder: Path) -> None:
        """Write contents into a folder: from SHA-256 to the path it is to have there.

        Raises:
            PublishError: when one of them is not held.
        """
        left = dict(wanted)
        for number, holds in sorted(self.packs().items(), reverse=True):
            if here := left.keys() & set(holds):
                content = self._host.read(f"{RELEASES}/{number}.zip")
                _unpack(content, {sha256: left[sha256] for sha256 in here}, folder, left)
        if left:
            raise PublishError("ITA859", host=self._host.address.host)

    def packs(self) -> dict[str, list[str]]:
        """What each pack holds, by its release's number."""
        if self._packs is None:
            self._packs = self._read_packs()
        return self._packs

    def _read_packs(self) -> dict[str, list[str]]:
        text = self._host.read(INDEX)
        try:
            raw = json.loads(text or "{}")
            return {str(number): [*map(str, holds)] for number, holds in raw.items()}
        except (ValueError, AttributeError, TypeError) as error:
            raise PublishError("ITA858", host=self._host.address.host, path=INDEX) from error

    def _write_index(self, packs: dict[str, list[str]], stays: list[KeptRelease]) -> None:
        """Write the index first, then delete what it no longer names."""
        needed = {entry.sha256 for kept in stays for entry in kept.manifest.files.values()}
        left = _needed(packs, needed)
        self._host.write(f"{INDEX}.new", json.dumps(left).encode())
        self._host.rename(f"{INDEX}.new", INDEX)
        self._packs = left
        files = {f"{number}.zip" for number in left} | {f"{kept.id}.json" for kept in stays}
        for name in self._host.names(RELEASES):
            if name[:-4].rstrip(".").isdigit() and name not in files:
                self._host.delete(f"{RELEASES}/{name}")

    def _manifest(self, name: str) -> Manifest | None:
        try:
            return read_manifest(self._host.read(f"{RELEASES}/{name}") or b"")
        except ManifestError:
            return None


def _needed(packs: Mapping[str, list[str]], wanted: set[str]) -> dict[str, list[str]]:
    """The packs that hold something wanted, the newest first to be asked."""
    left, needed = set(wanted), {}
    for number in sorted(packs, reverse=True):
        if left & set(packs[number]):
            needed[number] = packs[number]
            left -= set(packs[number])
    return dict(sorted(needed.items()))


def _packed(folder: Path, wanted: Mapping[str, str]) -> bytes:
    return zipped({sha256: (folder / path).read_bytes() for sha256, path in wanted.items()})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A pack of files by their names: the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in sorted(files.items()):
            pack.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, compresslevel=9)
    return out.getvalue()


def _unpack(
    content: bytes | None, wanted: Mapping[str, str], folder: Path, left: dict[str, str]
) -> None:
    """Take each one out that is really there."""
    if content is None:
        return
    with zipfile.ZipFile(io.BytesIO(content)) as pack:
        for sha256 in wanted.keys() & set(pack.namelist()):
            file = folder / left.pop(sha256)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(pack.read(sha256))
