"""Tests of the model room."""

from __future__ import annotations
