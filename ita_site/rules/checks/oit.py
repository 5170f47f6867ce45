"""Rules about the index of all OIT items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from ita_site.facts.model.labelled import suggestion
from ita_site.facts.thai.text import compact
from ita_site.rules.figures.oit import (
    full_url,
    item_codes,
    missing_codes,
    official_title,
    own_items,
    own_path,
    spans,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.oit import OitEntry, Where
    from ita_site.facts.problems import Problem
    from ita_site.facts.strict_yaml.document import Path
    from ita_site.rules.checks.scope import Scope
    from ita_site.rules.figures.oit import Title

FILE = "oit.yml"


def listed_items(scope: Scope) -> Iterator[Problem]:
    """A code is one of the year's, and listed once."""
    codes = item_codes(scope.year)
    first: dict[str, Path] = {}
    for path, entry in _entries(scope):
        at = (*path, "code")
        if entry.code in first:
            line = scope.line(FILE, first[entry.code])
            yield scope.problem("ITA421", FILE, at, value=entry.code, line=line)
        elif codes and entry.code not in codes:
            yield scope.problem("ITA420", FILE, at, value=entry.code, **_of_year(scope))
        first.setdefault(entry.code, at)


def whole_list(scope: Scope) -> Iterator[Problem]:
    """An index that is given names every item of the year."""
    if missing := missing_codes(scope.agency, scope.year):
        yield scope.problem("ITA422", FILE, ("items",), value=spans(missing), **_of_year(scope))


def _of_year(scope: Scope) -> dict[str, str]:
    codes = item_codes(scope.year)
    return {"year": str(scope.year.year), "count": str(len(codes)), "codes": spans(codes)}


def items_can_be_opened(scope: Scope) -> Iterator[Problem]:
    """An item has an address; our own two are given theirs."""
    own = own_items(scope.agency, scope.year)
    for path, entry in _entries(scope):
        if not entry.places and entry.code not in own:
            yield scope.problem("ITA423", FILE, path, value=entry.code)


def official_titles(scope: Scope) -> Iterator[Problem]:
    """An item has a name, and not another than the official one."""
    for path, entry in _entries(scope):
        known = official_title(scope.edition, entry.code)
        if not entry.title and not known:
            yield scope.problem("ITA424", FILE, path, value=entry.code)
        elif entry.title and known and not _fits(entry.title, known):
            details = {"value": entry.code, "title": entry.title, "official": known.text}
            yield scope.problem("ITA427", FILE, (*path, "title"), **details)


def _fits(written: str, official: Title) -> bool:
    """Whether one name is the other, perhaps with something added; an uncertain one fits any."""
    first, second = compact(written), compact(official.text)
    return official.fact.needs_checking or first in second or second in first


class _Use(NamedTuple):
    """An address where it is written, for which item, and where on the page to look."""

    path: Path
    code: str
    where: Where
    look: str


def places_of_their_own(scope: Scope) -> Iterator[Problem]:
    """Items that share an address say where on that page each is."""
    uses: dict[str, list[_Use]] = {}
    for use in _uses(scope):
        earlier = uses.setdefault(_normal(scope, use.where), [])
        same = next((one for one in earlier if not _stand_apart(one, use)), None)
        if same:
            details = {"value": use.code, "other": same.code, "line": scope.line(FILE, same.path)}
            yield scope.problem("ITA425", FILE, use.path, **details)
        earlier.append(use)


def _stand_apart(one: _Use, other: _Use) -> bool:
    return bool(one.look and other.look) and one.look != other.look


def links_encrypted(scope: Scope) -> Iterator[Problem]:
    """An address elsewhere is https."""
    for use in _uses(scope):
        if urlsplit(use.where.url).scheme == "http":
            details = {"value": use.code, "url": use.where.url}
            yield scope.problem("ITA426", FILE, use.path, **details)


def leads_to_pages(scope: Scope, addresses: frozenset[str]) -> Iterator[Problem]:
    """An address on this site is one of its pages or files.

    `addresses` are all of these, without a `/` at their end.
    """
    for use in _uses(scope):
        if use.where.is_own:
            yield from _lost_page(scope, use, addresses)
        else:
            yield from _lost_address(scope, use, addresses)


def _lost_page(scope: Scope, use: _Use, addresses: frozenset[str]) -> Iterator[Problem]:
    written = use.where.url
    if _bare(own_path(scope.agency, scope.year, written)) not in addresses:
        near = _meant(scope, written, addresses)
        details = {"value": written, "suggestion": near, "year": str(scope.year.year)}
        yield scope.problem("ITA428", FILE, use.path, **details)


def _lost_address(scope: Scope, use: _Use, addresses: frozenset[str]) -> Iterator[Problem]:
    """A full address of this site; in a portal it is counted from the agency's front page.

    Who gives the portal's own address there instead is not told that every page is missing.
    """
    path, site = _below_site(scope, use.where.url), scope.agency.agency.site_url or ""
    if path is not None and not {path, _bare(scope.agency.prefix + path)} & addresses:
        yield scope.problem("ITA429", FILE, use.path, value=use.where.url, site=site)


def _meant(scope: Scope, written: str, addresses: frozenset[str]) -> str:
    """The address of this site that was probably meant; one with other numbers never is."""
    items, prefix = scope.edition.items, scope.agency.prefix
    below = (path.removeprefix(prefix) for path in sorted(addresses) if path.startswith(prefix))
    known = (items.measures.slug, items.results.slug, *below)
    pages = (path if "." in path.rsplit("/", 1)[-1] else f"{path}/" for path in known)
    return suggestion(written, [path for path in pages if _digits(path) == _digits(written)])


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _entries(scope: Scope) -> Iterator[tuple[Path, OitEntry]]:
    entries = scope.year.oit.items if scope.year.oit else ()
    yield from ((("items", at), entry) for at, entry in enumerate(entries))


def _uses(scope: Scope) -> Iterator[_Use]:
    for path, entry in _entries(scope):
        for at, where in enumerate(entry.places):
            look = compact(where.look or entry.look or "")
            yield _Use((*path, "url", at, "url"), entry.code, where, look)


def _normal(scope: Scope, where: Where) -> str:
    """One spelling of addresses that open the same page at the same place."""
    url = where.url
    if where.is_own:
        url = full_url(scope.agency, own_path(scope.agency, scope.year, url))
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.lower()}{parts.path.rstrip('/')}{query}#{parts.fragment}"


def _below_site(scope: Scope, url: str) -> str | None:
    """What follows the site's own address, bare; None for an address elsewhere."""
    parts, site = urlsplit(url), urlsplit(scope.agency.agency.site_url or "")
    root = site.path.rstrip("/") + "/"
    if parts.netloc.lower() != site.netloc.lower() or not f"{parts.path}/".startswith(root):
        return None
    return _bare(unquote(parts.path).removesuffix("index.html")[len(root) :])


def _bare(path: str) -> str:
    return path.partition("#")[0].strip("/")
