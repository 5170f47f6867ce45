"""Each criterion of a year's two items, judged by what is really on their pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ita_site.facts.model.edition import Sight
from ita_site.rules.checks.page_facts import PageFact, read_page_facts
from ita_site.rules.checks.texts import says_only_done
from ita_site.rules.checks.weak import weak_points
from ita_site.rules.figures.criteria import Outcome, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ita_site.facts.model.edition import Criterion, Item
    from ita_site.facts.model.publication import YearFacts

MEASURE = "measure-"
LONGEST_SEEN = 120
"""Letters of what an assessor sees first."""
POINTS = frozenset({"summaries", "urgent_fixes", "improvements", "findings", "recommendations"})

OF_THE_PAGE: Mapping[Sight, frozenset[str]] = {
    Sight.RESULT: frozenset({"result"}),
    Sight.ANALYSIS: POINTS,
    Sight.URGENT_FIXES: frozenset({"urgent_fixes"}),
    Sight.IMPROVEMENTS: frozenset({"improvements"}),
    Sight.LIMITATIONS: frozenset({"limitations"}),
    Sight.APPROVAL: frozenset({"approval"}),
    Sight.EIT_QR: frozenset({"eit-qr"}),
}
"""Seen when any of these facts stands on the page."""
OF_EVERY_MEASURE: Mapping[Sight, frozenset[str]] = {
    Sight.BASIS: frozenset({"group", "basis"}),
    Sight.UNITS: frozenset({"units"}),
    Sight.STEPS: frozenset({"steps"}),
    Sight.TIMEFRAME: frozenset({"timeframe"}),
    Sight.SCHEDULE: frozenset({"timeframe", "monitoring"}),
    Sight.MONITORING: frozenset({"monitoring"}),
    Sight.PROGRESS: frozenset({"summary", "outcome", "status"}),
    Sight.SUMMARY: frozenset({"summary"}),
    Sight.OUTCOME: frozenset({"outcome"}),
}
"""Seen when each measure on the page shows any of these facts."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one thing looks like: the places where it is, or what is missing, in Thai.

    `doubt` says why only a person can tell; `first_seen` are its first words.
    """

    places: tuple[str, ...] = ()
    missing: str = ""
    doubt: str = ""
    first_seen: str = ""


@dataclass(frozen=True)
class ItemPage:
    """An item's page: where it is, what it holds, and the data file behind it."""

    item: Item
    address: str
    markdown: str
    file: str
    year: YearFacts

    @cached_property
    def facts(self) -> tuple[PageFact, ...]:
        """Every fact it shows."""
        return read_page_facts(self.markdown)

    @cached_property
    def measures(self) -> dict[str, str]:
        """The measures it shows: anchor and heading."""
        cards = (fact for fact in self.facts if fact.fact == "measure")
        return {fact.place: fact.text for fact in cards}

    @property
    def covered_year(self) -> str:
        """The fiscal year the item asks for."""
        return str(self.year.year + self.item.covers)


def judge(page: ItemPage) -> Iterator[Verdict]:
    """A verdict for each criterion of the item, in order."""
    for criterion in page.item.criteria:
        yield _verdict(page, criterion)


def _verdict(page: ItemPage, criterion: Criterion) -> Verdict:
    looks = [_look(page, sight) for sight in criterion.shows]
    missing = [look.missing for look in looks if look.missing]
    doubts = [look.doubt for look in looks if look.doubt]
    anchors = dict.fromkeys(place for look in looks for place in look.places)
    outcome, reason = Outcome.MET, ""
    if missing:
        outcome, reason = Outcome.NOT_MET, " · ".join(missing)
    elif doubts:
        outcome, reason = Outcome.BY_HAND, " · ".join(doubts)
    elif not criterion.shows:
        outcome, reason = Outcome.BY_HAND, criterion.by_hand or "โปรแกรมตัดสินข้อนี้ไม่ได้"
    elif criterion.by_hand:
        reason = f"คนต้องดูเองด้วยว่า{criterion.by_hand}"
    places = tuple(f"{page.address}#{anchor}" for anchor in anchors) or (page.address,)
    seen = next((look.first_seen for look in looks if look.first_seen), "")
    weak = (it for sight in criterion.shows for it in weak_points(sight, page.facts, page.measures))
    return Verdict(
        *(page.item, criterion, outcome, reason, places, page.file),
        first_seen=_shortened(seen) if outcome is not Outcome.NOT_MET else "",
        weak=tuple(dict.fromkeys(weak)),
    )


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_SEEN else f"{text[:LONGEST_SEEN].rsplit(' ', 1)[0]} …"


