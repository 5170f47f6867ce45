"""One issue about what needs attention: renewed each week, closed when nothing does."""

from __future__ import annotations

from ita_site.delivery.github.gh import gh

TITLE = "สิ่งที่ต้องดูแลประจำสัปดาห์"
LABEL = "weekly"


def keep_issue(report: str, *, is_needed: bool) -> None:
    """Bring the issue up to date with a report, given as Markdown.

    Raises:
        GitHubError: when GitHub does not take it.
    """
    gh("label", "create", LABEL, "--color", "c2a33a", "--description", TITLE, "--force")
    number = _open_issue()
    if is_needed and number:
        gh("issue", "edit", number, "--body-file", "-", body=report)
    elif is_needed:
        gh("issue", "create", "--title", TITLE, "--label", LABEL, "--body-file", "-", body=report)
    elif number:
        gh("issue", "close", number, "--comment", report)


def _open_issue() -> str:
    """Its number; empty where there is none."""
    listed = ("issue", "list", "--label", LABEL, "--state", "open", "--limit", "1")
    return gh(*listed, "--json", "number", "--jq", ".[].number")
