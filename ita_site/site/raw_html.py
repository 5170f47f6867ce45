"""Our own HTML, out of Markdown's way while a page is converted.

It is finished; to parse it as Markdown, and once more for its anchors, takes a third of
a build. A comment keeps each block's place.
"""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

BLOCK = re.compile(r"^<.+(?:\n.+)*", re.MULTILINE)
"""From a line that begins with a tag to the next blank line."""
PLACE = re.compile(r"<!-- ita-html (\d+) -->")
ANCHOR = re.compile(r'\sid="([^"]+)"')


def set_aside(markdown: str) -> tuple[str, list[str]]:
    """A generated page with a comment for each block of HTML, and the blocks."""
    number = count()
    blocks = BLOCK.findall(markdown)
    return BLOCK.sub(lambda _: f"<!-- ita-html {next(number)} -->", markdown), blocks


def put_back(html: str, blocks: list[str]) -> str:
    """The converted page with its blocks where they were."""
    return PLACE.sub(lambda place: blocks[int(place[1])], html)


def anchors(blocks: Iterable[str]) -> set[str]:
    """What can be linked to within the blocks."""
    return {anchor for block in blocks for anchor in ANCHOR.findall(block)}
