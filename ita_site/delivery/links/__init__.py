"""Whether the addresses an agency publishes still open: asked for, never during a build."""

from __future__ import annotations
