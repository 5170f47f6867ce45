"""The agencies of a portal from their own repositories: the newest good state of each, locked."""

from __future__ import annotations
