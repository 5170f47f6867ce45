"""Data folder to facts, with the line of every field."""

from __future__ import annotations
