"""What changed between two states of the facts. Pure: two agencies' facts in, changes out."""

from __future__ import annotations
