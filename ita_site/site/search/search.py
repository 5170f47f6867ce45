"""Our search in the theme's place: its box and result list stay, its worker and index go."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.facts.problems import ItaSiteError
from ita_site.site.artifact import Artifact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from selectolax.lexbor import LexborNode

    from ita_site.site.finished.document import HtmlDocument
    from ita_site.site.search.index import Document, Index, OfAgency, SearchFiles

THEMES_PLUGIN = "material/search"
"""The theme's own, which builds its index."""
WORKERS = "assets/javascripts/workers"
_SETTINGS = "script#__config"
"""What the theme's own script reads."""
_UNUSED = re.compile(r"assets/javascripts/lunr/.+|assets/.+\.map")
_FOR_AUTHORS = re.compile(r"^ *(?://.*)?\n|^ +", re.MULTILINE)


def is_unused(path: str) -> bool:
    """Whether a file of the theme serves no reader: its word cutters and its source maps."""
    return _UNUSED.fullmatch(path) is not None


@cache
def our_worker() -> Artifact:
    """Our worker, without indentation and comments, under a name that changes with it."""
    source = files(__package__).joinpath("worker.js").read_text("utf-8")
    code = _FOR_AUTHORS.sub("", source).encode()
    return Artifact(f"{WORKERS}/search.{hashlib.sha256(code).hexdigest()[:8]}.min.js", code)


class Search:
    """The search of one site, while it is built.

    Raises:
        ItaSiteError: when the theme is not as expected: its worker has to stand exactly once
            in its folders.
    """

    def __init__(self, theme: Iterable[str], index: Index) -> None:
        self.their_worker = _their_worker(theme)
        self._index = index

    def read(self, address: str, title: str, content: LexborNode | None) -> None:
        """Take in a page's own content."""
        self._index.add(address, title, content)

    def named(self, address: str) -> str:
        """Whose page it is to the search, and by which names."""
        return self._index.named(address)

    def sections_of(self, address: str) -> list[Document]:
        """A page that was taken in."""
        return self._index.sections_of(address)

    def take_in(self, address: str, sections: list[Document]) -> None:
        """Take in a page as it was before; of one that is not searched there is nothing."""
        self._index.take_in(address, sections)

    def start(self, document: HtmlDocument, address: str) -> bool:
        """Let our worker start on a finished page, for its agency or for the whole site.

        False when the page does not name the theme's worker exactly once.
        """
        texts = [child for node in document.tree.css(_SETTINGS) if (child := node.first_child)]
        named = [text for text in texts if self.their_worker in (text.text_content or "")]
        if len(named) != 1 or (named[0].text_content or "").count(self.their_worker) != 1:
            return False
        prefix = self._index.prefix(address)
        worker = our_worker().path + (f"#{prefix}" if prefix else "")
        named[0].replace_with((named[0].text_content or "").replace(self.their_worker, worker))
        document.is_changed = True
        return True

    def of_agency(self, prefix: str) -> tuple[Artifact, OfAgency]:
        """The index of an agency, and what that of all agencies has of it, to be taken in there."""
        return self._index.of_agency(prefix)

    def read_apart(self, prefix: str, kept: SearchFiles) -> None:
        """Take in the pages of an agency that was made elsewhere."""
        self._index.add_apart(prefix, kept)

    def indexes(self) -> Iterator[Artifact]:
        """What the search knows of all pages taken in."""
        return self._index.files()


def _their_worker(theme: Iterable[str]) -> str:
    found = {
        f"{WORKERS}/{file.name}"
        for folder in theme
        for file in Path(folder, WORKERS).glob("search.*.min.js")
    }
    if len(found) != 1:
        message = f"search: one worker expected in the theme, found {len(found)}: {sorted(found)}"
        raise ItaSiteError(message)
    return found.pop()
