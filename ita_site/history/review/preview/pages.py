"""The pages that a proposal changes, each with what of it is to be seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from ita_site.history.review.preview.cuts import Cut, cut_alone, cut_to_differences
from ita_site.history.review.preview.pictures import (
    NO_PICTURES,
    WIDTHS,
    Camera,
    NoChromiumError,
    NoPictureError,
    Pictures,
    open_cameras,
)
from ita_site.rules.figures.changes.difference import Kind
from ita_site.site.finished.page_text import PageText, files_shown, page_text, target_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from ita_site.history.review.built import Built

MOST_PAGES = 60
"""Pages that are pictured; of more, the names stand there."""
MOST_BYTES = 20_000_000
"""Of all pictures; pages after them are named."""
MOST_LINES = 200
"""Changed places of text shown of one page."""
FIRST = frozenset({"eit", "complaints"})
"""Pages that are looked at before others at their depth: a wrong survey or complaint misleads."""


class Lines(NamedTuple):
    """What a page said and says at one place."""

    old: tuple[str, ...]
    new: tuple[str, ...]


class Codes(NamedTuple):
    """What a telephone reads from a page before and after."""

    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()

    @property
    def differ(self) -> bool:
        """Whether it leads elsewhere."""
        return self.old != self.new


NO_CODES = Codes()


@dataclass
class PageChange:
    """One page before and after.

    `lines` are its texts that differ, `links` its words with where they lead. `cuts` are by
    width; `more` counts places left out, `repeated` those that an earlier page shows.
    `same` are further pages that change in no other way than this one. `has_pictures` says
    whether any were taken.
    """

    path: str
    kind: Kind
    lines: tuple[Lines, ...] = ()
    links: tuple[Lines, ...] = ()
    cuts: dict[int, tuple[Cut, ...]] = field(default_factory=dict)
    more: int = 0
    repeated: int = 0
    codes: Codes = NO_CODES
    same: list[str] = field(default_factory=list)
    has_pictures: bool = False

    @property
    def address(self) -> str:
        """Where it stands on the site."""
        return address_of(self.path)

    @property
    def is_seen(self) -> bool:
        """Whether a reader could tell the two apart."""
        return bool(self.parts)

    @property
    def leads_elsewhere(self) -> bool:
        """Whether a link leads where none did before, or none leads any more."""
        old, new = ({target_of(link) for one in self.links for link in one[at]} for at in (0, 1))
        return old != new

    @property
    def parts(self) -> tuple[Lines | Cut | Codes, ...]:
        """Everything that differs."""
        cuts = (cut for cuts in self.cuts.values() for cut in cuts)
        codes = [self.codes] if self.codes.differ else []
        return (*codes, *self.lines, *self.links, *cuts)

    @property
    def weight(self) -> int:
        """The bytes of its pictures."""
        return sum(len(one.old) + len(one.new) for cuts in self.cuts.values() for one in cuts)


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything that the preview shows.

    `unseen` are pages whose bytes differ and nothing that can be seen; `unpictured` those
    that no picture was taken of; `files` all else that differs; `unchanged` counts the pages
    that are as they were. `failure` says why there are no pictures, empty where there are.
    """

    pages: tuple[PageChange, ...]
    unseen: tuple[str, ...] = ()
    unpictured: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    unchanged: int = 0
    failure: str = ""


NO_CHROMIUM = (
    "เครื่องนี้ไม่มี Chrome, Edge หรือ Chromium ที่เปิดได้ จึงแสดงเฉพาะข้อความ ยังไม่ได้ดูว่าหน้าตาเปลี่ยนหรือไม่"
)


def address_of(path: str) -> str:
    """Where a page stands on the site, by its path below the site's folder."""
    return "/" + path.removesuffix("index.html")


def preview_pages(built: Built) -> Preview:
    """Compare the pages of two built sites as a reader sees them."""
    difference = built.sites.difference
    kinds = {
        **dict.fromkeys(difference.changed, Kind.CHANGED),
        **dict.fromkeys(difference.added, Kind.ADDED),
        **dict.fromkeys(difference.gone, Kind.REMOVED),
    }
    files = tuple(sorted(path for path in kinds if not _is_page(path)))
    alike = [path for path in difference.same if _is_page(path)]
    showing = [*_showing(built.after, alike, frozenset(files) & {*difference.changed})]
    kinds |= dict.fromkeys(showing, Kind.CHANGED)
    paths = sorted(filter(_is_page, kinds), key=_order)
    pages = [_page(built, path, kinds[path]) for path in paths[:MOST_PAGES]]
    failure = ""
    try:
        _picture(built, pages)
    except NoChromiumError:
        failure = NO_CHROMIUM
    left = [it.path for it in pages if not it.has_pictures and not (failure and it.is_seen)]
    seen = [page for page in pages if page.is_seen]
    return Preview(
        tuple(_without_repetition(seen)),
        () if failure else tuple(it.address for it in pages if it.has_pictures and not it.is_seen),
        tuple(map(address_of, (*left, *paths[MOST_PAGES:]))),
        files,
        len(alike) - len(showing),
        failure,
    )


