"""Facts held against each other and the year's edition; texts and files held against sense."""

from __future__ import annotations
