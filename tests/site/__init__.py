"""The built site, as hosts make it and as browsers show it. Only real tools."""

from __future__ import annotations
