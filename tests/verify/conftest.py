"""A built site, and a small internet on which it is live."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from ita_site.site.manifest import NAME, Identity, manifest_of
from ita_site.site.pages import qr
from ita_site.site.server_settings import headers
from ita_site.site.write_manifest import About, write_manifest
from tests.links.conftest import _a_loop_of_its_own, internet  # noqa: F401 - fixtures
from tests.links.internet import Reply

SITE = "https://site.example/"
SURVEY = "https://itas.nacc.go.th/go/eit/x1"
BANNER = '<aside data-ita="complaint-banner"></aside>'
PAGE = f'<link rel="stylesheet" href="/assets/a.css"><img src="/a.png">{BANNER}'


class Live:
    """What stands at the address; a test changes it."""

    def __init__(self, names, folder, more=None) -> None:
        self.internet = names
        self.headers = headers("default-src 'none'")
        self.files = {
            "index.html": PAGE.encode(),
            "ไทย/หน้า 1.html": PAGE.encode(),
            "eit/index.html": PAGE.encode(),
            "a.png": b"picture",
            **(more or {}),
            "assets/a.css": b"body { background: url(/a.png) }",
            ".htaccess": b"closed",
            "_headers": b"settings",
        }
        for path, content in self.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        write_manifest(folder, About(Identity("x")))
        self.manifest = manifest_of(folder)
        self.files[NAME] = (folder / NAME).read_bytes()
        self.says = {"http://site.example/": Reply(301, {"Location": SITE})}
        names.certify("site.example")
        self.stand()

    def stand(self) -> None:
        """Let the internet say what stands here now."""
        self.internet.replies = {
            SITE + quote(path.removesuffix("index.html")): Reply(200, self.headers, body=content)
            for path, content in self.files.items()
            if not path.startswith((".", "_"))
        } | self.says


@pytest.fixture
def live(internet, tmp_path):  # noqa: F811 - the fixture
    return Live(internet, tmp_path / "site")


@pytest.fixture
def survey(internet, tmp_path):  # noqa: F811 - the fixture
    """A site with a code; a browser is started to look at it."""
    page = f'{PAGE}<figure data-ita="eit-qr">{qr.svg(SURVEY, "x")}</figure><a href="{SURVEY}">'
    codes = {"eit/index.html": page.encode(), "eit/qr.png": qr.png_image(SURVEY)}
    return Live(internet, tmp_path / "site", codes)
