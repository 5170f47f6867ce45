"""Facts to what is taken along: CSV, Excel and JSON, a calendar of due days, Atom feeds."""

from __future__ import annotations
