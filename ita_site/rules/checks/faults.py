"""Whose fault an error is, so that one agency's need not keep the others from being published."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.facts.model.publication import Publication
    from ita_site.facts.problems import Problem


def withhold_faulty(publication: Publication, errors: Iterable[Problem]) -> Publication:
    """The publication with every agency set apart in whose folder an error lies."""
    faulty = {folder for error in errors for folder in _folders(error)}
    sound = tuple(agency for agency in publication.agencies if agency.folder not in faulty)
    apart = (agency for agency in publication.agencies if agency.folder in faulty)
    withheld = sorted((*publication.withheld, *apart), key=lambda agency: agency.slug)
    return replace(publication, agencies=sound, withheld=tuple(withheld))


def faults_of_nobody(publication: Publication, errors: Iterable[Problem]) -> tuple[Problem, ...]:
    """The errors that lie in no agency's folder, such as those of `portal.yml`."""
    owned = {agency.folder for agency in (*publication.agencies, *publication.withheld)}
    return tuple(error for error in errors if owned.isdisjoint(_folders(error)))


def _folders(problem: Problem) -> tuple[str, ...]:
    """The place of a problem and every folder it lies in."""
    path = PurePosixPath(problem.file)
    return (str(path), *map(str, path.parents))
