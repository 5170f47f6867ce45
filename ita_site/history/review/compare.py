"""Two states of the data to everything a reviewer should know of the way between them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.history.review.survey import survey_of
from ita_site.rules.figures.changes.compare import compare_agencies, share_unread_parts
from ita_site.rules.figures.criteria import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.problems import Problem
    from ita_site.history.review.state import State
    from ita_site.history.review.survey import Survey
    from ita_site.rules.figures.changes.compare import AgencyChanges
    from ita_site.rules.figures.criteria import Verdict


@dataclass(frozen=True, slots=True)
class Review:
    """What a reviewer should know.

    `unread` are the files that one of the states has in a form that could not be read whole;
    nothing is said of them. `vanished` are published addresses that would be no more. Where
    one of the states cannot be built, criteria and addresses are not compared.
    """

    before: State
    after: State
    agencies: tuple[AgencyChanges, ...]
    surveys: tuple[Survey, ...]
    unread: tuple[str, ...]
    vanished: tuple[str, ...]
    met: tuple[Verdict, ...]
    lost: tuple[Verdict, ...]
    new_problems: tuple[Problem, ...]
    gone_problems: tuple[Problem, ...]

    @property
    def count(self) -> int:
        """How many facts changed."""
        return sum(len(agency.changes) for agency in self.agencies)

    @property
    def anything(self) -> bool:
        """Whether there is anything to tell."""
        told = (self.unread, self.vanished, self.met, self.lost)
        return bool(self.count or self.new_problems or self.gone_problems or any(told))


def review(before: State, after: State) -> Review:
    """Compare two states."""
    unread = before.unread | after.unread
    former = share_unread_parts(before.agencies, after.agencies, unread)
    agencies = compare_agencies(former, after.agencies)
    surveys = (survey_of(agency.name, change) for agency in agencies for change in agency.changes)
    built = before.built and after.built
    return Review(
        before,
        after,
        agencies,
        tuple(found for found in surveys if found),
        tuple(sorted(unread)),
        tuple(_vanished(before, after)) if built else (),
        tuple(_turned(before, after, Outcome.MET)) if built else (),
        tuple(_turned(before, after, Outcome.NOT_MET)) if built else (),
        tuple(_beyond(after.problems, before.problems)),
        tuple(_beyond(before.problems, after.problems)),
    )


def _vanished(before: State, after: State) -> Iterator[str]:
    """The addresses that would be no more; a withheld agency's come back with its data."""
    for address in sorted(before.addresses - after.addresses):
        if not any(address.startswith(prefix) for prefix in after.withheld):
            yield address


def _turned(before: State, after: State, outcome: Outcome) -> Iterator[Verdict]:
    """The criteria that have an outcome now and had another before."""
    for key, verdict in after.verdicts.items():
        former = before.verdicts.get(key)
        if former and verdict.outcome is outcome and former.outcome is not outcome:
            yield verdict


def _beyond(problems: Iterable[Problem], others: Iterable[Problem]) -> Iterator[Problem]:
    """The problems that are not among the others, wherever in their file they stand."""
    known = Counter(map(_same, others))
    for problem in problems:
        if known[_same(problem)]:
            known[_same(problem)] -= 1
        else:
            yield problem


def _same(problem: Problem) -> tuple[str, ...]:
    details = (f"{name}={value}" for name, value in sorted(problem.details.items()))
    return (problem.file, problem.code, re.sub(r"\[\d+\]", "[]", problem.field), *details)
