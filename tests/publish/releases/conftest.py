from __future__ import annotations

import pytest

from tests.publish.releases.servers import ssh_server, web_server
from tests.publish.releases.sites import site


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    with ssh_server(tmp_path_factory.mktemp("ssh")) as found:
        yield found


@pytest.fixture(scope="session")
def builds(tmp_path_factory):
    """Three versions of one site."""
    folder = tmp_path_factory.mktemp("built")
    return {version: site(folder / str(version), version) for version in (1, 2, 3)}


@pytest.fixture
def target(tmp_path):
    """The folder on the server."""
    folder = tmp_path / "ไซต์ ita"
    folder.mkdir()
    return folder


@pytest.fixture
def web(tmp_path, target):
    with web_server(tmp_path / "nginx", target) as address:
        yield f"{address}current/"
