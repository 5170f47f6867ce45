"""Addresses of pages and the way from one to another.

An address is relative to the site's root and ends in `/`; the root itself is empty.
"""

from __future__ import annotations

import posixpath


def markdown_path(address: str) -> str:
    """The file that becomes the page at an address: `2566/o42/` is `2566/o42/index.md`."""
    return f"{address}index.md"


def way(here: str, there: str) -> str:
    """The relative link from the page at `here` to an address or file."""
    if here == there:
        return "./"
    relative = posixpath.relpath("/" + there, "/" + here)
    return relative + "/" if there == "" or there.endswith("/") else relative
