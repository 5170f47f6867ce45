"""A folder of releases, and `current`, which leads to the one that readers see.

`releases/000007-1a2b3c4/` is a whole site. Its manifest comes last: a release without one
is what an interrupted run left. Numbers only grow, so that no clock decides what came before.
"""

from __future__ import annotations

import re
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ita_site.delivery.publish.lock import Pace, locked
from ita_site.delivery.publish.rsync import Rsync
from ita_site.delivery.publish.ssh import ssh_command
from ita_site.delivery.publish.target import PublishError, Release
from ita_site.site import manifest
from ita_site.site.manifest import ManifestError, read_manifest

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from ita_site.delivery.publish.address import Address
    from ita_site.delivery.publish.lock import Lock
    from ita_site.delivery.publish.target import Build, OnProgress, Settings
    from ita_site.site.manifest import Manifest

FOLDER = "releases"
CURRENT = "current"
ID = re.compile(r"(\d{6,})(-[0-9a-f]+)?")
SHOWN = (f"/{CURRENT}", f"/{FOLDER}/", f"/{FOLDER}/*/", f"/{FOLDER}/*/{manifest.NAME}")
LEFT_OVERS = 3
"""So many interrupted uploads are looked through for files that need not be sent again."""


class Inventory:
    """What the folder holds: releases, complete or not, by number; and which one is live."""

    def __init__(self, remote: Rsync) -> None:
        """Ask once."""
        listed = remote.names(only=SHOWN)
        folders = {Path(entry.path).name for entry in listed if entry.is_folder}
        self.all = sorted((name for name in folders if ID.fullmatch(name)), key=number)
        whole = {Path(entry.path).parent.name for entry in listed if not entry.is_folder}
        self.whole = [name for name in self.all if name in whole]
        self.is_new = FOLDER not in folders
        current = next((entry for entry in listed if entry.path == CURRENT), None)
        link = (current and current.link) or ""
        self.live = link.removeprefix(f"{FOLDER}/") if current else None
        self.is_ours = not current or (link.startswith(f"{FOLDER}/") and self.live in self.all)

    @property
    def next(self) -> int:
        """A number that none had."""
        return number(self.all[-1]) + 1 if self.all else 1

    @property
    def halves(self) -> list[str]:
        """What interrupted runs left."""
        return [name for name in self.all if name not in self.whole and name != self.live]

    @property
    def withdrawn(self) -> list[str]:
        """What readers were led back from."""
        return [name for name in self.whole if self.live and number(name) > number(self.live)]

    def before(self) -> str | None:
        """The release before the live one."""
        older = [name for name in self.whole if self.live and number(name) < number(self.live)]
        return older[-1] if older else None


def number(name: str) -> int:
    """A release's place in the order."""
    return int(name.split("-", maxsplit=1)[0])


