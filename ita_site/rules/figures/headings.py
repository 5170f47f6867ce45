"""What a measure is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.model.assessment import Assessment

if TYPE_CHECKING:
    from ita_site.facts.model.edition import Edition
    from ita_site.facts.model.grouping import Grouped
    from ita_site.facts.model.measures import Measure
    from ita_site.facts.model.publication import YearFacts


def heading(measure: Measure, number: int, year: YearFacts, edition: Edition) -> str:
    """Its title, else what it answers, else its first step, else its number.

    `year` is the one it belongs to, `edition` that in whose words its group is named.
    """
    if measure.titles:
        others = len(measure.titles) - 1
        return measure.titles[0] + (f" และอีก {others} เรื่อง" if others else "")
    if answered := _answered(measure, year.assessment or Assessment(), edition):
        return answered
    return measure.steps[0].text if measure.steps else f"มาตรการที่ {number}"


def group_label(fact: Grouped, edition: Edition) -> str:
    """What it belongs to, in the edition's words; empty for nothing."""
    if (group := fact.group) is None:
        return ""
    name = edition.group_name(group.kind.value, group.id) or group.id
    if group.kind.value == "indicator":
        return f"ตัวชี้วัดที่ {group.id} {name}"
    return f"{name} ({group.id})" if group.kind.value == "instrument" else name


def _answered(measure: Measure, assessment: Assessment, edition: Edition) -> str:
    """The group and the questions of the findings it answers, else the first finding."""
    known = assessment.finding_by_id
    findings = [known[code] for code in measure.findings if code in known]
    questions = [assessment.question_by_key.get(key) for at in findings for key in at.questions]
    codes = dict.fromkeys(question.code for question in questions if question)
    if codes:
        return f"{group_label(measure, edition)} ข้อ {', '.join(codes)}".strip()
    return f"จากข้อค้นพบ: {findings[0].text}" if findings else ""
