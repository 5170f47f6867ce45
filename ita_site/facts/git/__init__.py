"""What git knows of the facts: the folders of any commit, and the commits that changed them."""

from __future__ import annotations
