"""A portal brought up to date: the newest good state of each agency into `portal.lock`.

What does not read keeps what was locked before, and says why; the others go on.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.facts.git.command import GitError
from ita_site.facts.git.remote import newest_commit
from ita_site.facts.model.repository import LockedFacts
from ita_site.facts.reading.locked import LOCK_FILE, is_kept, lock_text, name_of
from ita_site.office.portal.bring import bring, bring_locked, forget_others, keep, work_folder
from ita_site.office.portal.named import for_each, named_repositories, read_own_lock
from ita_site.office.portal.outcome import Fate, Outcome
from ita_site.site.load import check_site

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ita_site.facts.model.repository import Repository
    from ita_site.facts.problems import Problem
    from ita_site.facts.thai.calendar import BEDate


@dataclass(frozen=True, slots=True)
class Portal:
    """Where a portal is, the day of the run, and by which transports repositories are reached."""

    data: Path
    content: Path
    day: BEDate
    transports: tuple[str, ...]


def update(portal: Portal) -> tuple[Outcome, ...]:
    """Bring the newest good state of each agency and write the lock; what came of each.

    Raises:
        DataError: when `portal.yml` or `portal.lock` cannot be read; nothing is written then.
    """
    data = portal.data
    named, before = named_repositories(data), read_own_lock(data)
    gone = {slug: old for slug, old in before.items() if slug not in {one.slug for one in named}}
    with work_folder(data) as work:

        def newest(one: Repository) -> Outcome:
            former = None if one.slug in before else _at_home(one, gone)
            old = former.model_copy(update={"slug": one.slug}) if former else before.get(one.slug)
            found = _newest(portal, work, one, old)
            return dataclasses.replace(found, former=former.slug if former else "")

        found = for_each(newest, named)
        outcomes = [_judged(portal, work, one) for one in found]
        for one in outcomes:
            if one.now and _was_brought(work, one):
                keep(data, work / one.slug, one.now)
    moved = {one.former for one in outcomes}
    outcomes += [
        Outcome(slug, Fate.GONE, before=old) for slug, old in gone.items() if slug not in moved
    ]
    lock = {one.slug: one.now for one in outcomes if one.now}
    _write_lock(data, lock)
    forget_others(data, lock, before)
    return tuple(_with_moves(outcomes))


def _at_home(one: Repository, gone: Mapping[str, LockedFacts]) -> LockedFacts | None:
    """What was locked of the same folder of the same repository, under another slug."""
    return next((old for old in gone.values() if _home(old) == _home(one)), None)


def _newest(portal: Portal, work: Path, one: Repository, old: LockedFacts | None) -> Outcome:
    """What there is of an agency, not judged yet."""
    try:
        commit = newest_commit(one.git, one.ref, portal.transports)
        is_known = old and old.place == one.place and old.commit == commit
        if old and is_known and is_kept(portal.data, old):
            return Outcome(one.slug, Fate.SAME, old, old)
        (work / one.slug).mkdir()
        made = bring(one, commit, work / one.slug, portal.transports)
    except GitError as error:
        return _kept(portal, Outcome(one.slug, Fate.ADDED, None, old), one, str(error))
    if made == old:
        return Outcome(one.slug, Fate.SAME, made, old)
    return Outcome(one.slug, Fate.NEWER if old and old.commit else Fate.ADDED, made, old)


def _judged(portal: Portal, work: Path, one: Outcome) -> Outcome:
    """The same, but what has errors is not taken."""
    if not one.now or not _was_brought(work, one):
        return one
    errors = tuple(_errors_of(portal, work / one.slug, one.now))
    return _kept(portal, one, one.now.repository, ERRORS, errors) if errors else one


def _was_brought(work: Path, one: Outcome) -> bool:
    """Whether what lies there is what is to be locked; of a failure it is half of something."""
    return one.is_done and (work / one.slug / one.slug).is_dir()


SUBMODULE = "ITA537"
"""Only a warning in a repository of one's own, where a reviewer sees it come."""
ERRORS = "ข้อมูลล่าสุดยังเผยแพร่ไม่ได้"


def _errors_of(portal: Portal, place: Path, made: LockedFacts) -> Iterator[Problem]:
    """What is wrong with an agency's facts, as a check of the portal would say it."""
    folder, content = (place / made.slug).as_posix(), portal.content.as_posix()
    name = name_of(made)
    for problem in check_site(place, portal.content, portal.day).problems:
        counts = problem.is_error or problem.code == SUBMODULE
        if counts and not problem.file.startswith(f"{content}/"):
            file = problem.file.replace(folder, name, 1).replace(place.as_posix(), name, 1)
            told = {
                key: text.replace(folder, name).replace(place.as_posix(), name)
                for key, text in problem.details.items()
            }
            yield dataclasses.replace(problem, file=file, details=told)


def _kept(
    portal: Portal,
    found: Outcome,
    one: Repository,
    reason: str,
    problems: tuple[Problem, ...] = (),
) -> Outcome:
    """With what was locked before; an agency of which nothing is, is left out."""
    old = found.before
    failed = dataclasses.replace(found, reason=reason, problems=problems)
    if not old or not old.commit:
        nothing = LockedFacts(**one.model_dump())
        return dataclasses.replace(failed, fate=Fate.LEFT_OUT, now=nothing)
    if not is_kept(portal.data, old):
        try:
            bring_locked(portal.data, old, portal.transports)
        except GitError as error:
            failed = dataclasses.replace(failed, reason=f"{reason} · {error}")
    return dataclasses.replace(failed, fate=Fate.KEPT, now=old)


def _with_moves(outcomes: list[Outcome]) -> Iterator[Outcome]:
    """Where an agency's repository is another, or its slug is: it is told as one that moved."""
    for one in sorted(outcomes, key=lambda it: it.slug):
        is_newer = one.fate is Fate.NEWER
        elsewhere = is_newer and one.now and one.before and _home(one.now) != _home(one.before)
        if elsewhere or (one.former and one.is_done):
            yield dataclasses.replace(one, fate=Fate.MOVED)
        else:
            yield one


def _home(one: Repository) -> tuple[str, str]:
    return one.git, one.path


def _write_lock(data: Path, lock: dict[str, LockedFacts]) -> None:
    """Whole or not at all."""
    new = data / f".{LOCK_FILE}.new"
    new.write_bytes(lock_text(lock))
    new.replace(data / LOCK_FILE)
