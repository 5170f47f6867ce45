from __future__ import annotations

import pytest

from tests.depth import thorough
from tests.publish.ftps import servers, sites


@pytest.fixture(params=["vsftpd", *thorough("pyftpdlib")])
def server(request, tmp_path):
    with getattr(servers, request.param)(tmp_path, servers.certificates(tmp_path)) as found:
        yield found


@pytest.fixture
def strict(tmp_path):
    """The server that insists on one TLS session."""
    with servers.vsftpd(tmp_path, servers.certificates(tmp_path)) as found:
        yield found


@pytest.fixture(autouse=True)
def _closed():
    yield
    while sites.OPENED:
        sites.OPENED.pop().close()
