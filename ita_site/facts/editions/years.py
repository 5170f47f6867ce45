"""The years an edition names by their roles, filled in for the year that speaks.

What NACC asks moves with the round: an edition says `{result_year}`, and a year that borrows
it says its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from ita_site.facts.model.sourced import ROLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.facts.model.edition import Edition


def with_years(edition: Edition, year: int, result_year: int | None = None) -> Edition:
    """The edition as an assessment year speaks it.

    `result_year` is that of the result analysed, the year before where it is not given. The
    fiscal year of the results follows from the results item's `covers`.
    """
    years = {
        "assessment_year": str(year),
        "result_year": str(result_year or year - 1),
        "results_fiscal_year": str(year + edition.items.results.covers),
    }
    filled: Edition = _filled(edition, years)
    return filled


def _filled(value: Any, years: Mapping[str, str]) -> Any:  # noqa: ANN401 - any part of an edition
    if isinstance(value, str) and "{" in value:
        return ROLE.sub(lambda match: years.get(match[1], match[0]), value)
    if isinstance(value, tuple):
        parts = tuple(_filled(part, years) for part in value)
        return (
            parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value
        )
    if isinstance(value, BaseModel):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        filled = {name: _filled(part, years) for name, part in fields.items()}
        changed = {name: part for name, part in filled.items() if part is not fields[name]}
        return value.model_copy(update=changed) if changed else value
    return value
