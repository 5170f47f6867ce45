"""Tests of ita-site: the rooms, their walls, and what an officer, a reader and a host see."""

from __future__ import annotations
