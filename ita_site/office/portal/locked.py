"""What `portal.lock` names, brought to a machine that has none of it; the lock stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_site.facts.git.command import GitError
from ita_site.facts.reading.locked import LOCK_FILE, is_kept
from ita_site.office.portal.bring import bring_locked
from ita_site.office.portal.named import (
    for_each,
    named_repositories,
    read_former_lock,
    read_own_lock,
    refuse_committed,
)
from ita_site.office.portal.outcome import Fate, Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.facts.model.repository import LockedFacts

NOT_LOCKED: Final = f"ยังไม่อยู่ใน {LOCK_FILE} ใช้ ita-site portal update"
NEVER_READ: Final = "ยังไม่เคยอ่านข้อมูลได้ ใช้ ita-site portal update"


def bring_all_locked(
    data: Path, transports: tuple[str, ...], revision: str = ""
) -> tuple[Outcome, ...]:
    """Bring what is locked of each agency that `portal.yml` names; what came of each.

    Of a former `revision` of the portal it is each agency of its lock.

    Raises:
        DataError, GitError: when there is no such revision, or a file of the portal is not sound.
    """
    absent: list[Outcome] = []
    if revision:
        refuse_committed(data)
        wanted = dict(read_former_lock(data, revision))
    else:
        named = {one.slug for one in named_repositories(data)}
        wanted = {slug: one for slug, one in read_own_lock(data).items() if slug in named}
        absent += (Outcome(slug, Fate.LEFT_OUT, reason=NOT_LOCKED) for slug in named - {*wanted})

    def brought(entry: LockedFacts) -> Outcome:
        return _brought(data, entry, transports)

    done = for_each(brought, wanted.values())
    return tuple(sorted([*done, *absent], key=lambda one: one.slug))


def _brought(data: Path, entry: LockedFacts, transports: tuple[str, ...]) -> Outcome:
    if not entry.commit:
        return Outcome(entry.slug, Fate.LEFT_OUT, entry, entry, NEVER_READ)
    if not is_kept(data, entry):
        try:
            bring_locked(data, entry, transports)
        except GitError as error:
            return Outcome(entry.slug, Fate.LEFT_OUT, entry, entry, str(error))
    return Outcome(entry.slug, Fate.SAME, entry, entry)
