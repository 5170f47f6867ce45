"""A portal's agencies made apart: what each depends on, what is kept of it, and where.

Comes in: what an agency was made from, and the finished files of its pages. Goes out: the same
files, and what the rest of the site has to know of them. Never: a page of its own, or a guess
whether something is still as it was.
"""

from __future__ import annotations
