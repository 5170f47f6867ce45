"""Strict YAML: text in, text values out, each with its line and column."""

from __future__ import annotations
