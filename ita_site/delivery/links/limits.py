"""How much may be asked, how fast, and for how long."""

from __future__ import annotations

from dataclasses import dataclass

MINUTE = 60


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one run; times in seconds.

    `pause` passes between two requests to one host, which is never asked two things at once.
    `longest_rest` is the longest `Retry-After` worth waiting for. `inner` lets addresses of
    one's own network be asked, which nobody outside could open.
    """

    within: float = 10 * MINUTE
    at_once: int = 16
    pause: float = 0.5
    connect: float = 10
    answer: float = 20
    longest_rest: float = 30
    redirects: int = 10
    inner: bool = False
