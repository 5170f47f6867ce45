"""What NACC asks, per year and framework: YAML with sources, and its loader."""

from __future__ import annotations
