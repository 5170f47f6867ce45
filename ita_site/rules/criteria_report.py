"""What is printed beside the problems: the criteria's verdicts, and which agencies were left out.

A verdict stops nothing: it tells an officer what an assessor will see.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ita_site.facts.model.edition import Sight
from ita_site.rules.figures.criteria import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ita_site.facts.problems import Language
    from ita_site.rules.figures.criteria import Verdict, Verdicts

CHECK = {
    "th": " (* เกณฑ์ยังไม่ยืนยัน ตรวจกับคู่มือของปี)",
    "en": " (* check with the year's manual)",
}
"""What the mark behind a criterion means, told once an item."""
WEAK = {"th": "อ่อน", "en": "weak"}
MANY = 20
"""Years of agencies; of more, a terminal shows the total alone."""
ENGLISH = {Outcome.MET: "met", Outcome.NOT_MET: "not met", Outcome.BY_HAND: "judge by hand"}


def as_text(verdicts: Mapping[str, Verdicts], language: Language = "th") -> str:
    """What must be known of each year, then a paragraph an item, with a line a criterion."""
    loud = [f"!! /{address}: {text}" for address, it in verdicts.items() for text in it.notices]
    return "\n".join([*loud, *(_paragraph(*entry, language) for entry in _by_item(verdicts))])


def as_json(verdicts: Mapping[str, Verdicts], language: Language = "th") -> str:  # noqa: ARG001 - as its neighbours
    """A list of objects with every part of each verdict."""
    entries = [_entry(verdict) for _, of_item in _by_item(verdicts) for verdict in of_item]
    return json.dumps(entries, ensure_ascii=False, indent=2)


FORMS: Mapping[str, Callable[[Mapping[str, Verdicts], Language], str]] = {
    "text": as_text,
    "json": as_json,
}


def text_for_check(verdicts: Mapping[str, Verdicts], language: Language = "th") -> str:
    """What a check prints: everything, or of many years only how many are met."""
    write = as_text if len(verdicts) <= MANY else summary
    return write(verdicts, language)


def summary(verdicts: Mapping[str, Verdicts], language: Language = "th") -> str:
    """A line for each year of each agency: the checklist's address and the counts; of many, one."""
    if len(verdicts) > MANY:
        return _total(verdicts, language)
    return "\n".join(_counts(address, of_year, language) for address, of_year in verdicts.items())


def left_out(names: tuple[str, ...], language: Language = "th") -> str:
    """Which agencies of a portal a notice stands for, a line each."""
    if language == "en":
        head = f"left out: {len(names)} agencies with errors; a notice stands in their place"
    else:
        head = f"เว็บไซต์นี้ขาด {len(names)} หน่วยงานที่ข้อมูลยังต้องแก้ มีประกาศแสดงแทน"
    return "\n".join([head, *(f"  {name}" for name in names)])


def all_met(verdicts: Mapping[str, Verdicts]) -> bool:
    """Whether no criterion that can be judged is left unmet."""
    return not any(of_year.count(Outcome.NOT_MET) for of_year in verdicts.values())


def has_measures(verdicts: Mapping[str, Verdicts]) -> bool:
    """Whether the pages of any year show a measure."""
    listed = (verdict for of_year in verdicts.values() for verdict in of_year.verdicts)
    asking = (each for each in listed if Sight.MEASURES in each.criterion.shows)
    return any(place.endswith("#measures") for each in asking for place in each.places)


def _by_item(verdicts: Mapping[str, Verdicts]) -> Iterator[tuple[str, tuple[Verdict, ...]]]:
    for address, of_year in verdicts.items():
        for item in {verdict.item.code: verdict.item for verdict in of_year.verdicts}.values():
            yield address, of_year.of_item(item)


def _total(verdicts: Mapping[str, Verdicts], language: Language) -> str:
    met = sum(all_met({address: of_year}) for address, of_year in verdicts.items())
    return total(met, len(verdicts), language)


def total(met: int, years: int, language: Language = "th") -> str:
    """In how many of the years of all agencies all criteria are met."""
    if language == "en":
        return f"criteria: all met in {met} of {years} years of agencies; /compare/ has each"
    return f"ครบทุกเกณฑ์ที่ตรวจได้ {met} จาก {years} ปีของทุกหน่วยงาน ดูทีละหน่วยงานที่หน้า /compare/"


def _counts(address: str, verdicts: Verdicts, language: Language) -> str:
    items = {verdict.item.code: verdict.item for verdict in verdicts.verdicts}
    counts = [f"{code} {_met(verdicts.of_item(item), language)}" for code, item in items.items()]
    return f"/{address}checklist/: {' · '.join(counts)}"


def _paragraph(address: str, verdicts: tuple[Verdict, ...], language: Language) -> str:
    item = verdicts[0].item
    head = f"{item.code} /{address}{item.slug}/: {_met(verdicts, language)}"
    head += CHECK[language] if any(map(_is_marked, verdicts)) else ""
    return "\n".join([head, *(line for verdict in verdicts for line in _lines(verdict, language))])


def _lines(verdict: Verdict, language: Language) -> Iterator[str]:
    yield _line(verdict, language)
    yield from (f"      {WEAK[language]}: {weak}" for weak in verdict.weak)


def _is_marked(verdict: Verdict) -> bool:
    """Whether its criterion is to be checked, where it is not met for certain."""
    return verdict.criterion.needs_checking and verdict.outcome is not Outcome.MET


def _line(verdict: Verdict, language: Language) -> str:
    """Short where all is well."""
    outcome = ENGLISH[verdict.outcome] if language == "en" else verdict.outcome.label
    head = f"  {outcome} {verdict.criterion.id}"
    doubt = " *" if _is_marked(verdict) else ""
    if verdict.outcome is Outcome.MET:
        return f"{head} → /{verdict.places[0]}" + (f" {verdict.reason}" if verdict.reason else "")
    return f"{head}: {verdict.criterion.text} — {verdict.reason}{doubt}"


def _met(verdicts: tuple[Verdict, ...], language: Language) -> str:
    met = sum(verdict.outcome is Outcome.MET for verdict in verdicts)
    if language == "en":
        return f"{met} of {len(verdicts)} criteria met"
    return f"ครบ {met} จาก {len(verdicts)} เกณฑ์"


def _entry(verdict: Verdict) -> dict[str, object]:
    return {
        "item": verdict.item.code,
        "criterion": verdict.criterion.id,
        "text": verdict.criterion.text,
        "verdict": verdict.outcome.value,
        "reason": verdict.reason,
        "certainty": verdict.criterion.certainty.value,
        "places": [f"/{place}" for place in verdict.places],
        "file": verdict.file,
        "first_seen": verdict.first_seen,
        "weak": list(verdict.weak),
    }
