"""What pip is asked: whether a lock fits this computer, and why it does not."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

PIP: Final = (sys.executable, "-m", "pip")
INSTALL: Final = ("install", "--quiet", "--no-deps")
ENTRY: Final = re.compile(r"(?m)^([\w.-]+)==(\S+).*(?:\n .*)*\n")
NO_NETWORK: Final = "Retrying ("
"""What pip says before it gives up an index that does not answer."""
MINUTES: Final = 15


def why_it_does_not_fit(lock: str) -> str:
    """Why this computer cannot install what a lock names; empty when it can.

    What is installed here in the version of the lock fits; pip is asked for the rest. Where it
    reaches no index nobody knows, and installing will tell.
    """
    missing = [entry[0] for entry in ENTRY.finditer(lock) if not _is_installed(entry[1], entry[2])]
    if not missing:
        return ""
    with tempfile.TemporaryDirectory() as made:
        file = Path(made) / "requirements.txt"
        file.write_text("".join(missing), "utf-8", newline="\n")
        options = ("--dry-run", "--ignore-installed", "--only-binary", ":all:", "-r", str(file))
        error = run_pip(*PIP, *INSTALL, *options)
    return "" if not error or NO_NETWORK in error else last_error(error)


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


def _is_installed(library: str, wanted: str) -> bool:
    try:
        return version(library) == wanted
    except PackageNotFoundError:
        return False
