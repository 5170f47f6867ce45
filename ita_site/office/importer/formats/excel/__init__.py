"""Excel workbooks to blocks."""

from __future__ import annotations
