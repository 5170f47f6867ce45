"""The pages that a proposal changes, each with what of it is to be seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from ita_site.history.review.preview.cuts import Cut, cut_alone, cut_to_differences
from ita_site.history.review.preview.pictures import (
    WIDTHS,
    NoChromiumError,
    Pictures,
    take_pictures,
)
from ita_site.rules.figures.changes.change import Kind
from ita_site.site.finished.compare_sites import page_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.history.review.built import Built

MOST_PAGES = 60
"""Pages that are pictured; of more, the names stand there."""
MOST_LINES = 200
"""Changed lines shown of one page."""
NO_PICTURES = Pictures({}, ())


class Lines(NamedTuple):
    """What a page said and says at one place."""

    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass
class PageChange:
    """One page before and after.

    `cuts` are by width; `more` counts places left out, `repeated` those that an earlier page
    shows. `old_codes` and `new_codes` are what a telephone reads from it. `same` are further
    pages that change in no other way than this one.
    """

    path: str
    kind: Kind
    lines: tuple[Lines, ...]
    cuts: dict[int, tuple[Cut, ...]] = field(default_factory=dict)
    more: int = 0
    repeated: int = 0
    old_codes: tuple[str, ...] = ()
    new_codes: tuple[str, ...] = ()
    same: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where it stands on the site."""
        return "/" + self.path.removesuffix("index.html")

    @property
    def is_seen(self) -> bool:
        """Whether a reader could tell the two apart."""
        return bool(self.lines or any(self.cuts.values()) or self.old_codes != self.new_codes)


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything that the preview shows.

    `unseen` are pages whose bytes differ and nothing that can be seen; `unpictured` those
    beyond what is pictured; `files` all else that differs. `failure` says why there are no
    pictures, empty where there are.
    """

    pages: tuple[PageChange, ...]
    unseen: tuple[str, ...] = ()
    unpictured: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    failure: str = ""


NO_CHROMIUM = (
    "เครื่องนี้ไม่มี Chrome, Edge หรือ Chromium ที่เปิดได้ จึงแสดงเฉพาะข้อความ ยังไม่ได้ดูว่าหน้าตาเปลี่ยนหรือไม่"
)


def preview_pages(built: Built) -> Preview:
    """Compare the pages of two built sites as a reader sees them."""
    difference = built.sites.difference
    kinds = {
        **dict.fromkeys(difference.changed, Kind.CHANGED),
        **dict.fromkeys(difference.added, Kind.ADDED),
        **dict.fromkeys(difference.gone, Kind.REMOVED),
    }
    paths = sorted((path for path in kinds if path.endswith(".html")), key=_order)
    files = tuple(sorted(path for path in kinds if not path.endswith(".html")))
    shown, unpictured = paths[:MOST_PAGES], paths[MOST_PAGES:]
    pages = [_page(built, path, kinds[path]) for path in shown]
    failure = ""
    try:
        _picture(built, pages)
    except NoChromiumError as error:
        failure = f"{NO_CHROMIUM} {error}".strip()
    seen = [page for page in pages if page.is_seen]
    unseen = () if failure else tuple(page.address for page in pages if not page.is_seen)
    kept = pages if failure else [*_without_repetition(seen)]
    return Preview(tuple(kept), unseen, tuple(unpictured), files, failure)


def _order(path: str) -> tuple[int, str]:
    """From the front page inwards."""
    return path.count("/"), path


def _page(built: Built, path: str, kind: Kind) -> PageChange:
    old = [] if kind is Kind.ADDED else list(page_lines(built.before / path))
    new = [] if kind is Kind.REMOVED else list(page_lines(built.after / path))
    return PageChange(path, kind, _changed_lines(old, new))


def _changed_lines(old: list[str], new: list[str]) -> tuple[Lines, ...]:
    opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    found = (
        Lines(tuple(old[i:j]), tuple(new[k:m])) for tag, i, j, k, m in opcodes if tag != "equal"
    )
    return tuple(found)[:MOST_LINES]


def _picture(built: Built, pages: Iterable[PageChange]) -> None:
    old = take_pictures(built.before, [it.path for it in pages if it.kind is not Kind.ADDED])
    new = take_pictures(built.after, [it.path for it in pages if it.kind is not Kind.REMOVED])
    for page in pages:
        _fill(page, old.get(page.path, NO_PICTURES), new.get(page.path, NO_PICTURES))


def _fill(page: PageChange, old: Pictures, new: Pictures) -> None:
    page.old_codes, page.new_codes = old.codes, new.codes
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
    shown: dict[Cut, PageChange] = {}
    for page in pages:
        first = [shown[cut] for cuts in page.cuts.values() for cut in cuts if cut in shown]
        page.cuts = {
            width: tuple(cut for cut in cuts if cut not in shown)
            for width, cuts in page.cuts.items()
        }
        page.repeated = len(first)
        shown |= {cut: page for cuts in page.cuts.values() for cut in cuts}
        is_repetition = first and not any(page.cuts.values()) and not page.lines
        if is_repetition and page.old_codes == page.new_codes:
            first[0].same.append(page.address)
        else:
            yield page
