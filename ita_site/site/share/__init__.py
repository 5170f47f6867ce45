"""What a page looks like where its link is passed on: a picture with its numbers.

In: what follows from the facts. Out: pictures, and an address of its own for each measure.
"""

from __future__ import annotations
