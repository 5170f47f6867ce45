"""Facts to Markdown pages, charts, QR code and banner."""

from __future__ import annotations
