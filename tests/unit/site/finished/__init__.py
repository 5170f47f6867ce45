"""Tests of the search room."""

from __future__ import annotations
