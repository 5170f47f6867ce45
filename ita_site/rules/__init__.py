"""What follows from the facts, and what is wrong with them.

In: facts and the lines they stand on, the day, what is known of the files beside the pages,
and what stands on the item pages.
Out: figures (standings, tallies, trends, due rounds), problems, the criteria's verdicts.
Never: reads a file or writes one; nothing else in the house computes a figure.
"""

from __future__ import annotations
