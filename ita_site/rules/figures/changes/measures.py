"""Changes of the measures: begun, ended, reworded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.rules.figures.changes.alignment import pairs
from ita_site.rules.figures.changes.change import About, Noun
from ita_site.rules.figures.changes.fields import differences, filled
from ita_site.rules.figures.headings import heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.measures import Measure
    from ita_site.facts.model.publication import YearFacts
    from ita_site.rules.figures.changes.change import Change
    from ita_site.rules.figures.changes.fields import Difference

REFERENCES = ("findings", "urgent_fixes", "improvements")
TOLD = ("steps", "units", "timeframes")


def measure_changes(old: YearFacts, new: YearFacts, page: str) -> Iterator[Change]:
    """Measure by measure, as its id says which is which; `page` is where they are shown."""
    for before, after, number in pairs(old.measures.measures, new.measures.measures):
        shown, year = (after, new) if after else (before, old)
        about = _about(shown, year, number, page)
        if before is None:
            yield about.added(filled(after, TOLD))
        elif after is None:
            yield about.removed(filled(before, TOLD), loud=True)
        else:
            found = differences(before, after)
            yield from about.changes(_in_words(entry, old, new) for entry in found)


def _in_words(found: Difference, old: YearFacts, new: YearFacts) -> Difference:
    """What a measure answers is told in its own words, not by the id that stands for it."""
    if found.root not in REFERENCES:
        return found
    before, after = _points(old, found.root), _points(new, found.root)
    return replace(found, old=before.get(found.old, found.old), new=after.get(found.new, found.new))


def _points(year: YearFacts, name: str) -> dict[str, str]:
    given = getattr(year.assessment.analysis, name) if year.assessment else ()
    return {point.id: point.text for point in given if point.id}


def _about(measure: Measure, year: YearFacts, number: int, page: str) -> About:
    name = heading(measure, number, year, year.edition)
    place = f"{page}#measure-{measure.id}"
    return About(Noun.MEASURE, name, year.year, measure.id, place)
