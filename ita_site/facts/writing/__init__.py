"""Values to YAML as officers see it, and changes to a file that touch no other line."""

from __future__ import annotations
