"""What the search knows, and the worker that looks through it."""

from __future__ import annotations
