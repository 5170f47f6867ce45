"""What an agency publishes: frozen, typed, without I/O. One module a noun."""

from __future__ import annotations
