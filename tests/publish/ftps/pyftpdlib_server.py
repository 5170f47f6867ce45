"""The second server as a program.

`PORT ROOT CERTIFICATE [without=SIZE,MLSD] [busy=DELE] [full=BYTES]`
"""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

warnings.simplefilter("ignore")
from pyftpdlib.authorizers import DummyAuthorizer  # noqa: E402
from pyftpdlib.filesystems import AbstractedFS  # noqa: E402
from pyftpdlib.handlers import FTPHandler, TLS_FTPHandler  # noqa: E402
from pyftpdlib.servers import FTPServer  # noqa: E402

from tests.publish.ftps.servers import PASSWORD, USER  # noqa: E402


def main(port: str, root: str, certificate: str, *options: str) -> None:
    asked = dict(option.split("=", 1) for option in options)
    without = set(filter(None, asked.get("without", "").split(",")))
    handler = type("Handler", (FTPHandler if "TLS" in without else TLS_FTPHandler,), {})
    if "TLS" not in without:
        handler.certfile = certificate
        handler.tls_control_required = handler.tls_data_required = True
    handler.proto_cmds = {k: v for k, v in handler.proto_cmds.items() if k not in without}
    for command in filter(None, asked.get("busy", "").split(",")):
        setattr(handler, f"ftp_{command}", _not_now)
    handler.authorizer = DummyAuthorizer()
    handler.authorizer.add_user(USER, PASSWORD, root, perm="elradfmwMT")
    handler.abstracted_fs = (
        _full(Path(root), int(asked["full"])) if "full" in asked else AbstractedFS
    )
    FTPServer(("127.0.0.1", int(port)), handler).serve_forever()


def _not_now(handler: FTPHandler, _path: str) -> None:
    handler.respond("450 File is busy.")


def _full(root: Path, size: int) -> type[AbstractedFS]:
    """A file system on which no more than so many bytes find room."""

    class Small(AbstractedFS):
        def open(self, filename, mode):
            used = sum(file.stat().st_size for file in root.rglob("*") if file.is_file())
            if "w" in mode and used > size:
                raise OSError(28, "No space left on device")
            return super().open(filename, mode)

    return Small


if __name__ == "__main__":
    main(*sys.argv[1:])
