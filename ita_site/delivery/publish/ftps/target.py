"""A shared host as a target.

Everything is sent into a folder that is closed to readers and renamed into place when all
has arrived: first what pages need, then new pages, then changed ones, then the manifest;
what is no longer wanted goes last. Readers see the old site, or for the seconds of the
renaming some pages of each, of which none misses anything.
"""

from __future__ import annotations

import dataclasses
import hashlib
import posixpath
import secrets
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.delivery.publish.ftps.archive import Archive, next_number
from ita_site.delivery.publish.ftps.connection import ssl_context
from ita_site.delivery.publish.ftps.foreign import Foreign
from ita_site.delivery.publish.ftps.host import Host, Patience
from ita_site.delivery.publish.ftps.removal import left_there, remove
from ita_site.delivery.publish.ftps.state import (
    CLOSED,
    CLOSED_TEXT,
    OWN,
    RELEASES,
    RUN,
    STAGE,
    State,
    digest,
    read_state,
    staged_name,
    write_state,
)
from ita_site.delivery.publish.store import sizes
from ita_site.delivery.publish.target import Build, PublishError, Release
from ita_site.site.manifest import NAME, ManifestError, read_manifest

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from ita_site.delivery.publish.address import Address
    from ita_site.delivery.publish.ftps.archive import KeptRelease
    from ita_site.delivery.publish.store import Store
    from ita_site.delivery.publish.target import OnProgress, Settings
    from ita_site.site.manifest import Entry, Manifest

RENAMES_UNWATCHED = 20
"""Files put in place before looking again whether another run has taken over."""


@contextmanager
def open_ftps(address: Address, settings: Settings) -> Iterator[StagedTarget]:
    """Connect to a shared host, as `ITA_FTPS_PASSWORD` and `ITA_FTPS_CA` say.

    With `ITA_FTPS_RESEND` every file is sent anew: a host can tell sizes, not contents, so
    a file that somebody changed there without changing its size would stay.

    Raises:
        PublishError: when a setting is missing or the host does not do what it must.
    """
    password = settings.environment.get("ITA_FTPS_PASSWORD", "")
    if not password or not address.user:
        raise PublishError("ITA840", value=str(address))
    ca = settings.environment.get("ITA_FTPS_CA")
    host = Host(address, password, ssl_context(Path(ca) if ca else None), Patience())
    resend = bool(settings.environment.get("ITA_FTPS_RESEND"))
    with closing(StagedTarget(host, settings.keep, resend=resend)) as target:
        yield target


