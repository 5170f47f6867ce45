"""A part of a portal's agencies, made on a machine of its own for another one to join."""

from __future__ import annotations

import zlib
from typing import NamedTuple


class Shard(NamedTuple):
    """One of several parts of a portal's agencies, counted from 1, each for a machine of its own.

    An agency stays in its part when others come and go.
    """

    number: int
    parts: int

    def holds(self, slug: str) -> bool:
        """Whether an agency is of this part."""
        return zlib.crc32(slug.encode()) % self.parts == self.number - 1