def _look(page: ItemPage, sight: Sight) -> Look:
    if sight in OF_THE_PAGE:
        found = [entry for entry in page.facts if entry.fact in OF_THE_PAGE[sight]]
        if not found:
            return Look(missing=f"ยังไม่มี{sight.label}")
        return Look((found[0].place,), first_seen=found[0].text)
    if sight in OF_EVERY_MEASURE:
        return _look_at_measures(page, sight)
    return SPECIAL[sight](page)


def _look_at_measures(page: ItemPage, sight: Sight) -> Look:
    facts = OF_EVERY_MEASURE[sight]
    having = {entry.place for entry in page.facts if entry.fact in facts}
    lacking = [anchor for anchor in page.measures if anchor not in having]
    if not page.measures:
        return Look(missing=f"ยังไม่มี{sight.label} {_why_empty(page)}")
    if lacking:
        numbers = [str(at) for at, anchor in enumerate(page.measures, 1) if anchor in lacking]
        what = sight.label.removesuffix("ของทุกมาตรการ")
        if len(lacking) == len(page.measures):
            return Look(missing=f"ยังไม่มี{what}ของมาตรการใด")
        return Look(missing=f"ยังไม่มี{what}ของมาตรการลำดับที่ {', '.join(numbers)}")
    doubt = DOUBTS[sight](page) if sight in DOUBTS else ""
    first = next(iter(page.measures))
    seen = next(it.text for it in page.facts if it.fact in facts and it.place == first)
    return Look((first,), doubt=doubt, first_seen=seen)


def _why_empty(page: ItemPage) -> str:
    """Why an item's page shows no measure: none is there, or only those of another year."""
    if page.item.covers == 0:
        return "เพราะยังไม่มีมาตรการ"
    why = f"เพราะข้อนี้ถามถึงปีงบประมาณ {page.covered_year} ซึ่งยังไม่มีมาตรการในข้อมูล"
    if not page.year.progress.progress:
        return why
    year = page.year.implementation_year
    return f"{why} ส่วนผลของปีงบประมาณ {year} แสดงที่หน้า “ความก้าวหน้าปี {year}”"


def _nothing_to_follow(page: ItemPage) -> str:
    """A measure's group alone does not say what of the result it answers."""
    analysed = any(entry.fact in POINTS for entry in page.facts)
    return "" if analysed else "หน้านี้ไม่มีผลการวิเคราะห์ จึงบอกไม่ได้ว่ามาตรการสอดคล้องหรือไม่"


def _only_done(page: ItemPage) -> str:
    """A summary that only says that something was done."""
    summaries = [entry for entry in page.facts if entry.fact == "summary"]
    empty = {entry.place for entry in summaries if says_only_done(entry.text)}
    empty -= {entry.place for entry in summaries if not says_only_done(entry.text)}
    numbers = [str(at) for at, anchor in enumerate(page.measures, 1) if anchor in empty]
    return f"มาตรการลำดับที่ {', '.join(numbers)} สรุปเพียงว่าทำแล้ว ไม่บอกว่าทำอะไร" if numbers else ""


DOUBTS: Mapping[Sight, Callable[[ItemPage], str]] = {
    Sight.BASIS: _nothing_to_follow,
    Sight.SUMMARY: _only_done,
}


def _measures(page: ItemPage) -> Look:
    if not page.measures:
        return Look(missing="ยังไม่มีมาตรการ")
    return Look(("measures",), first_seen=next(iter(page.measures.values())))


def _topics(page: ItemPage) -> Look:
    """Every topic of the year named by the analysis, not only by a measure."""
    groups = [entry for entry in page.facts if entry.fact == "group"]
    named = [entry for entry in groups if not entry.place.startswith(MEASURE)]
    texts = {entry.text for entry in named}
    lacking = [str(topic.no) for topic in page.year.edition.topics if topic.name not in texts]
    if lacking:
        return Look(missing=f"ยังไม่มีการวิเคราะห์ของประเด็นที่ {', '.join(lacking)}")
    return Look((named[0].place,), first_seen=named[0].text)


def _period(page: ItemPage) -> Look:
    periods = [entry for entry in page.facts if entry.fact == "period"]
    reported = any(entry.fact in ("summary", "outcome") for entry in page.facts)
    named = [entry for entry in periods if page.covered_year in entry.text]
    if reported and named:
        return Look(("top",), first_seen=named[0].text)
    return Look(missing=f"ยังไม่มีผลของปีงบประมาณ {page.covered_year}")


SPECIAL: Mapping[Sight, Callable[[ItemPage], Look]] = {
    Sight.MEASURES: _measures,
    Sight.TOPICS: _topics,
    Sight.PERIOD: _period,
}
