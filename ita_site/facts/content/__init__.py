"""The folder of hand-written pages and files, as far as it has to be checked."""

from __future__ import annotations
