"""What a document brings along from the hand-written files: code and styles nobody has listed.

A script beside the pages would run on a reader's machine, and a style may write over a page
whatever it likes; both take a line of the settings, where a reviewer looks for them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urljoin, urlsplit

from ita_site.site.finished.addresses import cleaned
from ita_site.site.finished.code import digest_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from pathlib import Path

    from ita_site.site.finished.document import Element

_DOT: Final = re.compile("%2e", re.IGNORECASE)
_NOWHERE: Final = "http://here.invalid/"


class Beside:
    """The hand-written files of a site, by the address at which a browser asks for them.

    `address` is the site's own, or nothing; `listed` are the files that the settings name.
    """

    def __init__(self, content: Path, address: str, listed: frozenset[str]) -> None:
        """Look for them below `content`."""
        self._content, self._listed = content, listed
        self._base = address or _NOWHERE
        self._root = urlsplit(self._base).path.rstrip("/") + "/"

    def unlisted(self, address: str, page: str) -> Path | None:
        """The hand-written file that an address on a page names, unless it is listed."""
        if not address:
            return None
        try:
            url = urlsplit(urljoin(self._base + page, _DOT.sub(".", cleaned(address))))
        except ValueError:
            return None
        path = unquote(url.path).removeprefix(self._root).lstrip("/")
        is_own = url.netloc.lower() == urlsplit(self._base).netloc.lower()
        file = self._content / path
        return file if is_own and path not in self._listed and file.is_file() else None


def scripts_brought(
    elements: Iterable[Element], page: str, beside: Beside, allowed: Container[str]
) -> Iterator[tuple[str, str]]:
    """The addresses of unlisted scripts, each with the digest by which it could be allowed."""
    for element in elements:
        for name in ("src", "href", "xlink:href") if element.tag == "script" else ():
            file = beside.unlisted(element.get(name) or "", page)
            if file and (known := digest_of(file.read_bytes())) not in allowed:
                yield element.get(name) or "", known


def styles_brought(elements: Iterable[Element], page: str, beside: Beside) -> Iterator[str]:
    """The addresses of unlisted stylesheets."""
    for element in elements:
        if element.tag == "link" and "stylesheet" in (element.get("rel") or "").lower().split():
            address = element.get("href") or ""
            if beside.unlisted(address, page):
                yield address


def leads_on(elements: Iterable[Element]) -> Iterator[str]:
    """Where a page takes its reader without being asked."""
    for element in elements:
        if (element.get("http-equiv") or "").strip().lower() == "refresh":
            yield element.get("content") or ""
