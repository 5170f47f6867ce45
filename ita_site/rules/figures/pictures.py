"""Which files beside the pages are pictures that reports show."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.facts.model.publication import AgencyFacts


def pictures_of(agencies: Iterable[AgencyFacts]) -> frozenset[str]:
    """Their paths in the folder of pages and files."""
    years = (year for agency in agencies for year in agency.years)
    reports = (report for year in years for report in year.progress.progress)
    return frozenset(picture.file for report in reports for picture in report.pictures)
