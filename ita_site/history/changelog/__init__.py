"""The history of the data folder, read from git, as facts that pages can show."""

from __future__ import annotations
