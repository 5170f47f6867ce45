"""Tests of the Thai room."""

from __future__ import annotations
