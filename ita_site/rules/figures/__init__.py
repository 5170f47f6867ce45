"""What follows from the facts: statuses, tallies, ratings, trends, windows, due dates.

No page, export or message computes these on its own.
"""

from __future__ import annotations
