"""Where to publish: `ssh://user@host:port/path`, `ftps://…`, `file:///path`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from ita_site.delivery.publish.target import PublishError

SCHEMES = ("ssh", "ftps", "file")
HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[?[0-9a-fA-F:]+\]?")
USER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.@+-]*")


@dataclass(frozen=True, slots=True)
class Address:
    """A target's address in its parts; `path` is absolute, without a slash at its end."""

    scheme: str
    host: str
    path: str
    user: str | None = None
    port: int | None = None

    def __str__(self) -> str:
        """As it may be shown: there never is a password in it."""
        user = f"{self.user}@" if self.user else ""
        port = f":{self.port}" if self.port else ""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{user}{host}{port}{self.path}"


def parse_address(text: str) -> Address:
    """The address in its parts.

    Raises:
        PublishError: ITA801 when it is none we know, ITA802 for a password in it, ITA803 for
            plain FTP.
    """
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise PublishError("ITA801", value=_without_password(text)) from error
    if parts.scheme == "ftp":
        raise PublishError("ITA803", value=_without_password(text))
    if parts.password is not None:
        raise PublishError("ITA802", value=_without_password(text))
    path = "/" + unquote(parts.path).strip("/")
    address = Address(parts.scheme, parts.hostname or "", path, parts.username, port)
    if not _is_sound(address, text):
        raise PublishError("ITA801", value=_without_password(text))
    return address


def _is_sound(address: Address, text: str) -> bool:
    """Nothing that a command would take for an option or split in two."""
    if address.scheme not in SCHEMES or set("?#") & set(text) or not address.path.isprintable():
        return False
    if address.scheme == "file":
        return not address.host and address.path != "/"
    user = address.user is None or USER.fullmatch(address.user)
    return bool(HOST.fullmatch(address.host) and user)


def _without_password(text: str) -> str:
    return re.sub(r"(//[^:@/]*):[^@]*@", r"\1:…@", text)
