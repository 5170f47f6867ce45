"""A shared host reached by FTP over TLS: all is sent aside, then put in place by renaming."""

from __future__ import annotations
