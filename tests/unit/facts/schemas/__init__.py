"""Tests of the schemas room."""

from __future__ import annotations
