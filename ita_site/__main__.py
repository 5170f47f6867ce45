"""`python -m ita_site` is `ita-site`."""

from __future__ import annotations

from ita_site.cli import main

main()
