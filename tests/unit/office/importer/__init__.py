"""Tests of the room that reads documents."""

from __future__ import annotations
