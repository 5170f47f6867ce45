"""What an agency states, read and written.

In: files of YAML, hand-written pages, git's history, the years' editions.
Out: frozen, typed values, each with its file, line and column; changed lines; messages as data.
Never: judges, computes, or shows. It knows no other wing.
"""

from __future__ import annotations
