"""What all of a site is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from ita_site.rules.figures.changes.log import Log
    from ita_site.site.inputs import Inputs


@dataclass(frozen=True)
class Project:
    """What all of a site is made from, as one run of MkDocs knows it.

    `log` is what changed when; `prints` whether PDF files are made where they can be.
    """

    config: MkDocsConfig
    data: Path
    inputs: Inputs
    log: Log | None
    prints: bool
