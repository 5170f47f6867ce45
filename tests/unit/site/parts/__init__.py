"""Tests of the room of parts."""

from __future__ import annotations
