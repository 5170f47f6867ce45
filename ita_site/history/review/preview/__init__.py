"""What a proposal does to the pages, to be seen: one HTML file with pictures before and after."""

from __future__ import annotations
