"""One change of a fact, as a reader takes it in: whose, which field, from what, to what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_site.facts.model.labelled import Labelled
from ita_site.rules.figures.changes.difference import Difference, Kind
from ita_site.rules.figures.changes.weakening import is_rewriting, is_weakening, weakens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.model.base import Fact


SURVEY_LINK = "url"
"""The field of `Eit` that holds it."""


class Noun(Labelled):
    """What the fact is about, in the order in which a reviewer should look."""

    SURVEY = "survey", "แบบวัด EIT"
    CHANNEL = "channel", "ช่องทางร้องเรียน"
    REPORT = "report", "ผลการดำเนินการ"
    MEASURE = "measure", "มาตรการ"
    SCORE = "score", "คะแนนและข้อคำถาม"
    ANALYSIS = "analysis", "การวิเคราะห์ผลประเมิน"
    OIT = "oit", "รายการข้อมูล OIT"
    YEAR = "year", "ข้อมูลทั่วไป"
    EDITION = "edition", "เกณฑ์ของปี"
    AGENCY = "agency", "ข้อมูลหน่วยงาน"

    @property
    def one(self) -> str:
        """What a single one is called."""
        return ONE.get(self, self.label)


ONE = {
    Noun.REPORT: "รายงานผล",
    Noun.SCORE: "คะแนน",
    Noun.ANALYSIS: "การวิเคราะห์",
    Noun.OIT: "รายการ OIT",
    Noun.EDITION: "เกณฑ์",
    Noun.AGENCY: "หน่วยงาน",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that is not what it was.

    `subject` names what it belongs to in Thai (a measure's title, a channel's label), `field`
    what of it changed, empty for the whole. `old` and `new` are texts as a page shows them,
    empty for nothing; those of a whole have a line for each of its fields. `key` is the
    subject's identity in the data and `place` its address below the site's root, both empty
    where there is none. `loud` marks what a reviewer must not miss. `name` is the field's in the
    model, empty for the whole.
    """

    noun: Noun
    kind: Kind
    subject: str
    field: str = ""
    old: str = ""
    new: str = ""
    year: int | None = None
    key: str = ""
    place: str = ""
    loud: bool = False
    name: str = ""

    @property
    def is_survey_link(self) -> bool:
        """Whether it is the address to which the public's survey leads."""
        return self.noun is Noun.SURVEY and self.name == SURVEY_LINK

    @property
    def subject_key(self) -> tuple[object, ...]:
        """The same for all changes of one subject."""
        return (self.noun, self.year, self.key, self.subject)


@dataclass(frozen=True, slots=True)
class About:
    """What the changes of one subject have in common."""

    noun: Noun
    subject: str
    year: int | None = None
    key: str = ""
    place: str = ""

    def added(self, new: str, *, loud: bool = False, name: str = "") -> Change:
        """The whole subject is new."""
        return replace(self._change(Kind.ADDED), new=new, loud=loud, name=name)

    def removed(self, old: str, *, loud: bool = False) -> Change:
        """The whole subject is gone."""
        return replace(self._change(Kind.REMOVED), old=old, loud=loud)

    def entry(self, old: Fact | None, new: Fact | None, shown: str) -> Change:
        """It came or went; one of both is None. `shown` says what it holds or held."""
        loud = weakens(old, new)
        return self.added(shown, loud=loud) if new else self.removed(shown, loud=loud)

    def changes(self, differences: Iterable[Difference], *, past: bool = False) -> Iterator[Change]:
        """Its fields that differ. `past`: what it speaks of is over, and was reported."""
        for difference in differences:
            yield replace(
                self._change(difference.kind),
                field=difference.label,
                old=difference.old,
                new=difference.new,
                loud=is_weakening(difference) or (past and is_rewriting(difference)),
                name=difference.root,
            )

    def _change(self, kind: Kind) -> Change:
        return Change(self.noun, kind, self.subject, year=self.year, key=self.key, place=self.place)


def loud_first(changes: Iterable[Change]) -> tuple[Change, ...]:
    """In the order of reading: the newest year first, within it by noun; loud ones before all."""
    order = list(Noun)
    return tuple(
        sorted(
            changes,
            key=lambda change: (not change.loud, -(change.year or 9999), order.index(change.noun)),
        )
    )
