"""Asking addresses: real servers on this machine stand for the internet."""

from __future__ import annotations
