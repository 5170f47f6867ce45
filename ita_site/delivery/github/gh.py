"""Running `gh`, GitHub's own program, which every runner of theirs has."""

from __future__ import annotations

import subprocess

from ita_site.facts.problems import ItaSiteError

NO_PROGRAM = "ไม่พบโปรแกรม gh ในเครื่องนี้ (ติดตั้งจาก https://cli.github.com)"


class GitHubError(ItaSiteError):
    """GitHub, or its program, refused; its text says why."""


def gh(*arguments: str, body: str = "") -> str:
    """What `gh` prints, both of what went well and of what did not.

    Args:
        arguments: its own; `--body-file -` takes the body.
        body: a text that goes in as it is, and into no command line.

    Raises:
        GitHubError: with GitHub's own words.
    """
    try:
        done = subprocess.run(
            ["gh", *arguments], input=body.encode(), capture_output=True, check=False
        )
    except OSError as error:
        raise GitHubError(NO_PROGRAM) from error
    printed = (done.stdout + done.stderr).decode("utf-8", "replace").strip()
    if done.returncode:
        raise GitHubError(printed or f"gh {' '.join(arguments[:2])}")
    return printed
