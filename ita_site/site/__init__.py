"""Facts become pages, downloads and documents; each finished page is held to its promises.

In: facts and what the rules say of them; the pages the host has built.
Out: artifacts (path, bytes, source), the finished page, the manifest.
Never: decides or computes; knows no host, no office file, no server.
"""

from __future__ import annotations
