"""Two states of the data, as who has to approve the newer one should see them."""

from __future__ import annotations
