"""Tests of the printed documents, in a real Chromium."""

from __future__ import annotations
