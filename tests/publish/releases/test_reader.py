"""nginx shows the folder while it is switched: no reader ever meets a mix."""

from __future__ import annotations

import hashlib
import json
import threading
from http.client import HTTPConnection
from urllib.parse import quote, urlsplit

import pytest

from ita_site.site.manifest import NAME
from tests.depth import thorough
from tests.publish.programs import PATH
from tests.publish.releases.sites import ita_site

READERS = 3


class Reader(threading.Thread):
    """Reads the manifest, a page, and the manifest again, over and over."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self._at = urlsplit(address)
        self.enough = threading.Event()
        self.faults: list[str] = []
        self.seen: set[str] = set()
        self.read = 0

    def run(self) -> None:
        connection = HTTPConnection(self._at.hostname, self._at.port, timeout=10)
        before = self._get(connection, NAME)
        while not self.enough.is_set():
            said = json.loads(before)
            for path in sorted(said["files"])[self.read % 5 :: 5]:
                content = self._get(connection, path)
                after = self._get(connection, NAME)
                if after == before and (
                    hashlib.sha256(content).hexdigest() != said["files"][path]["sha256"]
                ):
                    self.faults.append(path)
            self.seen.add(said["made"])
            self.read += 1
            before = self._get(connection, NAME)
        connection.close()

    def _get(self, connection: HTTPConnection, path: str) -> bytes:
        connection.request("GET", self._at.path + quote(path))
        answer = connection.getresponse()
        content = answer.read()
        if answer.status != 200:
            self.faults.append(f"{answer.status} {path}")
        return content


@pytest.mark.thorough
@pytest.mark.parametrize("kind", ["ssh", *thorough("file")])
def test_no_reader_meets_a_mix(kind, server, target, web, builds):
    address = server.address(target) if kind == "ssh" else f"file://{target}"
    env = {**server.environment(), "PATH": PATH}

    def publish(version):
        folder = str(builds[version].folder)
        ita_site("publish", address, "--site", folder, "--keep", "2", env=env).succeeded()

    publish(1)
    readers = [Reader(web) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    for version in (2, 3, 1, 2):
        publish(version)
    ita_site("rollback", address, env=env).succeeded()
    for reader in readers:
        reader.enough.set()
        reader.join()
    assert [fault for reader in readers for fault in reader.faults] == []
    assert all(reader.read > 1 for reader in readers)
    assert len(set.union(*(reader.seen for reader in readers))) == 3
