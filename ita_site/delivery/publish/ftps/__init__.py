"""A shared host reached by FTP over TLS: all is sent aside, then put in place by renaming."""

from __future__ import annotations

from ita_site.delivery.publish.ftps.target import open_ftps as open_ftps
