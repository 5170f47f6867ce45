"""Tests of the figures room."""

from __future__ import annotations
