"""Tests of what officers ask for by a command or a form."""

from __future__ import annotations