class StagedTarget:
    """A site on a shared host."""

    def __init__(self, host: Store, keep: int, *, resend: bool = False) -> None:
        """Nothing is asked yet."""
        self._host = host
        self._keep = keep
        self._resend = resend
        self._archive = Archive(host)
        self._foreign = Foreign(host)
        self._run = secrets.token_hex(8).encode()
        self._next: Manifest | None = None
        self._stood: dict[str, Entry] = {}
        self.is_switching = False

    def close(self) -> None:
        """Let go of the host."""
        self._host.close()

    def live(self) -> Manifest | None:
        """What readers see now.

        Raises:
            PublishError: when the manifest there is damaged.
        """
        return self._manifest(self._host.read(NAME))

    def in_the_way(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Which of these paths are taken by files that we did not upload."""
        ours = {NAME} if self.live() else set()
        return tuple(self._foreign.among(paths, self._state(), ours))

    def put(self, build: Build, on_progress: OnProgress) -> None:
        """Send what is not there yet into the stage, and keep it for a way back."""
        self._prepare()
        self._send(build, on_progress)
        kept = self._archive.releases()
        same = [release.id for release in kept if _is_same(release.manifest, build.manifest)]
        taken = self._foreign.contents(self.in_the_way(build.manifest.files))
        if taken and not kept:  # so that there is something to go back to
            nothing = Build(build.folder, dataclasses.replace(build.manifest, files={}))
            self._archive.keep(nothing, [], self._keep)
        before = self._up_to_live(self._archive.releases())
        if taken:
            self._foreign.keep(same[-1] if same else next_number(before), taken)
        if not same:
            self._archive.keep(build, before, self._keep)
        self._next = build.manifest

    def switch(self) -> Release:
        """Put everything in place by renaming, then delete what is no longer wanted."""
        return self._switch(())

    def _switch(self, spared: Container[str]) -> Release:
        manifest = self._next
        if manifest is None:
            message = "nothing was put"
            raise RuntimeError(message)
        text = manifest.as_json()
        self._host.write(f"{STAGE}/{NAME}", text)
        noted, live = self._state().before, digest(self._host.read(NAME))
        self._make_sure_still_ours()
        write_state(self._host, State(live, digest(text), noted, manifest.files))
        self.is_switching = True
        self._rename(self._stood, manifest.files)
        self._host.rename(f"{STAGE}/{NAME}", NAME)
        gone = noted.keys() - manifest.files.keys()
        left = remove(self._host, (path for path in gone if path not in spared))
        stands = {**manifest.files, **{path: noted[path] for path in left}}
        write_state(self._host, State(digest(text), digest(text), stands, manifest.files))
        release = next(kept for kept in reversed(self.releases()) if kept.is_live)
        return dataclasses.replace(
            release, left=left_there(left, self._host.address.host) if left else None
        )

    def releases(self) -> tuple[Release, ...]:
        """What the host keeps, in the order of publishing."""
        kept, live = self._archive.releases(), self.live()
        at = max(
            (i for i, release in enumerate(kept) if _is_same(release.manifest, live)), default=-1
        )
        return tuple(
            Release(release.id, release.manifest, is_live=i == at) for i, release in enumerate(kept)
        )

    def roll_back(self, to: str | None, on_progress: OnProgress) -> Release:
        """Put the release before in place again, or the one named, from what the host keeps."""
        release = self._before(to)
        manifest = release.manifest
        if manifest is None:
            raise PublishError("ITA859", host=self._host.address.host)
        self._prepare()
        standing = self._standing()
        wanted = {
            entry.sha256: path
            for path, entry in manifest.files.items()
            if standing.get(path) != entry
        }
        with tempfile.TemporaryDirectory() as folder:
            self._archive.unpack(wanted, Path(folder))
            self._send(Build(Path(folder), manifest), on_progress, wanted)
        self._next = manifest
        return self._switch(self._give_back(release.id, manifest))

    def _give_back(self, number: str, manifest: Manifest) -> Mapping[str, bytes]:
        """Put the files of others back that later releases took the place of."""
        live = next((release.id for release in self.releases() if release.is_live), number)
        taken = self._foreign.taken(number, live)
        theirs = {path: taken[path] for path in taken if path not in manifest.files}
        for path, content in theirs.items():
            self._host.write(f"{STAGE}/taken", content)
            self._make_sure_still_ours()
            self.is_switching = True
            self._host.rename(f"{STAGE}/taken", path)
        return theirs

    def _before(self, to: str | None) -> Release:
        releases = self.releases()
        live = next((i for i, release in enumerate(releases) if release.is_live), len(releases))
        chosen = (
            [release for release in releases if release.id == to] if to else releases[:live][-1:]
        )
        if not chosen:
            raise PublishError("ITA859", host=self._host.address.host)
        return chosen[0]

    def _prepare(self) -> None:
        """Make our folder, close it to readers, and say that this run is the one at work.

        A switch that another run left half-way is noted as what it came to.
        """
        self._host.make([OWN, STAGE, RELEASES])
        if self._host.size(CLOSED) != len(CLOSED_TEXT):
            self._host.write(CLOSED, CLOSED_TEXT)
        self._host.write(RUN, self._run)
        state = self._state()
        noted = state.standing(self._host.names(STAGE))
        if not state.before == state.after == noted:
            write_state(self._host, State(state.live, state.next, noted, noted))

    def _state(self) -> State:
        text = self._host.read(NAME)
        manifest = self._manifest(text)
        return read_state(self._host, text, manifest.files if manifest else {})

    def _standing(self) -> dict[str, Entry]:
        """Which of our files are in place, as far as their sizes tell."""
        noted = self._state().standing(self._host.names(STAGE))
        present = sizes(self._host, noted)
        return {path: entry for path, entry in noted.items() if present.get(path) == entry.size}

    def _send(
        self, build: Build, on_progress: OnProgress, held: Mapping[str, str] | None = None
    ) -> None:
        """Send into the stage what is neither in place nor waiting there already."""
        files = build.manifest.files
        self._stood = standing = {} if self._resend else self._standing()
        todo = {path: entry for path, entry in files.items() if standing.get(path) != entry}
        names = {staged_name(path, entry): path for path, entry in todo.items()}
        waiting = sizes(self._host, [f"{STAGE}/{name}" for name in self._host.names(STAGE)])
        self._clear(waiting, names)
        done, total = 0, sum(entry.size for entry in todo.values())
        for name, path in names.items():
            entry = todo[path]
            if waiting.get(f"{STAGE}/{name}") != entry.size:
                source = (held or {}).get(entry.sha256, path)
                self._host.write(
                    f"{STAGE}/{name}", _read_content(build.folder / source, path, entry)
                )
            on_progress(done := done + entry.size, total)
        self._host.make({posixpath.dirname(path) for path in todo})

    def _clear(self, waiting: Iterable[str], names: Mapping[str, str]) -> None:
        for path in waiting:
            if path.removeprefix(f"{STAGE}/") not in names:
                self._host.delete(path)

    def _rename(self, before: Mapping[str, Entry], after: Mapping[str, Entry]) -> None:
        todo = [path for path, entry in after.items() if before.get(path) != entry]
        for count, path in enumerate(sorted(todo, key=lambda path: (_order(path, before), path))):
            if count % RENAMES_UNWATCHED == RENAMES_UNWATCHED - 1:
                self._make_sure_still_ours()
            self._host.rename(f"{STAGE}/{staged_name(path, after[path])}", path)

    def _make_sure_still_ours(self) -> None:
        """Stop when another run has begun since: of two, the later one goes on."""
        if self._host.read(RUN) != self._run:
            raise PublishError("ITA860", host=self._host.address.host)

    def _up_to_live(self, kept: list[KeptRelease]) -> list[KeptRelease]:
        """Without the releases that readers were led back from."""
        live = self.live()
        at = [i for i, release in enumerate(kept) if _is_same(release.manifest, live)]
        return kept[: at[-1] + 1] if at else kept

    def _manifest(self, text: bytes | None) -> Manifest | None:
        try:
            return read_manifest(text) if text is not None else None
        except ManifestError as error:
            raise PublishError("ITA858", host=self._host.address.host, path=NAME) from error


def _order(path: str, before: Mapping[str, Entry]) -> int:
    """What pages need, then pages that are new, then those that lead to them."""
    if not path.endswith(".html"):
        return 0
    return 2 if path in before else 1


def _is_same(one: Manifest, other: Manifest | None) -> bool:
    return other is not None and one.as_json() == other.as_json()


def _read_content(file: Path, path: str, entry: Entry) -> bytes:
    content = file.read_bytes()
    if hashlib.sha256(content).hexdigest() != entry.sha256:
        raise PublishError("ITA861", path=path)
    return content
