"""How long things take. `make bench` prints it; nothing here passes or fails by the clock."""

from __future__ import annotations
