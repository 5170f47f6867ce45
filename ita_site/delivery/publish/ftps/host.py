"""A folder on a shared host: read, written and renamed in, whatever the line does meanwhile."""

from __future__ import annotations

import ftplib
import posixpath
import re
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from ita_site.delivery.publish.ftps.connection import Connection, connect
from ita_site.delivery.publish.target import PublishError

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterable

    from ita_site.delivery.publish.address import Address

T = TypeVar("T")
BROKEN = (OSError, EOFError, ftplib.error_temp, ftplib.error_proto, ftplib.error_reply)
"""What another try may mend."""
FULL = re.compile(r"^(452|552)|no space|disk full|quota|ENOSPC", re.IGNORECASE)
ABSENT = ("550",)
NO_FOLDER = ("550", "501")
"""What MLSD answers where there is no folder: RFC 3659 7.2.1 has 501 for it, most say 550."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait for an answer, and between one try and the next; how often in a row."""

    answer: float = 30
    pauses: tuple[float, ...] = (1, 2, 4)


class Host:
    """The folder of an address, by paths below it. A broken connection is made anew.

    Every method may be interrupted and called again. All raise `PublishError` when the host
    refuses, or is not to be reached again and again.
    """

    def __init__(
        self, address: Address, password: str, context: ssl.SSLContext, patience: Patience
    ) -> None:
        """Nothing is asked yet."""
        self.address = address
        self._password = password
        self._context = context
        self._patience = patience
        self._connection: Connection | None = None
        self._made: set[str] = set()
        self._features: frozenset[str] = frozenset()

    def close(self) -> None:
        """Say good-bye, if anybody listens."""
        if self._connection:
            with suppress(*BROKEN, ftplib.Error, ValueError):
                self._connection.quit()
            self._connection.close()
        self._connection = None

    @property
    def can_list(self) -> bool:
        """Whether the host lists a folder in a way that programs understand (RFC 3659)."""
        self._with_retries(lambda connection: connection, "FEAT", "")
        return "MLSD" in self._features or "MLST" in self._features

    def make(self, folders: Iterable[str]) -> None:
        """Make folders, each with those above it. What is there already is fine."""
        wanted = {step for folder in folders for step in _steps(folder)} - self._made
        for folder in sorted(wanted):
            self._with_retries(lambda ftp, path=folder: _make(ftp, self._at(path)), "MKD", folder)  # type: ignore[misc]
            self._made.add(folder)

    def write(self, path: str, content: bytes) -> None:
        """Send a file and hold its size against what was sent."""
        self._with_retries(lambda ftp: ftp.store(self._at(path), content), "STOR", path)
        if (arrived := self.size(path)) != len(content):
            size = str(arrived) if arrived is not None else "0"
            raise self._error("ITA856", path=path, arrived=size, sent=str(len(content)))

    def read(self, path: str) -> bytes | None:
        """A whole file; None when there is none."""
        return self._with_retries(
            lambda ftp: _none_if_absent(lambda: ftp.fetch(self._at(path))), "RETR", path
        )

    def size(self, path: str) -> int | None:
        """Bytes of a file; None when there is none.

        Raises:
            PublishError: when the host can tell no sizes.
        """
        return self._with_retries(lambda ftp: self._size(ftp, path), "SIZE", path)

    def sizes(self, folder: str) -> dict[str, int]:
        """Bytes of every file directly in a folder; none without it. Only where one `can_list`."""
        text = self._with_retries(
            lambda ftp: _none_if_absent(lambda: ftp.listing(self._at(folder)), NO_FOLDER),
            "MLSD",
            folder,
        )
        return dict(_files(text or ""))

    def names(self, folder: str) -> tuple[str, ...]:
        """What is in a folder, by name; nothing when there is no folder."""
        listed = self._with_retries(
            lambda ftp: _none_if_absent(lambda: ftp.names(self._at(folder))), "NLST", folder
        )
        return tuple(sorted({posixpath.basename(name) for name in listed or ()} - {".", "..", ""}))

    def rename(self, old: str, new: str) -> None:
        """Put a file in the place of another, which is gone at the same moment."""
        self._with_retries(lambda ftp: self._rename(ftp, old, new), "RNTO", new)

    def delete(self, path: str) -> None:
        """Delete a file; one that is gone already is fine."""
        self._with_retries(
            lambda ftp: _none_if_absent(lambda: ftp.delete(self._at(path))), "DELE", path
        )

    def delete_empty(self, folder: str) -> None:
        """Delete a folder; where it is not empty, or not ours, it stays."""
        self._with_retries(
            lambda ftp: _none_if_absent(lambda: ftp.rmd(self._at(folder))), "RMD", folder
        )

    def _at(self, path: str) -> str:
        """`/~/` leads to the folder one gets to by logging in."""
        folder = self.address.path
        folder = folder.removeprefix("/~").strip("/") if folder.startswith("/~/") else folder
        return posixpath.join(folder, path) if path else folder or "."

    def _error(self, kind: str, **details: str) -> PublishError:
        about = {"host": self.address.host, "port": str(self.address.port)}
        return PublishError(kind, **about, **details)

    def _with_retries(self, action: Callable[[Connection], T], command: str, path: str) -> T:
        """Do it; where the line breaks, connect anew and do it again, a few times."""
        pauses = iter((*self._patience.pauses, None))
        while True:
            reached = self._connection is not None
            try:
                return action(self._open())
            except ftplib.error_perm as error:
                raise self._refusal(error, command, path) from None
            except BROKEN as error:
                if FULL.search(str(error)):
                    raise self._refusal(error, command, path) from None
                self._hang_up()
                pause = next(pauses)
                if pause is None:
                    if _is_answer(error):
                        raise self._refusal(error, command, path) from None
                    kind = "ITA857" if reached or self._features else "ITA843"
                    raise self._error(kind, reason=_reason(error)) from None
                time.sleep(pause)

    def _open(self) -> Connection:
        if self._connection is None:
            connection = connect(self.address, self._password, self._context, self._patience.answer)
            self._features = _features(connection)
            self._connection = connection
        return self._connection

    def _hang_up(self) -> None:
        if self._connection:
            self._connection.close()
        self._connection = None

    def _refusal(self, error: Exception, command: str, path: str) -> PublishError:
        reason = _reason(error)
        if FULL.search(reason):
            return self._error("ITA854", reason=reason)
        if command == "MKD":
            return self._error("ITA853", path=path or str(self.address), reason=reason)
        return self._error("ITA855", command=command, path=path, reason=reason)

    def _size(self, connection: Connection, path: str) -> int | None:
        try:
            return connection.size(self._at(path))
        except ftplib.error_perm as error:
            if str(error).startswith(ABSENT):
                return None
        if not ({"MLSD", "MLST"} & self._features):
            raise self._error("ITA852")
        folder, name = posixpath.split(path)
        text = _none_if_absent(lambda: connection.listing(self._at(folder)), NO_FOLDER)
        return dict(_files(text or "")).get(name)

    def _rename(self, connection: Connection, old: str, new: str) -> None:
        """A second try after a broken line finds that it was done already."""
        source, target = self._at(old), self._at(new)
        try:
            connection.sendcmd(f"RNFR {source}")
        except ftplib.error_perm:
            if self._size(connection, old) is None and self._size(connection, new) is not None:
                return
            raise
        try:
            connection.voidcmd(f"RNTO {target}")
        except ftplib.error_perm:  # some do not rename upon a file
            connection.delete(target)
            connection.rename(source, target)


