"""Open data for whoever asks it rather than the pages: one kind of thing a table, all years in one.

Comes in: an agency's facts, and for all agencies of a portal what each of them left. Goes out:
CSV, JSON Lines and Parquet with typed columns, and what describes them (Data Package, DCAT).
"""

from __future__ import annotations
