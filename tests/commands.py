"""The command line, called within this process: what starting one costs is not the point."""

from __future__ import annotations

import contextlib
import subprocess
from typing import TYPE_CHECKING

from click.testing import CliRunner

from ita_site.cli import main

if TYPE_CHECKING:
    from pathlib import Path

Done = subprocess.CompletedProcess[str]


def ita_site(folder: Path, *arguments: str, **environment: str | None) -> Done:
    """Runs a command in a folder, as a process would: its code and what it wrote."""
    done = _invoke(folder, arguments, environment)
    return Done(arguments, done.exit_code, done.stdout, done.stderr)


def everything_said(folder: Path, *arguments: str, **environment: str | None) -> tuple[int, str]:
    """The same, with both streams in the order in which they were written."""
    done = _invoke(folder, arguments, environment)
    return done.exit_code, done.output


def _invoke(folder: Path, arguments: tuple[str, ...], environment: dict[str, str | None]):
    with contextlib.chdir(folder):
        runner = CliRunner(env=environment)
        return runner.invoke(main, arguments, prog_name="ita-site", catch_exceptions=False)
