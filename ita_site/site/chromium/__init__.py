"""A headless Chromium, and windows in it that see one folder and nothing else."""

from __future__ import annotations
