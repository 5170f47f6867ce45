"""A Thai agency's OIT transparency pages from YAML in git."""

from __future__ import annotations

__version__ = "0.1.0"
SOURCE = "https://github.com/ita-site/ita-site"
"""Where this program's own repository is: agencies' workflows call it there, by version."""
