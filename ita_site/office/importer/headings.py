"""What a table's headings mean: the many wordings agencies use, and damaged ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from ita_site.facts.strict_yaml.parse import read
from ita_site.facts.thai.damage import mend
from ita_site.facts.thai.text import compact

if TYPE_CHECKING:
    from collections.abc import Collection

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


def of_round(months: str) -> str:
    """The column that sums up one reporting round."""
    return f"summary {months}"


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """A text for comparing: only its letters, vowels, tone marks and digits."""
    return "".join(sign for sign in compact(mend(text)) if sign.isalnum() or _is_mark(sign))


def likeness(one: str, other: str) -> float:
    """How alike two texts are, 0 to 1, by their bare letters."""
    return SequenceMatcher(None, bare(one), bare(other), autojunk=False).ratio()


@lru_cache(maxsize=8192)
def heading(text: str) -> Heading | None:
    """What a heading's column holds; None for words that are no heading."""
    words = bare(text)
    if not words or len(text) > _LONGEST:
        return None
    if bare_year := _YEAR_ONLY.fullmatch(words):
        return Heading("score", sure=True, year=int(bare_year["year"]))
    if reported := _OF_ROUND.fullmatch(words):
        found = _named(reported["name"])
        if found and found.column == "summary":
            return replace(found, column=of_round(reported["months"]))
    if dated := _OF_YEAR.fullmatch(words):
        found = _named(dated["name"])
        return replace(found, year=int(dated["year"])) if found else None
    return _named(words)


def _named(words: str) -> Heading | None:
    if found := _names().get(words):
        return Heading(found, sure=True)
    return _by_words(words) or _by_likeness(words)


def table_kind(columns: Collection[str]) -> str | None:
    """What a table with these columns holds."""
    columns = {*columns, *(name.split()[0] for name in columns)}
    for kind, rule in _wordings()["tables"].items():
        every, some = rule.get("all", []), rule.get("any")
        if set(every) <= set(columns) and (some is None or set(some) & set(columns)):
            return str(kind)
    return None


def _by_words(words: str) -> Heading | None:
    for column, rule in _wordings()["columns"].items():
        if any(bare(held) in words for held in rule.get("holding", [])):
            return Heading(column, sure=True)
    return None


def _by_likeness(words: str) -> Heading | None:
    near = max(_names(), key=lambda name: _alike(words, name))
    return Heading(_names()[near], sure=False) if _alike(words, near) >= _NEAR else None


def _alike(words: str, name: str) -> float:
    matcher = SequenceMatcher(None, words, name, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _NEAR else 0


def _is_mark(sign: str) -> bool:
    return "\u0e31" <= sign <= "\u0e4e"


@cache
def _names() -> dict[str, str]:
    columns = _wordings()["columns"]
    return {bare(name): column for column, rule in columns.items() for name in rule["names"]}


@cache
def _wordings() -> dict[str, Any]:
    document = read((files(__package__) / "headings.yml").read_bytes())
    assert not document.flaws, document.flaws  # noqa: S101 - our own file
    assert isinstance(document.value, dict)  # noqa: S101
    return document.value
