"""The papers an office signs: Word files, and the tables printed as agencies print them."""

from __future__ import annotations
