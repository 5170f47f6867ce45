"""Tests of what lies beside the pages."""

from __future__ import annotations
