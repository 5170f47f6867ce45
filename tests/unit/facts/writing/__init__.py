"""Tests of the writing room."""

from __future__ import annotations
