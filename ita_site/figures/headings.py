"""What a measure is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.model.assessment import Assessment

if TYPE_CHECKING:
    from ita_site.model.measures import Measure
    from ita_site.model.publication import YearFacts


def heading(measure: Measure, number: int, year: YearFacts) -> str:
    """Its title, else the finding it answers, else its first step, else its number."""
    if measure.titles:
        return measure.titles[0]
    findings = (year.assessment or Assessment()).finding_by_id
    answered = next((findings[code] for code in measure.findings if code in findings), None)
    if answered:
        return f"จากข้อค้นพบ: {answered.text}"
    return measure.steps[0].text if measure.steps else f"มาตรการที่ {number}"
