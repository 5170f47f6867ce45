"""The live site read back, as a reader would: is it what was built, and does it keep its word?"""

from __future__ import annotations
