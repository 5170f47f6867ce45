"""The numbers before the entries of a list: those its document prints, else counted ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from ita_site.facts.thai.numerals import to_arabic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.facts.model.measures import Measure
    from ita_site.facts.model.publication import YearFacts

NOT_DIGITS = re.compile(r"[^\d.]+")


class Numbered(Protocol):
    """An entry of a list."""

    @property
    def label_as_printed(self) -> str | None:
        """Its number as its document prints it, such as `๒.` or `(2.1)`."""


def printed_numbers(entries: Sequence[Numbered]) -> tuple[str, ...]:
    """The printed number of each entry, empty for one without; () where counting gives the same."""
    labels = _labels(entries)
    return () if _as_counted(labels) else labels


def numbered(entries: Sequence[Numbered], texts: Sequence[str]) -> tuple[str, ...]:
    """The entries' texts behind their numbers; one alone that has none printed stands without."""
    labels = _labels(entries)
    if not all(labels) and _as_counted(labels):
        labels = tuple(f"{at}." if len(labels) > 1 else "" for at in range(1, len(labels) + 1))
    return tuple(f"{label} {text}".strip() for label, text in zip(labels, texts, strict=True))


def _labels(entries: Sequence[Numbered]) -> tuple[str, ...]:
    return tuple(to_arabic(entry.label_as_printed or "") for entry in entries)


def _as_counted(labels: tuple[str, ...]) -> bool:
    return all(not label or _digits(label) == str(at) for at, label in enumerate(labels, 1))


def measure_number(measure: Measure, at: int, year: YearFacts) -> str:
    """The number of a measure, `at` counted from 1; empty where only others have one printed."""
    if any(one.label_as_printed for one in year.measures.measures):
        return to_arabic(measure.label_as_printed or "").partition(" ")[0]
    return f"{at}."


def begins_anew(year: YearFacts) -> bool:
    """Whether a number stands before several of a year's measures, as where each section counts."""
    printed = [one.label_as_printed for one in year.measures.measures if one.label_as_printed]
    return len(set(printed)) < len(printed)


def title_numbers(measure: Measure, at: int, year: YearFacts) -> tuple[str, ...]:
    """A number for each name of a measure: several have those printed, else `4.1` and `4.2`."""
    number, titles = measure_number(measure, at, year), len(measure.titles)
    printed = to_arabic(measure.label_as_printed or "").split()
    if titles <= 1:
        return (number,)
    if len(printed) == titles:
        return tuple(printed)
    within = _digits(number) or str(at)
    return tuple(f"{within}.{part}" for part in range(1, titles + 1))


def _digits(label: str) -> str:
    return NOT_DIGITS.sub("", label).strip(".")
