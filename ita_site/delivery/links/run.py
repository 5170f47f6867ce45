"""From a data folder to the problems of the addresses in it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ita_site.delivery.links.answer import Failure
from ita_site.delivery.links.client import ask_all
from ita_site.delivery.links.places import places_by_address
from ita_site.delivery.links.verdict import verdict
from ita_site.facts.problems import Problem
from ita_site.facts.reading.publication import read_publication

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from ita_site.delivery.links.answer import Answer
    from ita_site.delivery.links.limits import Limits
    from ita_site.delivery.links.places import Place


def link_problems(
    data: Path, content: Path, limits: Limits, told: Callable[[int, int], None]
) -> tuple[Problem, ...]:
    """Ask every address of the data and of the hand-written pages whether it still opens.

    Each is asked once; a problem is reported at every place where it stands. `told` hears
    how many are done, and of how many.
    """
    places = places_by_address(read_publication(data).sources, content)
    answers = doubted(asyncio.run(ask_all(places, limits, told)))
    return tuple(sorted([*_answered(places, answers), *_unasked(places, answers)]))


def doubted(answers: Mapping[str, Answer]) -> Mapping[str, Answer]:
    """The answers; where no name at all exists, it is rather the network that is at fault.

    Closed networks have name servers that know nobody outside.
    """
    hosts = {urlsplit(address).hostname for address in answers}
    heard = {(answer.failure, bool(answer.hops)) for answer in answers.values()}
    if len(hosts) == 1 or heard != {(Failure.NO_SUCH_HOST, False)}:
        return answers
    return {
        address: replace(answer, failure=Failure.NAME_NOT_FOUND_NOW)
        for address, answer in answers.items()
    }


def _answered(
    places: Mapping[str, list[Place]], answers: Mapping[str, Answer]
) -> Iterator[Problem]:
    for address, answer in answers.items():
        if found := verdict(answer):
            code, details = found
            for place in places[address]:
                yield _problem(place, code, details)


def _unasked(places: Mapping[str, list[Place]], answers: Mapping[str, Answer]) -> Iterator[Problem]:
    """One problem for all that time did not suffice for."""
    left = [standing[0] for address, standing in places.items() if address not in answers]
    if left:
        yield _problem(left[0], "ITA619", {"count": str(len(left))})


def _problem(place: Place, code: str, details: Mapping[str, str]) -> Problem:
    about = {"value": place.written, **details}
    return Problem(place.file, place.line, place.column, code, place.field, about)
