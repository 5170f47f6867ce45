"""Facts to Markdown pages with their navigation, charts, QR code, linked data and blocks."""

from __future__ import annotations
