"""The site to its readers, and back: publish, verify, links.

In: a built folder and its manifest; addresses on it.
Out: a live site, whole or untouched; findings of what is there.
Never: builds or changes a page.
"""

from __future__ import annotations
