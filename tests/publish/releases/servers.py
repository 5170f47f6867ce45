"""OpenSSH and nginx on loopback, with keys and settings of their own."""

from __future__ import annotations

import os
import pwd
import resource
import signal
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.publish.programs import PATH, UNPACKED, free_port, program, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

USER = pwd.getpwuid(os.getuid()).pw_name
SSHD = """\
ListenAddress 127.0.0.1
Port {port}
HostKey "{folder}/host"
AuthorizedKeysFile "{folder}/authorized"
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
MaxStartups 100
SetEnv PATH={path}
"""
NGINX = """\
daemon off;
pid "{folder}/nginx.pid";
error_log "{folder}/nginx.log";
worker_processes 2;
{user}
events {{ worker_connections 256; }}
http {{
  access_log off;
  types {{ text/html html; }}
  client_body_temp_path "{folder}/body";
  proxy_temp_path "{folder}/proxy";
  fastcgi_temp_path "{folder}/fastcgi";
  uwsgi_temp_path "{folder}/uwsgi";
  scgi_temp_path "{folder}/scgi";
  server {{ listen 127.0.0.1:{port}; root "{root}"; {more} }}
}}
"""


@dataclass(frozen=True, slots=True)
class Server:
    """An SSH server: where it listens, and the folder with its keys and ours."""

    port: int
    folder: Path

    def address(self, path: Path | str, port: int | None = None) -> str:
        return f"ssh://{USER}@127.0.0.1:{port or self.port}{path}"

    def environment(self, key: str = "key") -> dict[str, str]:
        known = self.folder / f"known-{key}"
        host_key = (self.folder / "host.pub").read_text("utf-8")
        known.write_text(f"* {host_key}", "utf-8")
        return {
            "PATH": PATH,
            "ITA_SSH_KEY": str(self.folder / key),
            "ITA_SSH_KNOWN_HOSTS": str(known),
        }


def make_key(file: Path) -> None:
    command = [program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", file]
    subprocess.run(command, check=True)


def make_keys(folder: Path, forced: str = "") -> None:
    for name in ("host", "key", "other"):
        make_key(folder / name)
    own = (folder / "key.pub").read_text("utf-8")
    options = f'restrict,command="{forced}" ' if forced else ""
    (folder / "authorized").write_text(options + own, "utf-8")


@contextmanager
def ssh_server(
    folder: Path, *, forced: str = "", path: str = PATH, largest: int | None = None
) -> Iterator[Server]:
    """OpenSSH's, for this user.

    `forced` is the only command of our key there; `path` where programs are looked for;
    `largest` the size in bytes that no file there may surpass.
    """
    folder.mkdir(exist_ok=True)
    make_keys(folder, forced)
    server = Server(free_port(), folder)
    config = folder / "sshd_config"
    text = SSHD.format(port=server.port, folder=folder, path=path)
    for own in ("session", "auth"):  # OpenSSH 10 is in three parts
        part = UNPACKED / f"root/usr/lib/openssh/sshd-{own}"
        text += f"Sshd{own.title()}Path {part}\n" if part.exists() else ""
    config.write_text(text, "utf-8")
    if os.getuid() == 0:
        os.makedirs("/run/sshd", exist_ok=True)  # noqa: PTH103 - what Debian's service does

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # told as an error, as a full disk is
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    with running(
        [program("sshd"), "-D", "-f", str(config), "-E", str(folder / "sshd.log")],
        server.port,
        preexec_fn=limit if largest else None,
        restore_signals=not largest,
    ):
        yield server


@contextmanager
def web_server(folder: Path, root: Path, more: str = "") -> Iterator[str]:
    """nginx, which shows a folder, with `more` in its server block; gives its address."""
    folder.mkdir(exist_ok=True)
    port, config = free_port(), folder / "nginx.conf"
    user = f"user {USER};" if os.getuid() == 0 else ""
    text = NGINX.format(port=port, folder=folder, root=root, user=user, more=more)
    config.write_text(text, "utf-8")
    command = [program("nginx"), "-p", str(folder), "-e", str(folder / "start.log")]
    with running([*command, "-c", str(config)], port):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def running(command: list[str], port: int, **options: object) -> Iterator[None]:
    """A server with all its children, until the end of the context."""
    with subprocess.Popen(command, start_new_session=True, **options) as process:
        try:
            wait_for(port)
            yield
        finally:
            os.killpg(process.pid, signal.SIGTERM)
