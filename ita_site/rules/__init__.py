"""What follows from the facts, and what is wrong with them.

In: facts, the day, and what stands on the item pages.
Out: figures (standings, tallies, trends, due rounds), problems, the criteria's verdicts.
Never: reads a file or writes one; nothing else in the house computes a figure.
"""

from __future__ import annotations
