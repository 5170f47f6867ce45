"""Facts become pages, downloads and documents; each finished page is held to its promises.

In: facts and what the rules say of them; the pages the host has built.
Out: artifacts (path, bytes, source), the finished page, the manifest.
Never: computes a figure or judges a fact; imports no host, reads no office file, asks no
server. What `theme.py` and `server_settings.py` say to MkDocs and web servers are settings.
"""

from __future__ import annotations
