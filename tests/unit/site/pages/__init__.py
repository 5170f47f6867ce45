"""Tests of the pages room."""

from __future__ import annotations
