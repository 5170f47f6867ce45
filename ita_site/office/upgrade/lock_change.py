"""The lock of an agency's repository: its version, and whether the new one fits this computer."""

from __future__ import annotations

import re
from typing import Final

from ita_site import __version__
from ita_site.facts.problems import DataError
from ita_site.office.edit_commands.request import request_problem
from ita_site.office.init import lock
from ita_site.office.init.pip import why_it_does_not_fit

PIN: Final = re.compile(rf"(?m)^{lock.PROGRAM}==(\S+)")


def locked_version(text: str) -> str:
    """The program's version in a lock; empty where there is none."""
    found = PIN.search(text)
    return found[1] if found else ""


def is_older(version: str, other: str) -> bool:
    """Whether one version came before another; what follows the numbers does not count."""
    return _numbers(version) < _numbers(other)


def move_lock(old: str) -> lock.Lock:
    """The lock of this version, for the text of the one before.

    Raises:
        DataError: ITA716 when that is of a later version than the program, ITA717 when this
            computer cannot install the new one, ITA720 when hashes would be lost.
    """
    before = locked_version(old)
    if is_older(__version__, before):
        _refuse("ITA716", value=__version__, other=before)
    if before == __version__ and "--hash" in old:
        return lock.Lock(old, is_hashed=True)
    made = lock.make_lock()
    if "--hash" in old and not made.is_hashed:
        _refuse("ITA720")
    if reason := why_it_does_not_fit(made.text):
        _refuse("ITA717", reason=reason)
    return made


def _numbers(version: str) -> tuple[int, ...]:
    found = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(map(int, found[0].split("."))) if found else ()


def _refuse(code: str, **details: str) -> None:
    raise DataError([request_problem(code, "version", **details)])
