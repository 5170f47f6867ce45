"""Rules about the year and the public's survey."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.problems import Problem
    from ita_site.rules.checks.scope import Scope

FILE = "year.yml"
EIT_URL = ("eit", "url")


def year_of_folder(scope: Scope) -> Iterator[Problem]:
    """The year a file states is the year of its folder."""
    stated = scope.year.info.assessment_year
    if stated is not None and stated != scope.year.year:
        details = {"value": str(stated), "folder": str(scope.year.year)}
        yield scope.problem("ITA308", FILE, ("assessment_year",), **details)


def edition_of_year(scope: Scope) -> Iterator[Problem]:
    """A year without an edition of its own borrows the newest."""
    if scope.edition.year != scope.year.year:
        details = {"value": str(scope.year.year), "used": str(scope.edition.year)}
        yield scope.problem("ITA405", FILE, (), **details)


def eit_link(scope: Scope) -> Iterator[Problem]:
    """The survey's link leads to the public survey of the assessment system, encrypted."""
    url = scope.year.info.eit.url
    if not url:
        return
    rule, parts = scope.edition.eit, urlsplit(url)
    if parts.scheme != "https":
        yield scope.problem("ITA401", FILE, EIT_URL, value=url)
    if parts.hostname not in rule.hosts or parts.netloc.lower() != parts.hostname:
        host, hosts = parts.netloc, ", ".join(rule.hosts)
        yield scope.problem("ITA402", FILE, EIT_URL, value=host, hosts=hosts)
    elif re.search(rule.staff_path, parts.path):
        yield scope.problem("ITA404", FILE, EIT_URL, value=url)
    elif not re.fullmatch(rule.path, parts.path) or parts.query or parts.fragment:
        yield scope.problem("ITA403", FILE, EIT_URL, value=url, pattern=rule.example)


def eit_window(scope: Scope) -> Iterator[Problem]:
    """It opens before it closes."""
    eit = scope.year.info.eit
    if eit.opens_on and eit.closes_on and eit.closes_on < eit.opens_on:
        details = {"closes": eit.closes_on.short(), "opens": eit.opens_on.short()}
        yield scope.problem("ITA311", FILE, ("eit", "closes_on"), **details)
