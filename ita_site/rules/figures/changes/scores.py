"""Changes of the result that was analysed: scores, questions, and what was read from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.model.assessment import Assessment, Total
from ita_site.rules.figures.changes.alignment import pairs
from ita_site.rules.figures.changes.change import About, Noun
from ita_site.rules.figures.changes.fields import differences
from ita_site.rules.figures.changes.values import as_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.base import Fact
    from ita_site.facts.model.publication import YearFacts
    from ita_site.rules.figures.changes.change import Change

SCORES = ("total", "instruments", "indicators", "questions")


def score_changes(old: YearFacts, new: YearFacts, page: str) -> Iterator[Change]:
    """The scores from the total down, then the analysis. `page` is where they are shown."""
    before, after = old.assessment or Assessment(), new.assessment or Assessment()
    total = _about("คะแนนรวม", new, "total", page)
    yield from _entry(total, before.total, after.total)
    for name, called in (("instruments", "เครื่องมือ"), ("indicators", "ตัวชี้วัดที่")):
        for one, other, _ in pairs(getattr(before, name), getattr(after, name)):
            code = _code(other or one)
            yield from _entry(_about(f"{called} {code}", new, code, page), one, other)
    for one, other, _ in pairs(before.questions, after.questions):
        key = (other or one).key
        yield from _entry(_about(f"ข้อคำถาม {key}", new, key, page), one, other)
    about = About(Noun.ANALYSIS, f"ผลประเมินปี {new.result_year}", new.year, place=page)
    yield from about.changes(differences(before, after, *SCORES))


def _about(subject: str, year: YearFacts, key: str, page: str) -> About:
    return About(Noun.SCORE, subject, year.year, key, page)


def _code(score: Fact) -> str:
    return str(getattr(score, "code", None) or getattr(score, "no", ""))


def _entry(about: About, before: Fact | None, after: Fact | None) -> Iterator[Change]:
    if before is None and after is not None:
        yield about.added(_said(after), loud=isinstance(after, Total))
    elif after is None and before is not None:
        yield about.removed(_said(before), loud=True)
    elif before is not None and after is not None:
        yield from about.changes(differences(before, after), "score")


def _said(entry: Fact) -> str:
    score = as_text(getattr(entry, "score", None))
    return score if not hasattr(entry, "text") else as_text((entry.text, score))