def _features(connection: Connection) -> frozenset[str]:
    """What the host can do beyond the oldest commands, as far as it tells."""
    try:
        lines = connection.sendcmd("FEAT").splitlines()[1:-1]
    except ftplib.error_perm:
        return frozenset(["?"])
    return frozenset([*(line.split()[0].upper() for line in lines if line.strip()), "?"])


def _make(connection: Connection, folder: str) -> None:
    """Make one folder; refused, it may be there already."""
    try:
        connection.voidcmd(f"MKD {folder}")
    except ftplib.error_perm:
        here = connection.pwd()
        connection.cwd(folder)
        connection.cwd(here)


def _none_if_absent(action: Callable[[], T], absent: tuple[str, ...] = ABSENT) -> T | None:
    try:
        return action()
    except ftplib.error_perm as error:
        if str(error).startswith(absent):
            return None
        raise


def _steps(folder: str) -> list[str]:
    """A folder and all above it: `a`, `a/b`, and the place itself."""
    parts = [part for part in folder.split("/") if part]
    return ["/".join(parts[:count]) for count in range(len(parts) + 1)]


def _files(listing: str) -> list[tuple[str, int]]:
    """Names and sizes out of an MLSD listing (RFC 3659, section 7)."""
    files = []
    for line in listing.splitlines():
        facts, _, name = line.partition(" ")
        values = dict(fact.lower().split("=", 1) for fact in facts.split(";") if "=" in fact)
        if values.get("type") == "file" and values.get("size", "").isdigit():
            files.append((name, int(values["size"])))
    return files


def _is_answer(error: Exception) -> bool:
    """Whether the host said “not now” and stayed; 421 is its good-bye (RFC 959, 4.2.1)."""
    return isinstance(error, ftplib.error_temp) and not str(error).startswith("421")


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__
