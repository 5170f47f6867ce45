"""Tests of what a YAML editor shows an officer, with the editors' own language server."""

from __future__ import annotations
