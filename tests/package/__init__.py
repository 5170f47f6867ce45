"""Tests of the package as people install it."""

from __future__ import annotations
