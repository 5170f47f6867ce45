"""Tests of the source room."""

from __future__ import annotations
