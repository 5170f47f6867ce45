"""Tests of the clerk's room."""

from __future__ import annotations
