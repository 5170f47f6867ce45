"""Changes within a year: its reports, measures, scores, index and settings; of a whole year too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.facts.model.assessment import Assessment
from ita_site.facts.thai.fiscal import round_due
from ita_site.rules.figures.changes.change import SURVEY_LINK, About, Noun
from ita_site.rules.figures.changes.fields import as_text, differences, filled, pairs
from ita_site.rules.figures.covered import reporting_item
from ita_site.rules.figures.headings import heading
from ita_site.rules.figures.rounds import WHOLE_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.base import Fact
    from ita_site.facts.model.edition import Criterion, Edition, Item
    from ita_site.facts.model.measures import Measure
    from ita_site.facts.model.oit import OitIndex
    from ita_site.facts.model.progress import Report
    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.facts.model.year import YearInfo
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.rules.figures.changes.change import Change
    from ita_site.rules.figures.changes.difference import Difference
REPORT_PARTS = (
    *("status", "percent_done", "summary", "outcomes", "reached", "obstacles", "suggestions"),
    *("evidence", "pictures"),
)
REFERENCES = ("findings", "urgent_fixes", "improvements")
MEASURE_PARTS = ("objective", "steps", "units", "timeframes", "targets", "budget")
SCORES = ("total", "instruments", "indicators", "questions")


def year_changes(
    old: YearFacts, new: YearFacts, agency: AgencyFacts, today: BEDate | None
) -> Iterator[Change]:
    """Everything of a year that both states have; `agency` is the newer one.

    Without a day it is not known which rounds are over.
    """
    folder = f"{agency.prefix}{new.year}/"
    reporting, planned = reporting_item(agency, new).slug, new.edition.items.measures.slug
    survey = About(Noun.SURVEY, "แบบวัด EIT", new.year, place=f"{agency.prefix}eit/")
    yield from survey.changes(differences(old.info.eit, new.info.eit))
    yield from _report_changes(old, new, f"{folder}{reporting}/", today)
    yield from _measure_changes(old, new, f"{folder}{planned}/")
    yield from _score_changes(old, new, f"{folder}{planned}/")
    yield from _index(old, new, f"{folder}oit/")
    about = About(Noun.YEAR, f"ปีประเมิน {new.year}", new.year, place=folder)
    yield from about.changes(differences(_papers(old.info), _papers(new.info), "eit"))
    yield from _edition_changes(old.edition, new.edition, new.year, folder)


def _papers(info: YearInfo) -> YearInfo:
    """With every memo in one list, however it is written."""
    return info.model_copy(update={"memo": None, "memos": info.all_memos})


def _edition_changes(old: Edition, new: Edition, year: int, place: str) -> Iterator[Change]:
    """What the year asks, as the agency states it: criterion by criterion, then all else."""
    for name in ("measures", "results"):
        before, after = getattr(old.items, name), getattr(new.items, name)
        for one, other, _ in pairs(before.criteria, after.criteria):
            yield from _criterion_changes(one, other, after, year, place)
        about = About(Noun.EDITION, f"ข้อ {before.code}", year, before.code, place)
        yield from about.changes(differences(before, after, "criteria"))
    about = About(Noun.EDITION, "เกณฑ์ที่หน่วยงานระบุเอง", year, place=place)
    yield from about.changes(differences(old, new, "items"))


def _criterion_changes(
    old: Criterion | None, new: Criterion | None, item: Item, year: int, place: str
) -> Iterator[Change]:
    shown = old or new
    assert shown  # noqa: S101 - a pair has at least one
    about = About(Noun.EDITION, f"ข้อ {item.code} {shown.text}", year, shown.id, place)
    if old and new:
        yield from about.changes(differences(old, new))
    else:
        yield about.entry(old, new, as_text(shown.shows))


def year_added(new: YearFacts, agency: AgencyFacts) -> Iterator[Change]:
    """A year that was not there before: what it holds, and its survey's link."""
    place = f"{agency.prefix}{new.year}/"
    yield About(Noun.YEAR, f"ปีประเมิน {new.year}", new.year, place=place).added(_holds(new))
    if new.info.eit.url:
        survey = About(Noun.SURVEY, "แบบวัด EIT", new.year, place=f"{agency.prefix}eit/")
        yield survey.added(new.info.eit.url, loud=True, name=SURVEY_LINK)


def year_removed(old: YearFacts, agency: AgencyFacts) -> Change:
    """A year that is no longer there."""
    place = f"{agency.prefix}{old.year}/"
    about = About(Noun.YEAR, f"ปีประเมิน {old.year}", old.year, place=place)
    return about.removed(_holds(old), loud=True)


def _holds(year: YearFacts) -> str:
    measures, reports = len(year.measures.measures), len(year.progress.progress)
    return f"มาตรการ {measures} เรื่อง รายงาน {reports} ครั้ง"


def _index(old: YearFacts, new: YearFacts, page: str) -> Iterator[Change]:
    if old.oit is None or new.oit is None:
        yield from _whole_index(old.oit, new.oit, About(Noun.OIT, "ทุกข้อ", new.year, place=page))
        return
    before, after = old.oit, new.oit
    for one, other, _ in pairs(before.items, after.items):
        code = (other or one).code
        about = About(Noun.OIT, f"ข้อ {code}", new.year, code, page)
        if one and other:
            yield from about.changes(differences(one, other))
        else:
            yield about.entry(one, other, as_text(other or one))
    about = About(Noun.OIT, "หมายเหตุ", new.year, place=page)
    yield from about.changes(differences(before, after, "items"))


