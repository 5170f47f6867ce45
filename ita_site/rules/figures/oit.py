"""The index of all OIT items as it is published: the agency's rows, our two pages among them."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ita_site.facts.model.sourced import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ita_site.facts.model.edition import Edition, Item, OitItem
    from ita_site.facts.model.oit import OitEntry, Where
    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.facts.model.sourced import Sourced
    from ita_site.facts.thai.calendar import BEDate


class Title(NamedTuple):
    """An item's name in the edition, with the fact that tells how sure it is."""

    text: str
    fact: Sourced


class Listed(NamedTuple):
    """Which year's index lists something, and under which item."""

    year: int
    code: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item is shown: below this site's root, or at an address elsewhere.

    `url` is what anybody can open, and a mere path where the site's own address is not known.
    `own` is the path below the root, with its anchor, and None for an address elsewhere.
    """

    url: str
    own: str | None
    look: str


@dataclass(frozen=True, slots=True)
class Row:
    """One item of the index. `filled_in` tells that the program gave the address."""

    code: str
    title: str
    group: str
    places: tuple[Place, ...]
    look: str = ""
    note: str = ""
    updated_on: BEDate | None = None
    filled_in: bool = False


def item_codes(year: YearFacts) -> tuple[str, ...]:
    """The codes of every item of a year; none where how many there are is another year's."""
    oit = year.edition.oit
    if oit is None or oit.certainty is Certainty.UNCONFIRMED:
        return ()
    return codes_of(year.edition)


def codes_of(edition: Edition) -> tuple[str, ...]:
    """The codes of every item of an edition, as far as it counts them."""
    letters = re.sub(r"[^A-Za-z]", "", edition.items.measures.code).upper()
    count = edition.oit.count if edition.oit else 0
    return tuple(f"{letters}{number}" for number in range(1, count + 1))


def official_title(edition: Edition, code: str) -> Title | None:
    """What the edition calls an item."""
    items = edition.items
    listed = edition.oit.items if edition.oit else ()
    known: tuple[Item | OitItem, ...] = (items.measures, items.results, *listed)
    found = (Title(item.title, item) for item in known if item.code.upper() == code)
    return next(found, None)


def own_items(agency: AgencyFacts, year: YearFacts) -> dict[str, tuple[Item, str]]:
    """The two items this site shows itself, by code, each with its page's address."""
    items = year.edition.items
    both = (items.measures, items.results)
    folder = f"{agency.prefix}{year.year}/"
    return {item.code.upper(): (item, f"{folder}{item.slug}/") for item in both}


def own_path(agency: AgencyFacts, year: YearFacts, written: str) -> str:
    """A page or file of this site, as an officer writes it, below the site's root.

    It is counted from the agency's front page, with a `/` before it from the site's; the
    year's two item pages need no year: `o42/`.
    """
    path, mark, anchor = written.partition("#")
    items = year.edition.items
    of_year = path.split("/")[0] in (items.measures.slug, items.results.slug)
    below = f"{agency.prefix}{year.year}/" if of_year else agency.prefix
    whole = path[1:] if path.startswith("/") else below + path
    is_page = not whole.endswith("/") and "." not in whole.rsplit("/", 1)[-1]
    return f"{whole}{'/' if is_page else ''}{mark}{anchor}"


def full_url(agency: AgencyFacts, path: str) -> str:
    """A path of this site as anybody can open it, where the agency's address is known.

    Else as counted from the agency's front page; a page of the portal is counted from its root.
    """
    if not path.startswith(agency.prefix):
        return f"/{path}"
    below, front = path.removeprefix(agency.prefix), agency.agency.site_url
    return f"{front.rstrip('/')}/{below}" if front else below


def index_rows(agency: AgencyFacts, year: YearFacts) -> tuple[Row, ...]:
    """Every row of the index by number; empty where the agency gives none."""
    if year.oit is None:
        return ()
    own = own_items(agency, year)
    given = {entry.code: entry.group for entry in year.oit.items}
    rows = [_row(agency, year, entry) for entry in year.oit.items]
    rows += [
        Row(code, item.title, _own_group(item, given, own), ())
        for code, (item, _) in own.items()
        if code not in given
    ]
    filled = (_filled(agency, year, row) for row in rows)
    return tuple(sorted(filled, key=lambda row: _number(row.code)))


def _own_group(item: Item, given: Mapping[str, str | None], own: Iterable[str]) -> str:
    """Our two items belong together; else by the edition, where the agency groups at all."""
    together = next((group for code in own if (group := given.get(code))), None)
    return together or (any(given.values()) and item.sub_indicator) or ""


def _row(agency: AgencyFacts, year: YearFacts, entry: OitEntry) -> Row:
    known = official_title(year.edition, entry.code)
    title = entry.title or (known.text if known else "")
    places = tuple(_place(agency, year, where) for where in entry.places)
    look, note = entry.look or "", entry.note or ""
    return Row(entry.code, title, entry.group or "", places, look, note, entry.updated_on)


def _place(agency: AgencyFacts, year: YearFacts, where: Where) -> Place:
    if not where.is_own:
        return Place(where.url, None, where.look or "")
    path = own_path(agency, year, where.url)
    return Place(full_url(agency, path), path, where.look or "")


def _filled(agency: AgencyFacts, year: YearFacts, row: Row) -> Row:
    """A row of one of our two items that names no address leads to its page."""
    _, path = own_items(agency, year).get(row.code, (None, ""))
    if row.places or not path:
        return row
    place = Place(full_url(agency, path), path, "")
    head = (row.code, row.title, row.group, (place,))
    return Row(*head, row.look, row.note, row.updated_on, filled_in=True)


def _number(code: str) -> int:
    return int(re.sub(r"\D", "", code) or 0)


def groups(rows: Iterable[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Rows that follow each other and belong together, with what they belong to."""
    for name, members in itertools.groupby(rows, lambda row: row.group):
        yield name, list(members)


def listed(indexes: Iterable[tuple[int, tuple[Row, ...]]], url: str) -> Listed | None:
    """The item that lists an address, or a page above it, in the first index that does.

    `indexes` are those of an agency, each with its year.
    """
    for year, rows in indexes:
        for row in rows:
            if any(place.own is None and _is_below(url, place.url) for place in row.places):
                return Listed(year, row.code)
    return None


def _is_below(url: str, place: str) -> bool:
    """A host alone lists nothing in particular."""
    place = place.rstrip("/")
    has_path = "/" in place.partition("://")[2]
    return has_path and (url.rstrip("/") == place or url.startswith(f"{place}/"))


def missing_codes(agency: AgencyFacts, year: YearFacts) -> tuple[str, ...]:
    """The items of the year that the index, given at all, leaves out."""
    listed = {row.code for row in index_rows(agency, year)}
    return tuple(code for code in item_codes(year) if listed and code not in listed)


def named_by_agency(year: YearFacts) -> tuple[str, ...]:
    """The items whose name the edition does not know, and the agency gives in its own words."""
    entries = year.oit.items if year.oit else ()
    own = (entry.code for entry in entries if entry.title)
    return tuple(code for code in own if official_title(year.edition, code) is None)


def spans(codes: Iterable[str]) -> str:
    """`O2, O5–O9`: codes in their order, neighbours as a span."""
    runs = itertools.groupby(enumerate(codes), lambda pair: pair[0] - _number(pair[1]))
    lists = ([code for _, code in run] for _, run in runs)
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in lists)
