"""Small sites whose pages need assets and lead to each other, and what a reader sees of them."""

from __future__ import annotations

import re
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from ita_site.delivery.publish.address import parse_address
from ita_site.delivery.publish.ftps.connection import ssl_context
from ita_site.delivery.publish.ftps.host import Host, Patience
from ita_site.delivery.publish.ftps.target import StagedTarget
from ita_site.delivery.publish.target import Build
from ita_site.site.manifest import NAME, Identity, manifest_of
from ita_site.site.write_manifest import About, write_manifest
from tests.publish.ftps.servers import PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

HASTY = Patience(answer=5, pauses=(0.01, 0.01))
OPENED: list[StagedTarget] = []
"""To be closed when a test is over, as a process would when it ends."""
THAI = "ไฟล์แนบ/ประกาศ ฉบับที่ 1.html"


def site(folder: Path, version: int, *, pages: int = 3) -> Build:
    """A site of which everything but one file differs from version to version."""
    asset = f"assets/style.{version:08x}.css"
    files = {f"page-{version}-{i}/index.html": _page(asset, THAI) for i in range(pages)}
    links = [*files, THAI]
    files |= {"index.html": _page(asset, *links), THAI: _page(asset, "index.html")}
    files |= {asset: f"/* {version} */" * 20_000, ".htaccess": f"# {version}", "same.txt": "same"}
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    write_manifest(folder, About(Identity("เทศบาลทดสอบ")))
    return Build(folder, manifest_of(folder))


def _page(asset: str, *links: str) -> str:
    lines = [f'<a href="/{quote(link)}">' for link in links]
    return "\n".join([f'<link href="/{asset}">', *lines])


def target(server, keep: int = 5, patience: Patience = HASTY) -> StagedTarget:
    host = Host(parse_address(server.address()), PASSWORD, ssl_context(server.ca), patience)
    OPENED.append(found := StagedTarget(host, keep))
    return found


def publish(server, build: Build, keep: int = 5) -> None:
    with closing(target(server, keep)) as found:
        found.put(build, lambda _done, _of: None)
        found.switch()


def broken_links(server) -> list[str]:
    """What the pages a reader can open now lead to that is not there."""
    web = server.root / "web"
    pages = [page.read_text("utf-8") for page in web.rglob("*.html")]
    links = {unquote(link) for page in pages for link in re.findall(r'href="/([^"]+)"', page)}
    return sorted(link for link in links if not (web / link).is_file())


def is_published(server, build: Build) -> bool:
    """Whether readers see this site and nothing else."""
    web = server.root / "web"
    found = {path.relative_to(web) for path in web.rglob("*") if path.is_file()}
    seen = {path.as_posix() for path in found if path.parts[0] != ".ita-site"}
    return seen == {*build.manifest.files, NAME} and all(
        (web / path).read_bytes() == (build.folder / path).read_bytes() for path in seen
    )
