"""Tests of what code hosts run for us."""

from __future__ import annotations
