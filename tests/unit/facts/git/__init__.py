"""Tests of the repository room."""

from __future__ import annotations
