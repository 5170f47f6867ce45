"""A document as its tables stand, whatever file it comes in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.office.importer.formats.readers import read_blocks
from ita_site.office.importer.tables.side_by_side import part_side_by_side

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.office.importer.document.blocks import FileContent


def read_document(path: Path) -> FileContent:
    """Read a file; tables side by side in one sheet are parted.

    Raises:
        RefusedError: when it cannot be read, as `read_blocks` says.
    """
    content = read_blocks(path)
    return replace(content, blocks=part_side_by_side(content.blocks))
