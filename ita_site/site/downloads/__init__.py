"""Facts to open data: CSV and JSON."""

from __future__ import annotations
