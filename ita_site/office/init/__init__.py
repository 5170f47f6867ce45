"""An agency's own repository: a few questions → facts, prose and settings; no program."""

from __future__ import annotations
