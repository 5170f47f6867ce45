"""A state of the data: what it says, what is wrong with it, what its site would hold."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_site.facts.problems import DataError
from ita_site.facts.reading.publication import read_publication
from ita_site.rules.figures.criteria import Outcome
from ita_site.site.load import load_site

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ita_site.facts.model.publication import AgencyFacts
    from ita_site.facts.problems import Problem
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.rules.figures.criteria import Verdict


@dataclass(frozen=True, slots=True)
class State:
    """One of two states. Files are named as in the newer one, wherever they were read.

    `unread` are the data files, below the data folder, that could not be read whole.
    `withheld` are the prefixes of agencies in whose place a notice stands. `verdicts` and
    `addresses` are empty where the data has errors: then nothing is built.
    """

    name: str
    agencies: tuple[AgencyFacts, ...]
    problems: tuple[Problem, ...]
    unread: frozenset[str]
    built: bool
    verdicts: Mapping[tuple[str, str], Verdict] = field(default_factory=dict)
    addresses: frozenset[str] = frozenset()
    withheld: tuple[str, ...] = ()

    @property
    def errors(self) -> int:
        """How many problems stop its publication."""
        return sum(problem.is_error for problem in self.problems)


def state_of(data: Path, content: Path | None, day: BEDate, name: str, called: str) -> State:
    """Read, check and build, as seen on a day.

    `name` tells the state from the other; `called` is how its data folder is named in
    messages, for it may lie in a temporary place.
    """
    reading = read_publication(data)
    here = data.as_posix()
    unread = frozenset(file.removeprefix(f"{here}/") for file in reading.unsound)
    try:
        site = load_site(data, content, day, keep_going=True)
    except DataError as error:
        problems = tuple(_called(problem, here, called) for problem in error.problems)
        return State(name, reading.publication.agencies, problems, unread, built=False)
    outputs = site.outputs
    found = [*site.errors, *site.warnings]
    return State(
        name,
        reading.publication.agencies,
        tuple(_called(problem, here, called) for problem in sorted(found)),
        unread,
        built=True,
        verdicts={
            (address, verdict.criterion.id): verdict
            for address, verdicts in outputs.verdicts.items()
            for verdict in verdicts.verdicts
            if verdict.outcome is not Outcome.BY_HAND
        },
        addresses=outputs.addresses | {document.path for document in outputs.documents},
        withheld=tuple(view.facts.prefix for view in outputs.everyone if view.withheld),
    )


def _called(problem: Problem, here: str, called: str) -> Problem:
    """A problem in the file as the reader knows it."""
    if not problem.file.startswith(here):
        return problem
    return dataclasses.replace(problem, file=called + problem.file.removeprefix(here))
