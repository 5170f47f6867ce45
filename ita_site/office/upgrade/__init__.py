"""An agency's repository, from the version it was made with to the one installed."""

from __future__ import annotations
