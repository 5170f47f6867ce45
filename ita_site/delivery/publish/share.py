"""A folder of this machine, or one mounted on it."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.delivery.publish.ftps.target import StagedTarget
from ita_site.delivery.publish.releases import open_releases
from ita_site.delivery.publish.rsync import Rsync
from ita_site.delivery.publish.target import PublishError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.delivery.publish.address import Address
    from ita_site.delivery.publish.target import Settings, Target

PROBE = ".ita-site-probe"
CODE_BY_ERRNO = {
    errno.ENOSPC: "ITA828",
    errno.EDQUOT: "ITA828",
    errno.EFBIG: "ITA828",
    errno.EACCES: "ITA829",
    errno.EPERM: "ITA829",
    errno.EROFS: "ITA829",
    errno.ENOENT: "ITA830",
}


@contextmanager
def open_share(address: Address, settings: Settings) -> Iterator[Target]:
    """Releases where the file system knows symlinks, else one folder changed file by file."""
    with _as_publish_error(address):
        knows = knows_symlinks(Path(address.path))
    if knows and shutil.which("rsync"):
        with open_releases(Rsync(address), settings.keep) as target:
            yield target
    else:
        with closing(StagedTarget(Folder(address), settings.keep)) as target:
            yield target


def knows_symlinks(folder: Path) -> bool:
    """Whether a symlink can be made there; the folder is made where it is missing.

    Raises:
        OSError: when nothing can be made there at all.
    """
    folder.mkdir(exist_ok=True)
    probe = folder / f"{PROBE}-{os.getpid()}"
    try:
        probe.symlink_to(".")
    except OSError:
        probe.touch()
        return False
    else:
        return True
    finally:
        probe.unlink(missing_ok=True)


class Folder:
    """A Store on a file system; a file that is being written has another name."""

    def __init__(self, address: Address) -> None:
        """`address` is that of a folder."""
        self.address = replace(address, host=address.path)
        self._root = Path(address.path)

    @property
    def can_list(self) -> bool:
        """Always."""
        return True

    def close(self) -> None:
        """Nothing is held."""

    def make(self, folders: Iterable[str]) -> None:
        """Make folders, each with those above it."""
        with _as_publish_error(self.address):
            for folder in folders:
                (self._root / folder).mkdir(parents=True, exist_ok=True)

    def write(self, path: str, content: bytes) -> None:
        """Write a file, and wait until it is on the disk."""
        with _as_publish_error(self.address), (self._root / path).open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())

    def read(self, path: str) -> bytes | None:
        """A whole file."""
        with _as_publish_error(self.address), suppress(FileNotFoundError):
            return (self._root / path).read_bytes()
        return None

    def size(self, path: str) -> int | None:
        """Bytes of a file."""
        file = self._root / path
        with _as_publish_error(self.address):
            return file.stat().st_size if file.is_file() else None

    def sizes(self, folder: str) -> dict[str, int]:
        """Bytes of every file directly in a folder."""
        names = self.names(folder)
        by_name = {name: self.size(f"{folder}/{name}" if folder else name) for name in names}
        return {name: size for name, size in by_name.items() if size is not None}

    def names(self, folder: str) -> tuple[str, ...]:
        """What is in a folder."""
        at = self._root / folder
        with _as_publish_error(self.address):
            return tuple(sorted(path.name for path in at.iterdir())) if at.is_dir() else ()

    def rename(self, old: str, new: str) -> None:
        """Put a file in the place of another."""
        with _as_publish_error(self.address):
            (self._root / old).replace(self._root / new)

    def delete(self, path: str) -> None:
        """Delete a file."""
        with _as_publish_error(self.address):
            (self._root / path).unlink(missing_ok=True)

    def delete_empty(self, folder: str) -> None:
        """Delete a folder that is empty."""
        with suppress(OSError):
            (self._root / folder).rmdir()


@contextmanager
def _as_publish_error(address: Address) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        code = CODE_BY_ERRNO.get(error.errno or 0, "ITA820")
        about = {"path": address.path, "user": "", "reason": error.strerror or str(error)}
        raise PublishError(code, host="", **about) from error