def _whole_index(old: OitIndex | None, new: OitIndex | None, about: About) -> Iterator[Change]:
    if shown := new or old:
        yield about.entry(old, new, f"{len(shown.items)} ข้อ")


def _report_changes(
    old: YearFacts, new: YearFacts, page: str, today: BEDate | None
) -> Iterator[Change]:
    """Report by report: one measure's of one round. `page` is where they are shown."""
    for before, after, _ in pairs(_renamed_reports(old, new), new.progress.progress):
        shown, year = (after, new) if after else (before, old)
        about = _report_about(shown, year, page)
        if before and after:
            changed = differences(before, after, "measure", "round")
            yield from about.changes(changed, past=_is_over(before, year, today))
        else:
            yield about.entry(before, after, filled(shown, REPORT_PARTS))
    about = About(Noun.REPORT, "หมายเหตุถึงผู้อ่าน", new.year, place=page)
    yield from about.changes(differences(old.progress, new.progress, "progress"))


def _renamed_reports(old: YearFacts, new: YearFacts) -> tuple[Report, ...]:
    """The former reports by the ids that their measures have now."""
    both = (pair for pair in pairs(old.measures.measures, new.measures.measures) if all(pair[:2]))
    renamed = {before.id: after.id for before, after, _ in both if before.id != after.id}
    return tuple(
        report.model_copy(update={"measure": renamed[report.measure]})
        if report.measure in renamed
        else report
        for report in old.progress.progress
    )


def _is_over(report: Report, year: YearFacts, today: BEDate | None) -> bool:
    """Whether the round of which it speaks has passed."""
    due = round_due(year.implementation_year, report.round or WHOLE_YEAR)
    return today is not None and due < today


def _report_about(report: Report, year: YearFacts, page: str) -> About:
    period = f"รอบ {report.round} เดือน" if report.round else "ทั้งปี"
    name = _measure_name(report.measure, year)
    key = f"{report.measure}/{report.round or 'year'}"
    return About(
        Noun.REPORT, f"{name} ({period})", year.year, key, f"{page}#measure-{report.measure}"
    )


def _measure_name(measure_id: str, year: YearFacts) -> str:
    for number, measure in enumerate(year.measures.measures, start=1):
        if measure.id == measure_id:
            return heading(measure, number, year, year.edition)
    return measure_id


def _measure_changes(old: YearFacts, new: YearFacts, page: str) -> Iterator[Change]:
    """Measure by measure, as its id says which is which; `page` is where they are shown."""
    for before, after, number in pairs(old.measures.measures, new.measures.measures):
        shown, year = (after, new) if after else (before, old)
        about = _measure_about(shown, year, number, page)
        if before and after:
            changed = differences(before, after)
            yield from about.changes(_in_words(entry, old, new) for entry in changed)
        else:
            yield about.entry(before, after, filled(shown, MEASURE_PARTS))


def _in_words(difference: Difference, old: YearFacts, new: YearFacts) -> Difference:
    """What a measure answers is told in its own words, not by the id that stands for it."""
    if difference.root not in REFERENCES:
        return difference
    before, after = _points(old, difference.root), _points(new, difference.root)
    return replace(
        difference,
        old=before.get(difference.old, difference.old),
        new=after.get(difference.new, difference.new),
    )


def _points(year: YearFacts, name: str) -> dict[str, str]:
    given = getattr(year.assessment.analysis, name) if year.assessment else ()
    return {point.id: point.text for point in given if point.id}


def _measure_about(measure: Measure, year: YearFacts, number: int, page: str) -> About:
    name = heading(measure, number, year, year.edition)
    place = f"{page}#measure-{measure.id}"
    return About(Noun.MEASURE, name, year.year, measure.id, place)


def _score_changes(old: YearFacts, new: YearFacts, page: str) -> Iterator[Change]:
    """The scores from the total down, then the analysis. `page` is where they are shown."""
    before, after = old.assessment or Assessment(), new.assessment or Assessment()
    total = _score_about("คะแนนรวม", new, "total", page)
    yield from _score_change(total, before.total, after.total)
    for name, key, called in (
        ("instruments", "code", "เครื่องมือ"),
        ("indicators", "no", "ตัวชี้วัดที่"),
    ):
        for one, other, _ in pairs(getattr(before, name), getattr(after, name)):
            code = str(getattr(other or one, key))
            yield from _score_change(_score_about(f"{called} {code}", new, code, page), one, other)
    for one, other, _ in pairs(before.questions, after.questions):
        key = (other or one).key
        yield from _score_change(_score_about(f"ข้อคำถาม {key}", new, key, page), one, other)
    about = About(Noun.ANALYSIS, f"ผลประเมินปี {new.result_year}", new.year, place=page)
    yield from about.changes(differences(before, after, *SCORES))


def _score_about(subject: str, year: YearFacts, key: str, page: str) -> About:
    return About(Noun.SCORE, subject, year.year, key, page)


def _score_change(about: About, before: Fact | None, after: Fact | None) -> Iterator[Change]:
    if before and after:
        yield from about.changes(differences(before, after))
    elif shown := after or before:
        yield about.entry(before, after, _score_text(shown))


def _score_text(entry: Fact) -> str:
    score = as_text(getattr(entry, "score", None))
    return score if not hasattr(entry, "text") else as_text((entry.text, score))
