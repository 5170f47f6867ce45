"""The lock of an agency's repository: its version, and whether the new one fits this computer."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from ita_site import __version__
from ita_site.facts.problems import DataError
from ita_site.office.edit_commands.request import request_problem
from ita_site.office.init import lock

PIN: Final = re.compile(rf"(?m)^{lock.PROGRAM}==(\S+)")
PIP: Final = (sys.executable, "-m", "pip")
INSTALL: Final = ("install", "--quiet", "--no-deps")
NO_NETWORK: Final = "Retrying ("
"""What pip says before it gives up an index that does not answer."""
MINUTES: Final = 15


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
    _see_that_it_fits(made.text)
    return made


def _see_that_it_fits(text: str) -> None:
    """Ask pip; where it reaches no index nobody knows, and installing will tell."""
    with tempfile.TemporaryDirectory() as made:
        file = Path(made) / lock.NAME
        file.write_text(text, "utf-8", newline="\n")
        options = ("--dry-run", "--ignore-installed", "--only-binary", ":all:", "-r", str(file))
        error = run_pip(*PIP, *INSTALL, *options)
    if error and NO_NETWORK not in error:
        _refuse("ITA717", reason=last_error(error))


def run_pip(*command: str) -> str:
    """What pip complained of; empty when it did what it was asked."""
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=60 * MINUTES)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return done.stderr.decode("utf-8", "replace") or "pip" if done.returncode else ""


def last_error(output: str) -> str:
    """The line that says it, of many."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [re.sub(r"^ERROR[: -]+", "", line) for line in lines if line.startswith("ERROR")]
    return (errors or lines or ["–"])[-1]


def _numbers(version: str) -> tuple[int, ...]:
    found = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(map(int, found[0].split("."))) if found else ()


def _refuse(code: str, **details: str) -> None:
    raise DataError([request_problem(code, "version", **details)])
