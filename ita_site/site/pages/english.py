"""One page in English: the year in short, the survey, and where to report corruption.

Labels come from a catalogue; what the agency says stays in its own words, marked as Thai,
beside its own translation where it gives one.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final, cast

from ita_site.facts.editions.load import national_channels
from ita_site.facts.strict_yaml.shipped import read_shipped
from ita_site.facts.thai.calendar import BUDDHIST_ERA
from ita_site.site.pages.agency_page import agency_page

if TYPE_CHECKING:
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.site.pages.page import Page
    from ita_site.site.pages.view import AgencyView

FILE: Final = "english.yml"


@cache
def labels() -> dict[str, dict[str, str]]:
    """The catalogue: what each code is called, by what it is a code of."""
    return cast("dict[str, dict[str, str]]", read_shipped(__package__, FILE))


def label(kind: str, code: str) -> str:
    """What a code is called in English; itself where the catalogue does not know it."""
    return labels()[kind].get(code, code)


def english_date(day: BEDate) -> str:
    """`20 November 2026`."""
    date = day.to_date()
    return f"{date.day} {date:%B} {date.year}"


def english_page(view: AgencyView) -> Page:
    """The newest year at a glance, in English. Its numbers are Arabic, whatever the agency's."""
    agency = view.facts.agency
    page = agency_page(
        view,
        view.english_address,
        "english",
        title="In English",
        description=f"{agency.name_en or agency.name}: measures for integrity, their results "
        "and where to report corruption",
        file="agency.yml",
        nav_title="English",
        year=view.current,
        label=label,
        english_date=english_date,
        common_era=lambda year: year - BUDDHIST_ERA,
        national=national_channels(),
    )
    return replace(page, frame=replace(page.frame, numerals=None), searchable=False)
