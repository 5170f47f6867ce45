"""Thai writing: numerals, numbers, Buddhist dates, fiscal years and written timeframes."""

from __future__ import annotations
