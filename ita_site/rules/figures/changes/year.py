"""Changes of a year's own facts, its survey before all; and of a whole year that came or went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.rules.figures.changes.alignment import pairs
from ita_site.rules.figures.changes.change import About, Noun
from ita_site.rules.figures.changes.fields import differences
from ita_site.rules.figures.changes.measures import measure_changes
from ita_site.rules.figures.changes.reports import report_changes
from ita_site.rules.figures.changes.scores import score_changes
from ita_site.rules.figures.changes.values import as_text
from ita_site.rules.figures.covered import told_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.oit import OitIndex
    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.rules.figures.changes.change import Change


def year_changes(old: YearFacts, new: YearFacts, agency: AgencyFacts) -> Iterator[Change]:
    """Everything of a year that both states have; `agency` is the newer one."""
    folder = f"{agency.prefix}{new.year}/"
    told, planned = told_in(agency, new).slug, new.edition.items.measures.slug
    survey = About(Noun.SURVEY, "แบบสำรวจ EIT", new.year, place=f"{agency.prefix}eit/")
    yield from survey.changes(differences(old.info.eit, new.info.eit), "url")
    yield from report_changes(old, new, f"{folder}{told}/")
    yield from measure_changes(old, new, f"{folder}{planned}/")
    yield from score_changes(old, new, f"{folder}{planned}/")
    yield from _index(old, new, f"{folder}oit/")
    about = About(Noun.YEAR, f"ปีประเมิน {new.year}", new.year, place=folder)
    yield from about.changes(differences(old.info, new.info, "eit"))
    edition = About(Noun.EDITION, "เกณฑ์ที่หน่วยงานระบุเอง", new.year, place=folder)
    yield from edition.changes(differences(old.edition, new.edition))


def year_come(new: YearFacts, agency: AgencyFacts) -> Iterator[Change]:
    """A year that was not there before: what it holds, and its survey's link."""
    place = f"{agency.prefix}{new.year}/"
    yield About(Noun.YEAR, f"ปีประเมิน {new.year}", new.year, place=place).added(_holds(new))
    if new.info.eit.url:
        survey = About(Noun.SURVEY, "แบบสำรวจ EIT", new.year, place=f"{agency.prefix}eit/")
        yield survey.added(new.info.eit.url, loud=True)


def year_gone(old: YearFacts, agency: AgencyFacts) -> Change:
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
        if one is None:
            yield about.added(as_text(other))
        elif other is None:
            yield about.removed(as_text(one), loud=True)
        else:
            yield from about.changes(differences(one, other), "places")
    about = About(Noun.OIT, "หมายเหตุ", new.year, place=page)
    yield from about.changes(differences(before, after, "items"))


def _whole_index(old: OitIndex | None, new: OitIndex | None, about: About) -> Iterator[Change]:
    if new:
        yield about.added(f"{len(new.items)} ข้อ")
    elif old:
        yield about.removed(f"{len(old.items)} ข้อ", loud=True)
