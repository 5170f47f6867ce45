"""One run at a time: a symlink beside the releases, which its holder renews.

Where it leads says who holds it and how often it was renewed. A run that was killed renews
it no more; the next one sees that, by its own watch and not by anybody's clock.
"""

from __future__ import annotations

import hashlib
import os
import platform
import secrets
import sys
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.delivery.publish.target import PublishError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.delivery.publish.rsync import Rsync

NAME = ".ita-site-lock"


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds: between two renewals, without one until a lock counts as left, between looks."""

    renew: float = 10
    patience: float = 40
    look: float = 2


class Lock:
    """One run's hold on a folder."""

    def __init__(self, remote: Rsync, pace: Pace) -> None:
        """Nothing is held yet."""
        self._remote, self._pace = remote, pace
        self._holder = f"{_machine_id()}.{os.getpid()}.{secrets.token_hex(4)}"
        self._count = 0
        self._over = threading.Event()

    def take(self) -> None:
        """Take it, from a run that was killed as well.

        Raises:
            PublishError: ITA833 when another run is at work.
        """
        while not self._remote.link({NAME: self._text}, replace=False):
            current = self._current()
            if current and (_is_dead(current) or self._stands_still(current)):
                self._remote.link({NAME: self._text}, replace=True)
                self.make_sure("ITA833")
                return

    def make_sure(self, code: str = "ITA834") -> None:
        """Nobody else took it over; without an answer we do not go on.

        Raises:
            PublishError: of this code when somebody did.
        """
        if not (self._current() or "").startswith(self._holder):
            raise PublishError(code, host=self._remote.address.host or "")

    @contextmanager
    def renewed(self) -> Iterator[None]:
        """Renew it now and then; let go of it in the end."""
        thread = threading.Thread(target=self._renew, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._over.set()
            thread.join()
            with suppress(PublishError):  # what went wrong before is reported
                self.make_sure()
                self._remote.delete("", [f"/{NAME}"])

    @property
    def _text(self) -> str:
        return f"{self._holder}.{self._count}"

    def _current(self) -> str | None:
        links = self._remote.names(only=[f"/{NAME}"])
        return next((listed.link for listed in links), None)

    def _stands_still(self, current: str) -> bool:
        """Whether nobody renews it; one that goes away meanwhile may be taken as well."""
        until = time.monotonic() + self._pace.patience
        while time.monotonic() < until:
            time.sleep(self._pace.look)
            now = self._current()
            if now is None:
                return False
            if now != current:
                raise PublishError("ITA833", host=self._remote.address.host or "")
        return True

    def _renew(self) -> None:
        while not self._over.wait(self._pace.renew):
            with suppress(PublishError):  # a broken line shows elsewhere
                self.make_sure()
                self._count += 1
                self._remote.link({NAME: self._text}, replace=True)


@contextmanager
def locked(remote: Rsync, pace: Pace) -> Iterator[Lock]:
    """Hold the folder's lock.

    Raises:
        PublishError: ITA833 when another run is at work.
    """
    lock = Lock(remote, pace)
    lock.take()
    with lock.renewed():
        yield lock


def _machine_id() -> str:
    """Where process numbers are ours: this machine since it was started, and this container."""
    parts = [platform.node()]
    with suppress(OSError):
        parts.append(Path("/proc/sys/kernel/random/boot_id").read_text("utf-8"))
        parts.append(str(Path("/proc/self/ns/pid").stat().st_ino))
    return hashlib.sha256(" ".join(parts).encode()).hexdigest()[:8]


def _is_dead(text: str) -> bool:
    """Whether a process of this machine held it, and is no more."""
    machine, pid, *_ = [*text.split("."), "", ""]
    if machine != _machine_id() or not pid.isdecimal() or sys.platform == "win32":
        return False  # there signal 0 does not ask a process whether it lives, it ends it
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False
