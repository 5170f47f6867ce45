"""Two FTPS servers on loopback: vsftpd, which insists on one TLS session, and pyftpdlib."""

from __future__ import annotations

import os
import pwd
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import trustme

from tests.publish.programs import free_port, program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

USER, PASSWORD = "ftp", "ลับ pass-1"
SETTINGS = """\
listen=YES
listen_address=127.0.0.1
background=NO
run_as_launching_user=YES
anonymous_enable=YES
local_enable=NO
secure_email_list_enable=YES
anon_umask=022
write_enable=YES
anon_upload_enable=YES
anon_mkdir_write_enable=YES
anon_other_write_enable=YES
anon_world_readable_only=NO
allow_anon_ssl=YES
force_anon_data_ssl=YES
force_anon_logins_ssl=YES
require_ssl_reuse=YES
ssl_ciphers=HIGH
seccomp_sandbox=NO
isolate=NO
isolate_network=NO
xferlog_enable=YES
log_ftp_protocol=YES
pasv_promiscuous=YES
connect_from_port_20=NO
hide_ids=YES
use_localtime=NO
"""


@dataclass(frozen=True, slots=True)
class Server:
    """A server: where it listens, the folder it serves, and the CA that knows it."""

    port: int
    root: Path
    ca: Path
    log: Path
    host: str = "localhost"

    def address(self, path: str = "/~/web") -> str:
        return f"ftps://{USER}@{self.host}:{self.port}{path}"

    def at(self, port: int) -> Server:
        return replace(self, port=port)

    def environment(self) -> dict[str, str]:
        return {"ITA_FTPS_PASSWORD": PASSWORD, "ITA_FTPS_CA": str(self.ca)}


def certificates(folder: Path, name: str = "localhost", **dates: object) -> Path:
    """A CA and a server's certificate; gives the CA's file."""
    ca = trustme.CA()
    ca.cert_pem.write_to_path(folder / "ca.pem")
    ca.issue_cert(name, **dates).private_key_and_cert_chain_pem.write_to_path(folder / "server.pem")
    return folder / "ca.pem"


@contextmanager
def running(command: list[str], port: int, log: Path) -> Iterator[None]:
    with log.open("ab") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out)
    try:
        _wait_for(port, process, log)
        yield
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(100):
        assert process.poll() is None, log.read_text()
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(log.read_text())


@contextmanager
def vsftpd(folder: Path, ca: Path, more: str = "") -> Iterator[Server]:
    """Debian's vsftpd as whoever runs the tests, root or not."""
    port, root, log = free_port(), folder / "served", folder / "vsftpd.log"
    (root / "web").mkdir(parents=True, exist_ok=True)
    (folder / "passwords").write_text(f"{PASSWORD}\n", "utf-8")
    settings = SETTINGS + (
        f"listen_port={port}\nanon_root={root}\nemail_password_file={folder / 'passwords'}\n"
        f"rsa_cert_file={ca.parent / 'server.pem'}\nsecure_chroot_dir={folder}\n"
        f"vsftpd_log_file={log}\nftp_username={_me()}\n"
        f"{'' if 'ssl_enable' in more else 'ssl_enable=YES'}\n{more}"
    )
    (folder / "vsftpd.conf").write_text(settings, "utf-8")
    (folder / "vsftpd.conf").chmod(0o600)
    with running([program("vsftpd"), str(folder / "vsftpd.conf")], port, log):
        yield Server(port, root, ca, log)


def _me() -> str:
    return pwd.getpwuid(os.getuid()).pw_name


@contextmanager
def pyftpdlib(folder: Path, ca: Path, *options: str) -> Iterator[Server]:
    """A server in Python; options are those of `pyftpdlib_server`."""
    port, root, log = free_port(), folder / "served", folder / "pyftpdlib.log"
    (root / "web").mkdir(parents=True, exist_ok=True)
    module = [sys.executable, "-m", "tests.publish.ftps.pyftpdlib_server"]
    command = [*module, str(port), str(root), str(ca.parent / "server.pem"), *options]
    with running(command, port, log):
        yield Server(port, root, ca, log)
