"""Built folder → live site: whole or not at all, read back, and back again."""

from __future__ import annotations
