"""One file of a site: where it goes, what is in it, and which data file it comes from.

What is in it is made when it is asked for: who checks asks for little of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Artifact:
    """A generated file.

    `path` is POSIX, below the folder of the pages (`2566/o42.md`). `source` is what is in it,
    or makes it. `edit_uri` is the data file an officer changes to change this one, as named
    in messages; None for none.
    """

    path: str
    source: bytes | Callable[[], bytes]
    edit_uri: str | None = None

    @cached_property
    def content(self) -> bytes:
        """What is in it."""
        return self.source if isinstance(self.source, bytes) else self.source()

    @property
    def is_page(self) -> bool:
        """Whether it is Markdown that becomes a page."""
        return self.path.endswith(".md")


@dataclass(frozen=True, slots=True)
class Document:
    """A page that is offered as a PDF as well, made from the built page.

    `page` is the page's address (`2566/o42/`), `path` where the PDF goes (`2566/o42.pdf`),
    `author` whose it is.
    """

    page: str
    path: str
    author: str


def address_of(path: str) -> str:
    """Where a file ends up: `o42.md`, `o42/index.md` and `o42/README.md` are one page."""
    return (
        re.sub(r"(^|/)(index|README)$", "", path.removesuffix(".md"))
        if path.endswith(".md")
        else path
    )
