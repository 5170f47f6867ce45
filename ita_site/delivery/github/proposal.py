"""A report sent as an issue, put forward for review, and the issue answered.

A second run for the same issue renews the branch, and with it the pull request that is there.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.delivery.github.gh import GitHubError, gh
from ita_site.facts.git.command import git
from ita_site.facts.problems import ItaSiteError

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path()
TITLE = "รายงานความก้าวหน้าจาก #{issue}"
BOT = (
    ("user.name", "github-actions[bot]"),
    ("user.email", "41898282+github-actions[bot]@users.noreply.github.com"),
)
ASK_TOKEN = '!f() { echo username=x-access-token; echo "password=$GH_TOKEN"; }; f'  # noqa: S105 - names the variable
"""Lets git ask for the token where it needs it: it stands in no command line and in no file."""
NO_NUMBER = "ไม่พบหมายเลขของ issue ใน {file}"
NOT_OPENED = "\nยังเปิดคำขอรวมเองไม่ได้ ให้ผู้ดูแลเปิดจากกิ่ง `{branch}`\n"


def issue_number(event: Path) -> int:
    """The number of the issue in a code host's event.

    Raises:
        ItaSiteError: when it names none.
    """
    try:
        number = json.loads(event.read_text("utf-8-sig"))["issue"]["number"]
    except (ValueError, LookupError, TypeError):
        number = None
    if type(number) is not int:
        raise ItaSiteError(NO_NUMBER.format(file=event))
    return number


def propose(data: Path, issue: int, answer: str) -> None:
    """Put changed facts forward as a pull request, where any changed, and answer the issue.

    Args:
        data: the data folder of the checkout one stands in.
        issue: the issue's number.
        answer: what is answered, as Markdown.

    Raises:
        GitError: when the branch cannot be pushed.
        GitHubError: when the answer is not taken.
    """
    if git(HERE, "status", "--porcelain", "--", str(data)):
        answer += _put_forward(data, issue)
    gh("issue", "comment", str(issue), "--body-file", "-", body=answer)


def _put_forward(data: Path, issue: int) -> str:
    """Push the branch and open its pull request; gives what the answer has to add."""
    branch, title = f"progress/issue-{issue}", TITLE.format(issue=issue)
    closes = f"Closes #{issue}"
    git(HERE, "switch", "--quiet", "--force-create", branch)
    git(HERE, "add", "--all", "--", str(data))
    message = ("--message", f"progress: {title}", "--message", closes)
    git(HERE, *_settings(BOT), "commit", "--quiet", *message)
    helper = (("credential.helper", ASK_TOKEN),)
    git(HERE, *_settings(helper), "push", "--quiet", "--force", "origin", branch)
    try:
        gh("pr", "create", "--head", branch, "--title", title, "--body", closes)
    except GitHubError as error:
        # With the address of the one that is there already, which the push has renewed.
        return "" if "https://" in str(error) else NOT_OPENED.format(branch=branch)
    return ""


def _settings(pairs: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for name, value in pairs:
        yield from ("-c", f"{name}={value}")
