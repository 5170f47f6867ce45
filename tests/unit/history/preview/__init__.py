"""Tests of the pictures before and after."""

from __future__ import annotations
