"""Publishes, and is killed in the midst: `PORT ROOT CA SITE sent FRACTION | placed COUNT`."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from ita_site.delivery.publish.ftps.host import Host
from ita_site.delivery.publish.target import Build
from ita_site.site.manifest import manifest_of
from tests.publish.ftps.servers import Server
from tests.publish.ftps.sites import target


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main(  # noqa: PLR0913, PLR0917 - each is one argument
    port: str, root: str, ca: str, folder: str, when: str, much: str
) -> None:
    server = Server(int(port), Path(root), Path(ca), Path(os.devnull))
    build = Build(Path(folder), manifest_of(Path(folder)))
    found = target(server)
    found.put(build, lambda done, of: when == "sent" and done >= of * float(much) and die())
    _die_after(int(float(much)))
    found.switch()


def _die_after(count: int) -> None:
    renamed, rename = [], Host.rename

    def counted(self: Host, old: str, new: str) -> None:
        rename(self, old, new)
        renamed.append(new)
        if len(renamed) == count:
            die()

    Host.rename = counted


if __name__ == "__main__":
    main(*sys.argv[1:])
