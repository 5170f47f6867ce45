"""What every place a site is published to can do, what it is given, and how it fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ita_site.facts.problems import CodedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from ita_site.site.manifest import Manifest


class PublishError(CodedError):
    """Publishing was refused or failed; `untouched` where nothing readers see was touched."""

    words = "delivery/publish/messages.yml"
    untouched = False


OnProgress = Callable[[int, int], None]
"""Called with the bytes that are done and the bytes in all, now and then."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the command line and the environment say about publishing.

    `keep` is how many releases stay, the live one among them. `environment` is that of the
    process: each kind of target reads its own variables (ITA_SSH_KEY, ITA_FTPS_PASSWORD, …).
    """

    keep: int
    environment: Mapping[str, str]
    known_hosts: Path | None = None


@dataclass(frozen=True, slots=True)
class Build:
    """A built site: its folder, and its manifest, which it was held against."""

    folder: Path
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class Release:
    """A state of the site that a target holds; `manifest` is None where it cannot be read.

    `left` is why older releases could not be removed after a switch to this one.
    """

    id: str
    manifest: Manifest | None
    is_live: bool
    left: PublishError | None = None


class Target(Protocol):
    """A place a site is published to, connected and locked: two runs never meet in it.

    Made by a context manager (`open_target`), which lets go of both. Every method raises
    PublishError, and whatever happens, a reader meets one whole site.
    """

    is_switching: bool
    """Whether what readers see has begun to change."""

    def live(self) -> Manifest | None:
        """What readers see now; None when nothing of ours was ever published here."""

    def in_the_way(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Which of these paths are taken by files that we did not upload."""

    def put(self, build: Build, on_progress: OnProgress) -> None:
        """Bring everything over, and make sure of it; readers still see what they saw.

        What an interrupted run left is used or cleared away.
        """

    def switch(self) -> Release:
        """Let readers see what was put; at once where the place can do that."""

    def releases(self) -> tuple[Release, ...]:
        """What it holds, in the order of publishing."""

    def roll_back(self, to: str | None, on_progress: OnProgress) -> Release:
        """Let readers see the release before, or the one named."""
