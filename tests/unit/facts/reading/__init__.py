"""Tests of the reading room."""

from __future__ import annotations
