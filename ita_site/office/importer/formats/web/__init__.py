"""Web pages and e-mails to blocks."""

from __future__ import annotations
