"""Tests of each room by itself."""

from __future__ import annotations
