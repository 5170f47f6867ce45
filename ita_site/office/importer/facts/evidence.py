"""What a cell shows as evidence: titles, each with its link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.spans import Span, says_something
from ita_site.office.importer.document.values import Value, join

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.office.importer.document.draft import Draft

_LINK: Final = re.compile(r"https?://(?:(?![,;|]+https?://)[^\s<>\"“”])+")
_ENDS: Final = ".,;:!?|'’"
_BRACKETS: Final = {")": "(", "]": "["}
_BEFORE_TITLE: Final = re.compile(r"[\s:,;|/)\]–-]*(?:และ\s+)?")
_BEHIND_TITLE: Final = re.compile(r"[\s:,;|/(\[–-]*$")


def read_evidence(listed: list[Span], measure: str, draft: Draft) -> list[Value]:
    """Each title with its link; words without any are kept, and told."""
    return [shown for words in _with_links(listed) for shown in _evidence(words, measure, draft)]


def _with_links(lines: list[Span]) -> list[Span]:
    """Each title with the links that stand alone in the line below it."""
    joined: list[Span] = []
    for words in lines:
        alone = _links(words) and not any(map(_title, _beside(words)))
        if joined and alone and not any(_links(part) for part in joined[-1].parts()):
            joined[-1] = joined[-1].followed_by(words, spaced=True)
        else:
            joined.append(words)
    return joined


def _evidence(words: Span, measure: str, draft: Draft) -> Iterator[Value]:
    """A title and a link each; the titles stand before the links, or else behind them."""
    links = [link for part in words.parts() for link in _links(part)]
    if not links:
        draft.keep_with(measure, words)
        draft.note_reason("หลักฐานไม่มีลิงก์", words)
        draft.doubt(words, f"หลักฐาน “{words}” ไม่มีลิงก์ จึงเก็บไว้ในไฟล์ข้อความที่เหลือ")
        return
    titles = _titles(words)
    titles = titles[:-1] if titles[0] or not titles[-1] else titles[1:]
    for title, link in zip(titles, links, strict=True):
        yield {"title": title or link, "url": link}


def _links(words: Span) -> list[Span]:
    """The links of a stretch, without the signs of the sentence around them."""
    return [words.cut(start, end) for start, end in _places(words.own)]


def _places(own: str) -> list[tuple[int, int]]:
    return [(found.start(), found.start() + _length(found[0])) for found in _LINK.finditer(own)]


def _length(link: str) -> int:
    """How much of a match is the link: not what ends the sentence or closes brackets before it."""
    while link[-1] in _ENDS or link.count(link[-1]) > link.count(_BRACKETS.get(link[-1], link[-1])):
        link = link[:-1]
    return len(link)


def _titles(words: Span) -> list[Span | None]:
    """What stands before the first link, between the links and behind the last one."""
    stretches: list[list[Span]] = [[]]
    for part in words.parts():
        before, *others = _beside(part)
        stretches[-1].append(before)
        stretches += [[each] for each in others]
    titled = ([title for each in listed if (title := _title(each))] for listed in stretches)
    return [join(listed) if listed else None for listed in titled]


def _beside(words: Span) -> list[Span]:
    """The stretches of one source before, between and behind its links."""
    places = _places(words.own)
    starts = [0, *(end for _, end in places)]
    ends = [*(start for start, _ in places), words.end - words.start]
    return [
        Span(words.source, words.start + start, words.start + end)
        for start, end in zip(starts, ends, strict=True)
    ]


def _title(words: Span) -> Span | None:
    """A stretch without the signs that join it to links; None where nothing is left."""
    start = _BEFORE_TITLE.match(words.own)
    begins = start.end() if start else 0
    end = _BEHIND_TITLE.search(words.own, begins)
    title = words.cut(begins, end.start() if end else None)
    return title if says_something(title.own) else None
