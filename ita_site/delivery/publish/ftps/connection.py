"""One connection to a host: encrypted, checked, logged in."""

from __future__ import annotations

import datetime
import ftplib
import socket
import ssl
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

from ita_site.delivery.publish.target import PublishError

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.delivery.publish.address import Address

BLOCK = 64 * 1024
BY_VERIFICATION = {
    9: "ITA847",
    10: "ITA846",
    62: "ITA848",
    64: "ITA848",
}
"""OpenSSL's X509_V_ERR_… numbers; all others are issuers nobody knows."""


class Connection(ftplib.FTP_TLS):
    """FTP over TLS whose files travel in the same TLS session as its commands.

    Hosts ask for that to know that both ends are the same. The address a host names for the
    files is not believed: behind a router it is wrong, and elsewhere it may be a trap.
    """

    def ntransfercmd(
        self, cmd: str, rest: int | str | None = None
    ) -> tuple[socket.socket, int | None]:
        """Open the way for one file, within the session of the commands."""
        plain, size = ftplib.FTP.ntransfercmd(self, cmd, rest)  # noqa: S321 - wrapped next
        session = cast("ssl.SSLSocket", self.sock).session
        try:
            safe = self.context.wrap_socket(plain, server_hostname=self.host, session=session)
        except BaseException:
            plain.close()
            raise
        return safe, size

    def store(self, path: str, content: bytes) -> None:
        """Send one file; whoever calls compares its size afterwards."""
        channel = self.ntransfercmd(f"STOR {path}")[0]
        with channel:
            for start in range(0, len(content), BLOCK):
                channel.sendall(content[start : start + BLOCK])
            with suppress(OSError, ValueError):  # hosts that hang up without a word
                cast("ssl.SSLSocket", channel).unwrap()
        self.voidresp()

    def fetch(self, path: str) -> bytes:
        """One whole file."""
        return self._received(f"RETR {path}")

    def listing(self, folder: str) -> str:
        """What is in a folder, for programs (RFC 3659)."""
        return self._received(f"MLSD {folder}").decode("utf-8", "surrogateescape")

    def names(self, folder: str) -> list[str]:
        """What is in a folder, by name alone."""
        return self._received(f"NLST {folder}").decode("utf-8", "surrogateescape").splitlines()

    def _received(self, command: str) -> bytes:
        parts: list[bytes] = []
        channel = self.ntransfercmd(command)[0]
        with channel:
            while part := channel.recv(BLOCK):
                parts.append(part)
        self.voidresp()
        return b"".join(parts)


def ssl_context(own: Path | None) -> ssl.SSLContext:
    """Whom to believe: the file of CAs one names, else those of the system.

    Raises:
        PublishError: when the file cannot be read.
    """
    try:
        context = ssl.create_default_context(cafile=own)
    except (OSError, ssl.SSLError):
        raise PublishError("ITA841", path=str(own)) from None
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    return context


def connect(address: Address, password: str, context: ssl.SSLContext, seconds: float) -> Connection:
    """Connect, encrypt, and only then say the password.

    Raises:
        PublishError: when something is wrong that no second try would mend.
        OSError, EOFError, ftplib.Error: when the connection breaks on the way.
    """
    connection = Connection(context=context, timeout=seconds, encoding="utf-8")
    try:
        _greet(connection, address)
        _encrypt(connection, address)
        _log_in(connection, address, password)
    except BaseException:
        connection.close()
        raise
    return connection


def _greet(connection: Connection, address: Address) -> None:
    try:
        connection.connect(address.host, address.port or ftplib.FTP_PORT)
    except socket.gaierror:
        raise PublishError("ITA842", host=address.host) from None


def _encrypt(connection: Connection, address: Address) -> None:
    host = address.host
    try:
        connection.auth()
    except ftplib.error_perm:
        raise PublishError("ITA844", host=host) from None
    except ssl.SSLCertVerificationError as error:
        kind = BY_VERIFICATION.get(error.verify_code, "ITA849")
        now = datetime.datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
        raise PublishError(kind, host=host, now=now) from None
    except ssl.SSLError as error:
        if isinstance(error, ssl.SSLEOFError):
            raise
        raise PublishError("ITA850", host=host, reason=str(error.reason)) from None


def _log_in(connection: Connection, address: Address, password: str) -> None:
    try:
        connection.login(address.user or "", password, secure=False)  # encrypted already
    except ftplib.error_perm as error:
        about: dict[str, Any] = {"host": address.host, "user": address.user}
        reason = str(error).replace(password, "…") if password else str(error)
        raise PublishError("ITA851", reason=reason, **about) from None
    try:
        connection.prot_p()
    except ftplib.error_perm:
        raise PublishError("ITA845", host=address.host) from None
    connection.voidcmd("TYPE I")  # bytes as they are, and sizes in bytes
    with suppress(ftplib.error_perm):  # names of files are UTF-8 where the host asks to be told
        connection.sendcmd("OPTS UTF8 ON")
