"""What a browser may do on the pages, said to it on each page and by the server."""

from __future__ import annotations