class Releases:
    """A Target that switches at once, by renaming one symlink."""

    def __init__(self, remote: Rsync, lock: Lock, keep: int) -> None:
        """Look what is there.

        Raises:
            PublishError: ITA835 when `current` is not ours.
        """
        self._remote, self._lock, self._keep = remote, lock, keep
        self._inventory = Inventory(remote)
        self._name = ""
        self._put_manifest: Manifest | None = None
        self.is_switching = False
        if not self._inventory.is_ours:
            raise PublishError("ITA835", host=remote.address.host, path=f"{remote.address.path}")

    def live(self) -> Manifest | None:
        """What readers see now."""
        if self._inventory.live and self._live is None:
            raise PublishError("ITA836", name=self._inventory.live)
        return self._live

    def in_the_way(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Files that somebody else put into the live release, where ours are to be."""
        return tuple(sorted(self._foreign & set(paths)))

    def put(self, build: Build, on_progress: OnProgress) -> None:
        """Fill a new release, unless the live one is just what was built."""
        self._put_manifest = build.manifest
        if self._live == build.manifest and self._remote.holds(build.folder, self._below()):
            self._name = self._inventory.live or ""
            return
        commit = build.manifest.commit
        self._name = f"{self._inventory.next:06}" + (f"-{commit[:7]}" if commit else "")
        try:
            self._fill(build, on_progress)
        except PublishError as error:
            if error.code == "ITA828":  # leave no full disk behind
                with suppress(PublishError):
                    self._remove([self._name])
            raise

    def switch(self) -> Release:
        """Lead readers to what was put, and let old releases go."""
        withdrawn, halves = self._inventory.withdrawn, self._inventory.halves
        self._point_current_to(self._name)
        line = [name for name in self._inventory.whole if name not in withdrawn]
        left = self._prune(halves, [*line[: -self._keep], *withdrawn])
        return replace(self._release(self._name, {self._name: self._put_manifest}), left=left)

    def releases(self) -> tuple[Release, ...]:
        """What it holds, oldest first."""
        manifests = self._manifests(self._inventory.whole)
        return tuple(self._release(name, manifests) for name in self._inventory.whole)

    def roll_back(
        self,
        to: str | None,
        on_progress: OnProgress,  # noqa: ARG002 - nothing is sent
    ) -> Release:
        """Lead readers to the release before, or the one named."""
        name = self._inventory.before() if to is None else self._find(to)
        if name is None:
            raise PublishError("ITA837")
        if name != self._inventory.live:
            self._carry_over(name)
        self._point_current_to(name)
        return self._release(name, self._manifests([name]))

    def _fill(self, build: Build, on_progress: OnProgress) -> None:
        """Files that the live release or an interrupted upload holds become hard links to it."""
        inventory, below = self._inventory, self._below(self._name)
        if inventory.is_new:
            self._remote.make(FOLDER)
        known = [*([inventory.live] if inventory.live else []), *inventory.halves[-LEFT_OVERS:]]
        base = self._remote.address.path.rstrip("/")
        alike = [f"--link-dest={base}/{self._below(name)}" for name in known]
        size = build.manifest.size
        self._remote.send(
            build.folder,
            below,
            *alike,
            f"--exclude=/{manifest.NAME}",
            on_progress=on_progress,
            size=size,
        )
        on_progress(size, size)
        self._carry_over(self._name, build.manifest.files)
        self._remote.send(build.folder, below, *alike, f"--include=/{manifest.NAME}", "--exclude=*")

    def _carry_over(self, name: str, ours: Container[str] = ()) -> None:
        """What somebody else put into the live release stays where readers find it."""
        foreign = [path for path in sorted(self._foreign) if path not in ours]
        if foreign:
            with TemporaryDirectory(prefix="ita-") as folder:
                self._remote.fetch(foreign, self._below(), Path(folder))
                self._remote.send(Path(folder), self._below(name), "--ignore-existing")

    def _point_current_to(self, name: str) -> None:
        self._lock.make_sure()
        self.is_switching = True
        self._remote.link({CURRENT: f"{FOLDER}/{name}"}, replace=True)
        self._inventory = Inventory(self._remote)
        if self._inventory.live != name:
            raise PublishError("ITA820", host=self._remote.address.host, reason=CURRENT)

    def _below(self, name: str | None = None) -> str:
        return f"{FOLDER}/{name or self._inventory.live}/"

    @cached_property
    def _live(self) -> Manifest | None:
        """What was live when we came."""
        name = self._inventory.live
        return self._manifests([name])[name] if name else None

    @cached_property
    def _foreign(self) -> set[str]:
        """Files in that release that are not in its manifest."""
        live = self._live
        return self._files(self._inventory.live) - live.files.keys() if live else set()

    def _files(self, name: str | None) -> set[str]:
        listed = self._remote.names(self._below(name))
        return {entry.path for entry in listed if not entry.is_folder} - {manifest.NAME}

    def _ours_alone(self, names: list[str]) -> Iterator[str]:
        """Releases with nothing in them that is not ours or kept in the live one."""
        for name, listed in self._manifests(names).items():
            if listed and not self._files(name) - listed.files.keys() - self._foreign:
                yield name

    def _prune(self, halves: list[str], old: list[str]) -> PublishError | None:
        """Remove what nobody needs; what kept us from it, for readers see the new site already."""
        try:
            self._remove([*halves, *self._ours_alone(old)])
        except PublishError:
            return PublishError("ITA839", path=f"{FOLDER}/", host=self._remote.address.host)
        return None

    def _remove(self, names: list[str]) -> None:
        if names:
            self._remote.delete(f"{FOLDER}/", [f"/{name}/***" for name in names])

    def _manifests(self, names: Iterable[str]) -> dict[str, Manifest | None]:
        files = {name: f"{name}/{manifest.NAME}" for name in names}
        with TemporaryDirectory(prefix="ita-") as folder:
            if files:
                self._remote.fetch(files.values(), f"{FOLDER}/", Path(folder))
            return {name: _read_manifest(Path(folder, file)) for name, file in files.items()}

    def _find(self, wanted: str) -> str:
        """A release by its name or its number.

        Raises:
            PublishError: ITA838 when there is none.
        """
        for name in self._inventory.whole:
            if wanted == name or (wanted.isdecimal() and int(wanted) == number(name)):
                return name
        raise PublishError("ITA838", value=wanted, known=", ".join(self._inventory.whole) or "–")

    def _release(self, name: str, manifests: Mapping[str, Manifest | None]) -> Release:
        return Release(name, manifests.get(name), name == self._inventory.live)


def _read_manifest(file: Path) -> Manifest | None:
    try:
        return read_manifest(file.read_bytes())
    except (OSError, ManifestError):
        return None


@contextmanager
def open_ssh(address: Address, settings: Settings) -> Iterator[Releases]:
    """A folder on a server that OpenSSH reaches."""
    with (
        ssh_command(address, settings) as shell,
        open_releases(Rsync(address, shell), settings.keep) as found,
    ):
        yield found


@contextmanager
def open_releases(remote: Rsync, keep: int) -> Iterator[Releases]:
    """A folder of releases, locked."""
    with locked(remote, Pace()) as lock:
        yield Releases(remote, lock, keep)