def _is_page(path: str) -> bool:
    return path.endswith(".html")


def _order(path: str) -> tuple[int, bool, str]:
    """From the front page inwards."""
    return path.count("/"), PurePosixPath(path).parent.name not in FIRST, path


def _showing(site: Path, pages: Iterable[str], changed: frozenset[str]) -> Iterator[str]:
    """The pages that are the same and show a file that is not, by themselves or by a style."""
    if not changed:
        return
    names = {PurePosixPath(path).name for path in changed}
    styles = (path for path in site.rglob("*.css") if path.is_file())
    through = {
        style.relative_to(site).as_posix()
        for style in styles
        if any(name in style.read_text("utf-8", "replace") for name in names)
    }
    for page in pages:
        if not files_shown(site, page).isdisjoint(changed | through):
            yield page


def _page(built: Built, path: str, kind: Kind) -> PageChange:
    old = PageText() if kind is Kind.ADDED else page_text(built.before, path)
    new = PageText() if kind is Kind.REMOVED else page_text(built.after, path)
    lines, more = _changed_lines(old.lines, new.lines)
    links, further = _changed_lines(old.links, new.links)
    return PageChange(path, kind, lines, links, more=more + further)


def _changed_lines(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[tuple[Lines, ...], int]:
    """The places where two texts differ, and how many more there are."""
    found = [
        Lines(old[i:j], new[k:m])
        for tag, i, j, k, m in SequenceMatcher(None, old, new).get_opcodes()
        if tag != "equal"
    ]
    shown = [Lines(one.old[:MOST_LINES], one.new[:MOST_LINES]) for one in found[:MOST_LINES]]
    torn = sum(max(len(one.old), len(one.new)) > MOST_LINES for one in found[:MOST_LINES])
    return tuple(shown), len(found) - len(shown) + torn


def _picture(built: Built, pages: Iterable[PageChange]) -> None:
    """Take the pictures of as many pages as there is room for."""
    room = MOST_BYTES
    with open_cameras(built.before, built.after) as (old, new):
        for page in pages:
            if room <= 0:
                break
            try:
                before = _taken(old, page, Kind.ADDED)
                after = _taken(new, page, Kind.REMOVED)
            except NoPictureError:
                continue
            _fill(page, before, after)
            room -= page.weight


def _taken(camera: Camera, page: PageChange, unless: Kind) -> Pictures:
    return NO_PICTURES if page.kind is unless else camera.take(page.path)


def _fill(page: PageChange, old: Pictures, new: Pictures) -> None:
    page.has_pictures = True
    page.codes = Codes(old.codes, new.codes)
    page.more += old.goes_on or new.goes_on
    for width in WIDTHS:
        before, after = old.by_width.get(width), new.by_width.get(width)
        if before and after:
            page.cuts[width], more = cut_to_differences(before, after)
            page.more += more
        else:
            sides = [cut_alone(it) if it else (b"", 0) for it in (before, after)]
            page.cuts[width] = (Cut(sides[0][0], sides[1][0]),)
            page.more += sum(torn for _, torn in sides)


def _without_repetition(pages: Iterable[PageChange]) -> Iterator[PageChange]:
    """What changes in just the same way on several pages is shown on the first of them."""
    shown: dict[Lines | Cut | Codes, PageChange] = {}
    for page in pages:
        known = [shown[part] for part in page.parts if part in shown]
        new = [part for part in page.parts if part not in shown]
        if known and not new and not page.more:
            known[0].same.append(page.address)
            continue
        page.repeated = len(known)
        page.lines = tuple(one for one in page.lines if one not in shown)
        page.links = tuple(one for one in page.links if one not in shown)
        page.cuts = {
            width: tuple(cut for cut in cuts if cut not in shown)
            for width, cuts in page.cuts.items()
        }
        shown |= dict.fromkeys(new, page)
        yield page
