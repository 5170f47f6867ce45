"""A table's headings: which rows they are, what each column holds, and what a tick below means.

Agencies word them in many ways, some damaged by scanning; `headings.yml` lists those known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from ita_site.facts.model.progress import Status
from ita_site.facts.strict_yaml.parse import read
from ita_site.facts.thai.damage import mend
from ita_site.facts.thai.text import compact, fold
from ita_site.facts.thai.timeframe import TimeframeKind, parse_timeframe

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from ita_site.office.importer.spans import Span

_OF_YEAR: Final = re.compile(r"(?P<name>.+?)(?:ประจำ)?ปี(?:งบประมาณ)?(?:พศ)?(?P<year>25\d\d)")
_YEAR_ONLY: Final = re.compile(r"(?:(?:ประจำ)?ปี(?:งบประมาณ)?(?:พศ)?|พศ)(?P<year>25\d\d)")
_OF_ROUND: Final = re.compile(r"(?P<name>.+?)(?:ใน)?รอบ(?:ที่)?(?P<months>3|6|9|12)เดือน(?:แรก|หลัง)?")
_NEAR: Final = 0.82
_LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's meaning, whether its wording was known rather than guessed, and its year."""

    column: str
    sure: bool
    year: int | None = None


def round_column(months: str) -> str:
    """The column that sums up one reporting round."""
    return f"summary {months}"


@lru_cache(maxsize=8192)
def letters_only(text: str) -> str:
    """A text for comparing: only its letters, vowels, tone marks and digits."""
    return "".join(sign for sign in compact(mend(text)) if sign.isalnum() or _is_mark(sign))


def is_similar(one: str, other: str, least: float) -> bool:
    """Whether two texts are so much alike; most that are not are told by their length."""
    matcher = SequenceMatcher(None, letters_only(one), letters_only(other), autojunk=False)
    bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    return all(bound() >= least for bound in bounds)


@lru_cache(maxsize=65536)
def similarity(one: str, other: str) -> float:
    """How alike two texts are, 0 to 1, by their bare letters."""
    return SequenceMatcher(None, letters_only(one), letters_only(other), autojunk=False).ratio()


@lru_cache(maxsize=8192)
def parse_heading(text: str) -> Heading | None:
    """What a heading's column holds; None for words that are no heading."""
    words = letters_only(text)
    if not words or len(text) > _LONGEST:
        return None
    if bare_year := _YEAR_ONLY.fullmatch(words):
        return Heading("score", sure=True, year=int(bare_year["year"]))
    if reported := _OF_ROUND.fullmatch(words):
        meaning = _match_name(reported["name"])
        if meaning and meaning.column == "summary":
            return replace(meaning, column=round_column(reported["months"]))
    if dated := _OF_YEAR.fullmatch(words):
        meaning = _match_name(dated["name"])
        return replace(meaning, year=int(dated["year"])) if meaning else None
    return _match_name(words)


def _match_name(words: str) -> Heading | None:
    if column := _known_names().get(words):
        return Heading(column, sure=True)
    return _match_words(words) or _match_similar(words)


def classify_table(columns: Collection[str]) -> str | None:
    """What a table with these columns holds."""
    columns = {*columns, *(name.split()[0] for name in columns)}
    for kind, rule in _load_wordings()["tables"].items():
        every, some = rule.get("all", []), rule.get("any")
        if set(every) <= set(columns) and (some is None or set(some) & set(columns)):
            return str(kind)
    return None


def _match_words(words: str) -> Heading | None:
    for column, rule in _load_wordings()["columns"].items():
        if any(letters_only(held) in words for held in rule.get("holding", [])):
            return Heading(column, sure=True)
    return None


def _match_similar(words: str) -> Heading | None:
    near = max(_known_names(), key=lambda name: _quick_similarity(words, name))
    return (
        Heading(_known_names()[near], sure=False)
        if _quick_similarity(words, near) >= _NEAR
        else None
    )


