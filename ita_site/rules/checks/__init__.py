"""Facts held against each other and against the year's edition."""

from __future__ import annotations
