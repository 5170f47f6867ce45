"""From every published address, and each place where it stands, to its problems."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urlsplit

from ita_site.delivery.links.answer import Failure
from ita_site.delivery.links.client import ask_all
from ita_site.delivery.links.verdict import judge
from ita_site.facts.content.folder import read_content
from ita_site.facts.model.inner import WEB_SCHEMES, is_inner
from ita_site.facts.problems import Problem
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.strict_yaml.document import field_name
from ita_site.site.pages.hand_written import links_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from ita_site.delivery.links.answer import Answer
    from ita_site.delivery.links.limits import Limits
    from ita_site.facts.reading.sources import Sources
    from ita_site.facts.strict_yaml.document import Path as FieldPath
    from ita_site.facts.strict_yaml.document import Value

ADDRESS = re.compile(rf"(?:{'|'.join(WEB_SCHEMES)})://\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address is written, and how; line and column count from 1."""

    file: str
    line: int
    column: int
    field: str
    written: str


def link_problems(
    data: Path, content: Path, limits: Limits, on_progress: Callable[[int, int], None]
) -> tuple[Problem, ...]:
    """Ask every address of the data and of the hand-written pages whether it still opens.

    Each is asked once; a problem is reported at every place where it stands. `on_progress`
    is called with how many are done, and of how many.
    """
    places = places_by_address(read_publication(data).sources, content)
    answers = doubt_network(asyncio.run(ask_all(places, limits, on_progress)))
    return tuple(sorted([*_answered(places, answers), *_unasked(places, answers)]))


def doubt_network(answers: Mapping[str, Answer]) -> Mapping[str, Answer]:
    """The answers; where no name at all exists, it is rather the network that is at fault.

    Closed networks have name servers that know nobody outside.
    """
    hosts = {urlsplit(address).hostname for address in answers}
    outcomes = {(answer.failure, bool(answer.hops)) for answer in answers.values()}
    if len(hosts) == 1 or outcomes != {(Failure.NO_SUCH_HOST, False)}:
        return answers
    return {
        address: replace(answer, failure=Failure.NAME_NOT_FOUND_NOW)
        for address, answer in answers.items()
    }


def _answered(
    places: Mapping[str, list[Place]], answers: Mapping[str, Answer]
) -> Iterator[Problem]:
    for address, answer in answers.items():
        if verdict := judge(answer):
            code, details = verdict
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


def places_by_address(sources: Sources, content: Path) -> dict[str, list[Place]]:
    """What to ask, without the part behind `#`, with the places that wait for the answer.

    Addresses that nobody outside could open are left out: they are an error of their own.
    """
    places: dict[str, list[Place]] = {}
    for place in (*_in_data(sources), *_in_content(content)):
        address = urldefrag(place.written).url if "#" in place.written else place.written
        if ADDRESS.fullmatch(address) and not is_inner(address):
            places.setdefault(address, []).append(place)
    return places


def _in_data(sources: Sources) -> Iterator[Place]:
    """Every value that is an address, whatever its field: one added later is asked as well."""
    for file, document in sources.documents.items():
        for path, text in _texts(document.value, ()):
            if "://" in text:
                mark = document.locate_value(path)
                yield Place(file, mark.line, mark.column, field_name(path), text.strip())


def _texts(value: Value, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index))


def _in_content(content: Path) -> Iterator[Place]:
    """Hand-written pages; one that is not UTF-8 is a problem of its own."""
    for file in read_content(content).files.values():
        for link in links_of(file):
            yield Place(file.name, link.line, link.column, "", link.address)
