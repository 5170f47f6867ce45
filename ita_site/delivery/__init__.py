"""The site to its readers, and back: publish, verify, links, and what GitHub is told.

In: a built folder and its manifest; the addresses facts and pages name; a reported progress.
Out: a live site, whole or untouched; findings of what is there; an issue, a pull request.
Never: builds or changes a page.
"""

from __future__ import annotations
