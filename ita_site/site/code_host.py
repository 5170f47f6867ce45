"""Where a code host shows how a file changed, from the address where it is edited."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

GITHUB: Final = (r"/edit/([^/]+)/", r"/commits/\1/")
GITLAB: Final = (r"/(?:-/)?edit/([^/]+)/", r"/-/commits/\1/")
FORGEJO: Final = (r"/_edit/([^/]+)/", r"/commits/branch/\1/")
KNOWN: Final = {
    "github": GITHUB,
    "gitlab": GITLAB,
    "gitea": FORGEJO,
    "forgejo": FORGEJO,
    "codeberg": FORGEJO,
}


def history_url(edit_url: str) -> str | None:
    """The history of the file that `edit_url` edits; None where no known code host serves it.

    GitHub and its kind by the host's name; GitLab, Gitea and Forgejo on any host by the
    address alone, for theirs have no likeness.
    """
    host = urlsplit(edit_url).hostname or ""
    by_name = next((rule for name, rule in KNOWN.items() if name in host), None)
    by_shape = next((rule for mark, rule in SHAPES if mark in edit_url), None)
    pattern, history = by_shape or by_name or ("", "")
    found, count = re.subn(pattern, history, edit_url, count=1) if pattern else ("", 0)
    return found if count else None


def commit_url(repo_url: str, edit_uri: str, commit: str) -> str:
    """Where a code host shows a commit; empty where no known one serves the repository.

    `repo_url` is the repository's address without a slash at its end, `edit_uri` what is put
    behind it to edit a file: it tells hosts apart whose names do not.
    """
    host = urlsplit(repo_url).hostname or ""
    if "/-/edit/" in f"/{edit_uri}" or "gitlab" in host:
        return f"{repo_url}/-/commit/{commit}"
    known = "/_edit/" in f"/{edit_uri}" or any(name in host for name in KNOWN)
    return f"{repo_url}/commit/{commit}" if known else ""


SHAPES: Final = (("/-/edit/", GITLAB), ("/_edit/", FORGEJO))
