"""Tests of what a reviewer is shown: commits of the demonstration data, compared for real."""

from __future__ import annotations
