"""What a finished site sends to a phone, without what no page of it uses."""

from __future__ import annotations
