"""The inline scripts that may run on every page because the program or the theme brings them.

They are known by their text, never by where they stand: a page or a look that is edited
cannot ride on them.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ita_site.site.finished.addresses import host_of
from ita_site.site.finished.code import digest, scripts
from ita_site.site.finished.document import HtmlDocument

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OURS: Final = {
    "sha256-Q6++H2z5r4Gz9pNTyI0m8qV2kQXPm1W8hl4m/kiI77k=": "base.html",  # remembers no reader
    "sha256-X7RqVH1Mx1geg4FUC8DM4KSZ5YrkxOJJLx9haBc4nSQ=": "content.html",  # the tab asked for
    "sha256-gDkISvS1rnClMzfE+psTYHOyq6DCn2GONnVxNh6gXr0=": "palette.html",  # light or dark
}
"""Those in the look's `partials/javascripts/`, by the file; a test holds them against it."""
_REDIRECT: Final = re.compile(
    r"var anchor=window\.location\.hash\.substr\(1\);"
    r'location\.href="(?P<address>[\w./%~#?=&-]+)"\+\(anchor\?"#"\+anchor:""\)'
)
"""What mkdocs-redirects writes at an old address."""
_TEMPLATE: Final = ("{{", "{%")
"""A script with these has another text on each page, and is in no list."""


def known_scripts(theme: Iterable[str]) -> frozenset[str]:
    """The digests of our own inline scripts and of those in the folders of an installed theme."""
    return frozenset(OURS) | frozenset(map(digest, _of_theme(theme)))


def is_redirect(code: str) -> bool:
    """Whether a script does nothing but lead on to another address of the same site."""
    found = _REDIRECT.fullmatch(code)
    return bool(found and not host_of(found["address"]))


def _of_theme(folders: Iterable[str]) -> Iterator[str]:
    for file in (file for folder in folders for file in _templates(Path(folder))):
        text = file.read_text("utf-8")
        if "<script" in text:
            for code in scripts(HtmlDocument(text).elements):
                if not any(sign in code for sign in _TEMPLATE):
                    yield code


def _templates(folder: Path) -> Iterator[Path]:
    """All but those below `.icons`, where a theme keeps thousands of drawings."""
    yield from folder.glob("*.html")
    yield from folder.glob("[!.]*/**/*.html")
