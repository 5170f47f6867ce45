"""Tests of the downloads room."""

from __future__ import annotations
