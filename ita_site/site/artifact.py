"""One file of a site: where it goes, what is in it, and which data file it comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """A generated file.

    `path` is POSIX, below the folder of the pages (`2566/o42.md`). `edit_uri` is the data
    file an officer changes to change this one, as named in messages; None for none.
    """

    path: str
    content: bytes
    edit_uri: str | None = None

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
