"""Tests of the editions room."""

from __future__ import annotations
