"""A built site, protected: its pages, and the settings of its server."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ita_site.site.policy.hosts import settings
from ita_site.site.policy.inline import Inline
from ita_site.site.policy.page import content_security_policy, protected

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HASHED = re.compile(r"assets/.+\.[0-9a-f]{8}\.(?:min\.)?[a-z0-9]+")


def protect(folder: Path, address: str) -> tuple[str, ...]:
    """Give each page of a finished site its policy, and write the servers' settings beside them.

    `address` is where the site will stand, or nothing when that is not known.
    It goes by what stands on the pages in the end, whoever put it there. Returns one line for
    each piece of code in a page's own content, which a browser will leave alone.
    """
    refused: list[str] = []
    known = Inline()
    for path in sorted(folder.rglob("*.html")):
        inline = _protect(path)
        known |= inline
        name = path.relative_to(folder).as_posix()
        refused += [f"{name}: {' '.join(code.split())[:60]}" for code in inline.refused]
    root = urlsplit(address).path.rstrip("/") + "/"
    for artifact in settings(content_security_policy(known), root, sorted(_hashed(folder))):
        (folder / artifact.path).write_bytes(artifact.content)
    return tuple(refused)


def _protect(path: Path) -> Inline:
    before = path.read_bytes().decode("utf-8")
    after, inline = protected(before)
    if after != before:
        path.write_bytes(after.encode())
    return inline


def _hashed(folder: Path) -> Iterator[str]:
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("assets/**/*.*"))
    return (name for name in names if _HASHED.fullmatch(name))
