"""How OpenSSH is told to reach a server: never by asking anybody, never without a host key."""

from __future__ import annotations

import subprocess
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ita_site.delivery.publish.target import PublishError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.delivery.publish.address import Address
    from ita_site.delivery.publish.target import Settings

KEY = "ITA_SSH_KEY"
BEGINS = "-----BEGIN "
ALWAYS = (
    "BatchMode yes",
    "StrictHostKeyChecking yes",
    "UpdateHostKeys no",
    "ConnectTimeout 20",
    "ServerAliveInterval 10",
    "ServerAliveCountMax 3",
    "ClearAllForwardings yes",
    "ForwardAgent no",
    "PermitLocalCommand no",
    "LogLevel ERROR",
    "ControlMaster auto",
    "ControlPersist 60",
)
"""What no other configuration may change. One connection serves a whole run."""


@contextmanager
def ssh_command(address: Address, settings: Settings) -> Iterator[list[str]]:
    """The command that opens a shell on the server; its connection ends with the context.

    The key is that of `ITA_SSH_KEY` (a file, or the key itself), else what the agent and the
    user's own configuration offer.

    Raises:
        PublishError: ITA821 when that key is neither.
    """
    with TemporaryDirectory(prefix="ita-") as folder:  # short: a socket's path has a limit
        config = Path(folder, "config")
        config.write_text("\n".join(_config_lines(address, settings, Path(folder))), "utf-8")
        command = ["ssh", "-F", str(config)]
        try:
            yield command
        finally:
            _hang_up([*command, "-O", "exit", address.host])


def _config_lines(address: Address, settings: Settings, folder: Path) -> Iterator[str]:
    """A configuration; of two lines alike OpenSSH takes the first."""
    yield from ALWAYS
    yield f'ControlPath "{folder}/%C"'
    if address.port:
        yield f"Port {address.port}"
    if settings.known_hosts:
        yield f'UserKnownHostsFile "{settings.known_hosts.resolve()}"'
        yield "GlobalKnownHostsFile none"
    if key := settings.environment.get(KEY):
        yield f'IdentityFile "{_key_file(key, folder)}"'
        yield "IdentitiesOnly yes"
    yield "Include ~/.ssh/config"
    yield "Include /etc/ssh/ssh_config"


def _key_file(key: str, folder: Path) -> Path:
    """The file of a key that may be given as text, as secrets of a code host are."""
    if BEGINS in key:
        file = folder / "key"
        file.touch(mode=0o600)
        file.write_text(key.replace("\r", "").strip() + "\n", "utf-8")
        return file
    if not Path(key).is_file():
        raise PublishError("ITA821", name=KEY)
    return Path(key).resolve()


def _hang_up(command: list[str]) -> None:
    with suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(command, capture_output=True, check=False, timeout=10)
