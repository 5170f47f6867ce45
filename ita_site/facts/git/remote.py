"""Another's repository: which commit it is at, and that commit, brought here to be read.

It is taken for hostile. Nothing of it is checked out, so no hook, filter or submodule of it is ever
run; git is given no settings but the user's own, a few transports, and bounds of time and size.
"""

from __future__ import annotations

import datetime
import os
import re
import signal
import subprocess
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from ita_site.facts.git.command import QUIET, GitError, NoGitError, environment, git
from ita_site.facts.git.objects import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Iterator

WEB: Final = ("https", "ssh")
"""Transports of repositories on other machines."""
LOCAL: Final = (*WEB, "file")
"""The same, and of those on this one."""
SECONDS_TO_ASK, SECONDS_TO_FETCH = 20, 90
MOST_DOWNLOADED: Final = 200_000_000
"""Bytes of what git is sent, whatever it is."""
MOST_OF_A_FILE: Final = 1_000_000
"""Bytes of a file; larger ones stay where they are, if the other side can leave them out."""
_MOST_ALLOCATED: Final = "256m"
"""Memory for one object, which may be small as it is sent."""
_PAUSE: Final = 0.05
_MOST_SAID: Final = 4000
_SETTINGS: Final = (
    *("-c", "core.hooksPath=" + NOWHERE, "-c", "core.fsmonitor=false"),
    *("-c", "core.bigFileThreshold=1m", "-c", "protocol.version=2"),
    *("-c", "gc.auto=0", "-c", "maintenance.auto=false", "-c", "fetch.bundleURI="),
    *("-c", "fetch.recurseSubmodules=false", "-c", "submodule.recurse=false"),
)
_USER: Final = re.compile(r"(?<=://)[^/@\s]*@")


class UnreachableError(GitError):
    """Another's repository cannot be asked, or does not give what it is asked for."""


def _refuse_own_machine(address: str, transports: tuple[str, ...]) -> None:
    if address.startswith("file:") and "file" not in transports:
        message = "ที่เก็บข้อมูลในเครื่องนี้ (file://) อ่านเมื่อสั่ง --local เท่านั้น"
        raise UnreachableError(message)


def newest_commit(address: str, ref: str | None, transports: tuple[str, ...] = WEB) -> str:
    """The commit that a branch or tag of a repository is at, by default its main branch.

    Raises:
        UnreachableError: when there is no answer, or no such branch or tag.
    """
    _refuse_own_machine(address, transports)
    names = [f"refs/heads/{ref}", f"refs/tags/{ref}^{{}}", f"refs/tags/{ref}"] if ref else ["HEAD"]
    with TemporaryDirectory(prefix="ita-") as folder:
        asked = ("ls-remote", "--quiet", "--", address, *names)
        said = _run(Path(folder), asked, transports, SECONDS_TO_ASK)
    lines = (line.partition("\t") for line in said.splitlines())
    found = {name: commit for commit, _, name in lines}
    commit = next((found[name] for name in names if name in found), "")
    if not re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", commit):
        message = f"ไม่มี branch หรือ tag ชื่อ {ref}" if ref else "ยังไม่มี commit"
        raise UnreachableError(message)
    return commit


@contextmanager
def fetched(address: str, commit: str, transports: tuple[str, ...] = WEB) -> Iterator[Path]:
    """A commit of another's repository, alone and without large files, while it is needed.

    Gives the folder of a repository to read it from; see `ita_site.facts.git.objects`.

    Raises:
        UnreachableError: when it does not come, in time and within bounds.
    """
    _refuse_own_machine(address, transports)
    with TemporaryDirectory(prefix="ita-") as folder:
        kind = "sha256" if len(commit) == 64 else "sha1"  # noqa: PLR2004 - letters of its names
        git(Path(folder), "init", "--quiet", "--bare", "--template=", f"--object-format={kind}")
        settings = Path(folder, "config").read_bytes()
        wanted = ("--depth=1", f"--filter=blob:limit={MOST_OF_A_FILE}")
        quiet = ("--no-tags", "--no-write-fetch-head", "--no-auto-maintenance", "--quiet")
        asked = ("fetch", *wanted, *quiet, "--no-recurse-submodules", "--", address, commit)
        _run(Path(folder), asked, transports, SECONDS_TO_FETCH)
        # What was left out is not to be asked for while somebody reads.
        Path(folder, "config").write_bytes(settings)
        yield Path(folder)


def day_of(root: Path, commit: str) -> datetime.date | None:
    """The day of a commit where it was made; None for one that no calendar has."""
    form = ("--no-patch", "--no-show-signature", "--no-notes", "--format=%cs")
    try:
        return datetime.date.fromisoformat(git(root, "show", *form, commit, "--").strip())
    except ValueError:
        return None


def _run(folder: Path, asked: tuple[str, ...], transports: tuple[str, ...], seconds: int) -> str:
    """What git says, when it does within bounds; all that it writes lies in the folder."""
    out, said = folder / "stdout", folder / "stderr"
    command = ["git", *QUIET, *_SETTINGS, "-C", str(folder), *asked]
    with out.open("wb") as stdout, said.open("wb") as stderr:
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
                env=_environment(transports),
                start_new_session=True,
            )
        except OSError as error:
            message = "ไม่พบโปรแกรม git ในเครื่องนี้"
            raise NoGitError(message) from error
        try:
            _wait(process, folder, seconds)
        finally:
            _stop(process)
    if process.returncode:
        raise UnreachableError(_last_words(said))
    return out.read_text("utf-8", "replace")


def _environment(transports: tuple[str, ...]) -> dict[str, str]:
    """Nobody is asked for a password; the user's own helpers and keys serve."""
    own = {
        "GIT_ALLOW_PROTOCOL": ":".join(transports),
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ALLOC_LIMIT": _MOST_ALLOCATED,
        "GIT_LFS_SKIP_SMUDGE": "1",
    }
    ssh = {"GIT_SSH_COMMAND": f"ssh -oBatchMode=yes -oConnectTimeout={SECONDS_TO_ASK}"}
    return ssh | environment() | own


def _wait(process: subprocess.Popen[bytes], folder: Path, seconds: int) -> None:
    end = time.monotonic() + seconds
    while process.poll() is None:
        if time.monotonic() > end:
            message = f"ไม่เสร็จภายใน {seconds} วินาที"
            raise UnreachableError(message)
        if _size(folder) > MOST_DOWNLOADED:
            message = f"ส่งข้อมูลมาเกิน {MOST_DOWNLOADED // 1_000_000} MB"
            raise UnreachableError(message)
        time.sleep(_PAUSE)


def _size(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        with suppress(OSError):  # git renames while we look
            total += path.lstat().st_size
    return total


def _stop(process: subprocess.Popen[bytes]) -> None:
    """With all that it has started."""
    if process.poll() is None:
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
    process.wait()


def _last_words(said: Path) -> str:
    """What git says of its failure, without a user's name or password."""
    text = said.read_text("utf-8", "replace")[-_MOST_SAID:]
    lines = [line for line in text.splitlines() if line.startswith(("fatal:", "error:"))]
    words = (lines or text.splitlines() or ["git"])[0].removeprefix("fatal: ")
    words = _USER.sub("", words.removeprefix("error: "))
    return f"อ่านที่เก็บข้อมูลไม่ได้ (git: {words})"
