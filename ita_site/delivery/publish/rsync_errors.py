"""What rsync, ssh and the server said, as a reason an administrator can act upon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.delivery.publish.errors import PublishError

if TYPE_CHECKING:
    from ita_site.delivery.publish.address import Address

NOT_FOUND = 127
SAID = (
    ("ITA822", r"not installed here|Failed to exec ssh"),
    ("ITA823", r"REMOTE HOST IDENTIFICATION HAS CHANGED|Host key for .* has changed"),
    ("ITA824", r"No \S+ host key is known|Host key verification failed"),
    ("ITA825", r"Permission denied \((publickey|.*password|keyboard)|Too many authentication"),
    ("ITA826", r"Could not resolve|Connection refused|timed out|No route|unreachable"),
    ("ITA827", r"rsync: (?:command )?not found|rsync: No such file|not found.*rsync"),
    ("ITA828", r"No space left|[Qq]uota exceeded|File too large"),
    ("ITA829", r"Permission denied \(13\)|Read-only file system|Operation not permitted"),
    ("ITA830", r"mkdir .* failed: No such file|change_dir .* failed: No such file"),
    ("ITA831", r"is your shell clean|protocol version mismatch|not available"),
    ("ITA833", r"Another instance of rrsync"),
    ("ITA832", r"unexpectedly closed|Broken pipe|reset by peer|[Tt]imeout|lost connection"),
)
"""What is looked for in the order of how sure it is."""
SPLIT = re.compile(r"[\r\n]+")


def is_clear(said: str) -> bool:
    """Whether it tells the reason."""
    return any(re.search(pattern, said) for _, pattern in SAID)


def explained(address: Address, code: int, said: str) -> PublishError:
    """The reason behind an exit code and what was said on the way."""
    found = next((code for code, pattern in SAID if re.search(pattern, said)), None)
    if not found:
        found = "ITA827" if code == NOT_FOUND else "ITA820"
    lines = [line.strip() for line in SPLIT.split(said) if line.strip(" @")]
    reason = lines[0] if lines else f"exit {code}"
    return PublishError(
        found, host=address.host, path=address.path, user=address.user or "", reason=reason
    )
