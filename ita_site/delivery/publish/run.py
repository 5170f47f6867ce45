"""Publishing and going back, the same way for every kind of target."""

from __future__ import annotations

import importlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.delivery.publish.guards import open_build, refuse_target
from ita_site.delivery.publish.target import PublishError
from ita_site.site.manifest import NAME, compare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

    from ita_site.delivery.publish.address import Address
    from ita_site.delivery.publish.guards import Permits
    from ita_site.delivery.publish.target import OnProgress, Release, Settings, Target
    from ita_site.site.manifest import Difference, Entry

OPENERS = {
    "ssh": "releases:open_ssh",
    "file": "share:open_share",
    "ftps": "ftps.target:open_ftps",
}
"""By scheme: a module of this folder, and in it a function `(Address, Settings)` that gives a
context manager of a Target."""


@dataclass(frozen=True, slots=True)
class Published:
    """What readers see now, and how its files differ from what they saw before."""

    release: Release
    difference: Difference


def publish(
    folder: Path, address: Address, settings: Settings, permits: Permits, on_progress: OnProgress
) -> Published:
    """Publish a built folder.

    Raises:
        PublishError: when it is refused or fails; `untouched` unless the switch had begun.
    """
    build = open_build(folder, permits)
    with _target(address, settings) as target:
        refuse_target(build, target, permits)
        before = _files(target)
        target.put(build, on_progress)
        if open_build(folder, permits).manifest != build.manifest:  # somebody built anew meanwhile
            raise PublishError("ITA861", path=folder / NAME)
        return Published(target.switch(), compare(before, build.manifest.files))


def roll_back(
    address: Address, settings: Settings, to: str | None, on_progress: OnProgress
) -> Release:
    """Let readers see the release before, or the one named; gives it.

    Raises:
        PublishError: when there is none, or the target fails; `untouched` as above.
    """
    with _target(address, settings) as target:
        return target.roll_back(to, on_progress)


def releases(address: Address, settings: Settings) -> tuple[Release, ...]:
    """What a target holds.

    Raises:
        PublishError: when it cannot be asked.
    """
    with open_target(address, settings) as target:
        return target.releases()


@contextmanager
def _target(address: Address, settings: Settings) -> Iterator[Target]:
    """A target; what it raises tells whether readers may see something else than before."""
    target = None
    try:
        with open_target(address, settings) as target:
            yield target
    except PublishError as error:
        error.untouched = not (target and target.is_switching)
        raise


def _files(target: Target) -> Mapping[str, Entry]:
    """What readers see; nothing where that cannot be read, which force allows."""
    try:
        live = target.live()
    except PublishError:
        return {}
    return live.files if live else {}


def open_target(address: Address, settings: Settings) -> AbstractContextManager[Target]:
    """Connect to a target and lock it.

    Raises:
        PublishError: when it cannot be reached, does not know us, or is in use.
    """
    module, function = OPENERS[address.scheme].split(":")
    opener = getattr(importlib.import_module(f"ita_site.delivery.publish.{module}"), function)
    target: AbstractContextManager[Target] = opener(address, settings)
    return target
