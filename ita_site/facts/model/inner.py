"""Addresses that open only where they were typed: on one machine, in one office."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

FILE_SCHEMES = ("file", "smb")
WEB_SCHEMES = ("https", "http")
INNER_NAMES = (".localhost", ".local", ".internal", ".intranet", ".lan", ".home.arpa")
"""Endings no public name server knows: RFC 6761, 6762, 8375, ICANN's `.internal`, and habit."""
SHARE_OR_DRIVE = re.compile(r"\\\\|[A-Za-z]:[\\/]")


def is_inner(address: str) -> bool:
    """Whether only the machine or the network at hand can open it.

    True of `http://localhost/`, `http://192.168.1.5/x`, `http://intranet/`, file shares
    and drives; False of public addresses and of what is no address at all.
    """
    if SHARE_OR_DRIVE.match(address):
        return True
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in FILE_SCHEMES or (parts.scheme in WEB_SCHEMES and is_inner_host(host))


def is_inner_host(host: str) -> bool:
    """Whether a host's name or numeric address means something within one network alone."""
    name = host.rstrip(".").lower()
    try:
        return not ip_address(name).is_global
    except ValueError:
        return bool(re.fullmatch(r"[\w-]+", name)) or name.endswith(INNER_NAMES)
