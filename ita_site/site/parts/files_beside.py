"""The papers and pictures beside the pages: which of them an agency's pages depend on.

Evidence is added nearly every day, and is named by one agency's facts. Were every file of the
folder a reason to make all agencies anew, nothing would ever be kept.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from ita_site.facts.content.file_types import PAPERS, PICTURES
from ita_site.site.build_cache import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_UNSEEN: Final = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]")
_WRITTEN_OTHERWISE: Final = re.compile(r"[\\\uf700-\uf71a]")
"""Escapes of YAML, and glyphs of old Thai fonts, which are mended while reading."""
_FOLDS_ALONE: Final = re.compile(r"[\x00-\x7f\u0e00-\u0e7f–—‘’“”•]*")
"""Letters that fold to themselves or to more, whatever stands beside them."""
_QUOTES: Final = re.compile(r"['\"]")


class FilesBeside:
    """The files of the hand-written folder, divided by who depends on them.

    `files` are their SHA-256 by path; `settings` is what the host was told, for the look may show
    a picture. Whatever is not surely some agencies' own affair is everybody's.
    """

    def __init__(self, files: Mapping[str, str], settings: str) -> None:
        """Divide them."""
        self._files = files
        self._by_name = defaultdict[str, list[str]](list)
        self._by_folder = defaultdict[str, list[str]](list)
        with_styles = any(_suffix(path) == ".css" for path in files)
        apart = PAPERS - PICTURES if with_styles else PAPERS
        for path in files:
            if _suffix(path) in apart and not _QUOTES.search(path):
                self._by_name[_folded(PurePosixPath(path).name)].append(path)
        self._lengths = {len(name) for name in self._by_name}
        suffixes = map(re.escape, sorted({*map(_suffix, self._by_name)}))
        self._ends = [re.compile(suffix, re.IGNORECASE) for suffix in suffixes]
        for name in self._named_in(settings):
            del self._by_name[name]
        for path in self._all_of(self._by_name):
            self._by_folder[path.partition("/")[0]].append(path)
        self.of_all = self._digest({*files} - self._all_of(self._by_name))
        """What every agency's pages depend on."""

    def of_agency(self, slug: str, texts: Iterable[bytes]) -> str:
        """What those of one agency depend on besides, by its folder's name and its data files.

        These are the files that the data name, were it in a remark, and those that would stand at
        one of the agency's addresses.
        """
        whole = "\n".join(text.decode("utf-8", "replace") for text in texts)
        named = self._by_name if _WRITTEN_OTHERWISE.search(whole) else self._named_in(whole)
        return self._digest(self._all_of(named).union(self._by_folder.get(slug, ())))

    def _named_in(self, text: str) -> set[str]:
        """The names of files that stand in a text, in whatever way it is broken and encoded."""
        found = set[str]()
        for piece in (piece for told in {text, unquote(text)} for piece in self._pieces(told)):
            for end in self._ends_in(piece):
                found.update(piece[max(end - length, 0) : end] for length in self._lengths)
        return found & self._by_name.keys()

    def _pieces(self, text: str) -> Iterator[str]:
        """What of a text may be a name, folded; to fold all of a large one takes long."""
        bare = "".join(text.split())
        if not _FOLDS_ALONE.fullmatch(bare):
            yield _folded(bare)
            return
        longest = max(self._lengths, default=0)
        for end in self._ends_in(bare):
            yield _folded(bare[max(end - longest, 0) : end])

    def _ends_in(self, text: str) -> Iterator[int]:
        return (match.end() for suffix in self._ends for match in suffix.finditer(text))

    def _all_of(self, names: Iterable[str]) -> set[str]:
        return {path for name in names for path in self._by_name[name]}

    def _digest(self, paths: Iterable[str]) -> str:
        return digest(*(f"{path}\0{self._files[path]}" for path in sorted(paths)))


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def _folded(text: str) -> str:
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text).casefold())
