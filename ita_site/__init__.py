"""A Thai agency's OIT transparency pages from YAML in git."""

from __future__ import annotations

__version__ = "0.1.0"