def _quick_similarity(words: str, name: str) -> float:
    matcher = SequenceMatcher(None, words, name, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _NEAR else 0


def _is_mark(sign: str) -> bool:
    return "\u0e31" <= sign <= "\u0e4e"


@cache
def _known_names() -> dict[str, str]:
    columns = _load_wordings()["columns"]
    return {
        letters_only(name): column for column, rule in columns.items() for name in rule["names"]
    }


@cache
def _load_wordings() -> dict[str, Any]:
    document = read((files(__package__) / "headings.yml").read_bytes())
    assert not document.flaws, document.flaws  # noqa: S101 - our own file
    assert isinstance(document.value, dict)  # noqa: S101
    return document.value


_SIGNS: Final = "/✓✔√☑🗸ü\uf0fc\uf050●•■◼⬤*←→↔⟵⟶⟷<>"
_TICK: Final = re.compile(rf"(?=.*[{_SIGNS}])[{_SIGNS}\s\-–—]+", re.DOTALL)
_SOME_YEAR: Final = 2568
_PERIODS: Final = (TimeframeKind.MONTH, TimeframeKind.QUARTERS)


def find_ticked_column(text: str) -> str | None:
    """What a tick below this heading tells, `timeframe` or `status`; None for other headings."""
    if parse_timeframe(text, fiscal_year=_SOME_YEAR).kind in _PERIODS:
        return "timeframe"
    return "status" if parse_status(text) else None


def is_tick(text: str) -> bool:
    """Whether a cell holds nothing but a tick, a dot or an arrow; a dash is none."""
    return _TICK.fullmatch(text) is not None


def parse_status(text: str) -> Status | None:
    """The status these words are, as officers write it; None for other words."""
    words = {fold(word): Status.parse(code) for word, code in Status.synonyms().items()}
    words |= {fold(name): status for status in Status for name in (status.value, status.label)}
    return words.get(fold(text))


_LONG: Final = 100
_FEWEST_HEADINGS: Final = 2
_LEVELS: Final = 3
_ENTRY: Final = re.compile(r"\s*[(]?[0-9๐-๙]+[.)]")


@dataclass(frozen=True, slots=True)
class TableHead:
    """Headings: the columns they name, the rows they take, and those that were guessed.

    `ticked` holds, for each column, the heading a tick below stands for.
    """

    columns: tuple[str | None, ...]
    rows: tuple[tuple[Span, ...], ...]
    guessed: tuple[Span, ...]
    ticked: tuple[Span | None, ...]

    @property
    def words(self) -> tuple[Span, ...]:
        """All of it that says something."""
        return tuple(words for row in self.rows for words in row if words)


def read_head(rows: Sequence[Sequence[Span]], at: int) -> TableHead | None:
    """The headings that begin in a row; None where it holds something else.

    Args:
        rows: A table's cells.
        at: The row to look at.

    Returns:
        The headings of this row, and of up to two below that have further levels under a
        heading that spans several columns.
    """
    if not _is_head(rows[at]):
        return None
    last = next(
        below for below in range(at, at + _LEVELS) if not _continues_head(rows, at, below + 1)
    )
    taken = tuple(tuple(row) for row in rows[at : last + 1])
    lowest = [_lowest_heading(column) for column in zip(*taken, strict=True)]
    guessed = tuple(words for row in taken for words in row if _is_guess(words))
    ticked = tuple(words if _find_ticked(words) else None for words in lowest)
    return TableHead(
        tuple(_columns([_parse_column_heading(words) for words in lowest])), taken, guessed, ticked
    )


def _lowest_heading(column: tuple[Span, ...]) -> Span:
    """The heading right above a column's cells."""
    return next((words for words in reversed(column) if words), column[0])


def _find_ticked(words: Span) -> str | None:
    return find_ticked_column(words.text) if words else None


def _parse_column_heading(words: Span) -> Heading | None:
    column = _find_ticked(words)
    return Heading(column, sure=True) if column else parse_heading(words.text)


def _columns(meanings: Sequence[Heading | None]) -> Iterator[str | None]:
    """What the columns hold; of scores of several years only the newest are this result's."""
    newest = max((entry.year for entry in meanings if entry and entry.year), default=None)
    planned = any(entry and entry.column in ("measure", "steps") for entry in meanings)
    for entry in meanings:
        if planned and entry and entry.column == "score" and entry.year:
            yield None
            continue
        older = entry is not None and entry.year is not None and entry.year != newest
        yield None if entry is None or older else entry.column


def _is_guess(words: Span) -> bool:
    meaning = _parse_column_heading(words)
    return meaning is not None and not meaning.sure


def _is_head(row: Sequence[Span]) -> bool:
    filled = [words for words in row if words and not _find_ticked(words)]
    meanings = [parse_heading(words.text) for words in filled]
    if any(len(words.text) > _LONG or _ENTRY.match(words.own) for words in filled):
        return False
    named = {entry.column for entry in meanings if entry}
    return len(named) >= _FEWEST_HEADINGS and 2 * sum(map(bool, meanings)) > len(filled)


def _continues_head(rows: Sequence[Sequence[Span]], at: int, below: int) -> bool:
    """Whether a row holds headings that stand under a gap, as a spanning heading leaves it."""
    if below >= min(len(rows), at + _LEVELS) or len(rows[below]) != len(rows[at]):
        return False
    filled = [words for words in rows[below] if words]
    pairs = zip(rows[below], rows[at], strict=True)
    under_gap = any(words and not above for words, above in pairs)
    return under_gap and len(filled) < len(rows[at]) and all(map(_parse_column_heading, filled))


_WIDTH: Final = 2
_FEWEST_ROWS: Final = 3


def read_form_columns(rows: Sequence[Sequence[Span]]) -> tuple[str, ...]:
    """What each row of a form on measures holds.

    Args:
        rows: A table's cells.

    Returns:
        A column for each row, its first being the measure; empty when the table is no form.
    """
    if len(rows) < _FEWEST_ROWS or any(len(row) != _WIDTH for row in rows):
        return ()
    meanings = [parse_heading(name.text) if name else None for name, _ in rows]
    columns = tuple(entry.column for entry in meanings if entry)
    whole = len(columns) == len(rows) and columns[0] == "measure"
    is_form = whole and len({*columns}) >= _FEWEST_ROWS and classify_table(columns) == "measures"
    return columns if is_form else ()
