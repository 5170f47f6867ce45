"""A folder of releases that rsync reaches: on a server by SSH, or on this machine.

Only rsync is run there, so that an account may be limited to it (`rrsync`).
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

from ita_site.delivery.publish.target import PublishError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ita_site.delivery.publish.address import Address
    from ita_site.delivery.publish.target import OnProgress

ALIKE = ("--recursive", "--links", "--perms", "--chmod=D755,F644", "--checksum")
"""Files are compared by content, for two builds differ in their times."""
LISTED = re.compile(r"([-dl])\S+ +([\d,]+) \S{10} \S{8} (.+)")
SENT = re.compile(r"\s*[\d,.]+\s+(\d+)%")
ARROW = " -> "
MOMENTS, MOMENT = 10, 0.1
IN_USE = "Another instance of rrsync"
"""An account of `rrsync` has one command at a time: ours may meet the renewal of our lock."""
PATIENCE, LOOK = 30, 0.5
NOT_FOUND = 127
REASONS = (
    ("ITA822", r"not installed here|Failed to exec ssh"),
    ("ITA823", r"REMOTE HOST IDENTIFICATION HAS CHANGED|Host key for .* has changed"),
    ("ITA824", r"No \S+ host key is known|Host key verification failed"),
    ("ITA825", r"Permission denied \((publickey|.*password|keyboard)|Too many authentication"),
    ("ITA826", r"Could not resolve|Connection refused|timed out|No route|unreachable"),
    ("ITA827", r"rsync: (?:command )?not found|rsync: No such file|not found.*rsync"),
    ("ITA828", r"No space left|[Qq]uota exceeded|File too large"),
    ("ITA829", r"Permission denied \(13\)|Read-only file system|Operation not permitted"),
    ("ITA830", r"mkdir .* failed: No such file|change_dir .* failed: No such file"),
    ("ITA831", r"is your shell clean|protocol version mismatch|not available"),
    ("ITA833", r"Another instance of rrsync"),
    ("ITA832", r"unexpectedly closed|Broken pipe|reset by peer|[Tt]imeout|lost connection"),
)
"""What is looked for in the order of how sure it is."""
SPLIT = re.compile(r"[\r\n]+")


@dataclass(frozen=True, slots=True)
class RemoteEntry:
    """What a folder holds: `link` is where a symlink leads, None for anything else."""

    path: str
    is_folder: bool
    link: str | None


class Rsync:
    """Runs rsync between this machine and the folder of an address."""

    def __init__(self, address: Address, shell: Sequence[str] = ()) -> None:
        """`shell` is the command that reaches the host; none for a folder of this machine."""
        self.address = address
        self._shell = shell
        user = f"{address.user}@" if address.user else ""
        host = f"[{address.host}]" if ":" in address.host else address.host
        self._root = f"{user}{host}:" if shell else ""

    def names(self, below: str = "", only: Iterable[str] = ()) -> list[RemoteEntry]:
        """What lies below a folder; `only` these patterns of rsync's, all when there are none."""
        chosen = [f"--include={pattern}" for pattern in only]
        chosen += ["--exclude=*"] if chosen else []
        options = ("--list-only", "--recursive", "--links", "--8-bit-output", "--no-h")
        return list(_parse_listing(self._run([*options, *chosen, self._at(below)])))

    def fetch(self, paths: Iterable[str], below: str, to: Path) -> None:
        """Copy some files below a folder, those that there are, with their rights."""
        with _file_list(paths) as listed:
            options = ("--links", "--perms", "--ignore-missing-args", f"--files-from={listed}")
            self._run([*options, self._at(below), f"{to}/"])

    def send(
        self,
        folder: Path,
        below: str,
        *options: str,
        on_progress: OnProgress | None = None,
        size: int = 0,
    ) -> None:
        """Make what lies below a folder there like one here, but for what only is there."""
        progress = ("--info=progress2", "--no-inc-recursive") if on_progress else ()
        self._run([*ALIKE, *progress, *options, f"{folder}/", self._at(below)], on_progress, size)

    def holds(self, folder: Path, below: str) -> bool:
        """Whether everything that is here is there as well, byte for byte."""
        options = ("--dry-run", "--itemize-changes")
        return not self._run([*ALIKE, *options, f"{folder}/", self._at(below)]).strip()

    def link(self, links: Mapping[str, str], *, replace: bool) -> bool:
        """Make symlinks in the folder itself, each at once; whether all came to be.

        Without `replace` one that is there already stays, and that is no error.
        """
        with TemporaryDirectory(prefix="ita-") as folder:
            for name, leads_to in links.items():
                Path(folder, name).symlink_to(leads_to)
            keep = () if replace else ("--ignore-existing",)
            named = [f"{folder}/{name}" for name in links]  # not the folder: its rights are ours
            done = self._run(["--links", "--itemize-changes", *keep, *named, self._at("")])
        return sum(line.startswith("cL") for line in done.splitlines()) == len(links)

    def make(self, name: str) -> None:
        """Make a folder within the folder itself."""
        with TemporaryDirectory(prefix="ita-") as folder:
            Path(folder, name).mkdir()
            self._run([*ALIKE, f"{folder}/{name}", self._at("")])

    def delete(self, below: str, patterns: Iterable[str]) -> None:
        """Delete what matches patterns of rsync's, folders with all that is in them."""
        with TemporaryDirectory(prefix="ita-") as empty:
            chosen = [f"--include={pattern}" for pattern in patterns]
            options = ("--recursive", "--delete", "--force", *chosen, "--exclude=*")
            self._run([*options, f"{empty}/", self._at(below)])

    def _at(self, below: str) -> str:
        return f"{self._root}{self.address.path.rstrip('/')}/{below}"

    def _run(
        self, arguments: list[str], on_progress: OnProgress | None = None, size: int = 0
    ) -> str:
        shell = [f"--rsh={shlex.join(self._shell)}"] if self._shell else []
        command = ["rsync", "--timeout=60", *shell, *arguments]
        until = time.monotonic() + PATIENCE
        try:
            code, out, err = _run_watched(command, on_progress, size)
            while code and IN_USE in err and time.monotonic() < until:
                time.sleep(LOOK)
                code, out, err = _run_watched(command, on_progress, size)
        except FileNotFoundError as error:
            raise _publish_error(self.address, NOT_FOUND, "rsync: not installed here") from error
        if code:
            raise _publish_error(self.address, code, err)
        return out


def _run_watched(
    command: list[str], on_progress: OnProgress | None, size: int
) -> tuple[int, str, str]:
    """Exit code, output and errors; `on_progress` is called while it runs."""
    with (
        TemporaryDirectory(prefix="ita-") as folder,
        Path(folder, "errors").open("w+b") as errors,
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            env=_environment(),
        ) as running,
    ):
        assert running.stdout  # noqa: S101 - a pipe
        try:
            out = b""
            while part := os.read(running.stdout.fileno(), 1 << 16):
                out = (out if not on_progress else b"") + part
                if on_progress and (percents := SENT.findall(part.decode("utf-8", "replace"))):
                    on_progress(size * int(percents[-1]) // 100, size)
        except BaseException:
            running.terminate()
            raise
        code = running.wait()
        return code, _decode(out), _read_errors(errors) if code else ""


def _read_errors(errors: BinaryIO) -> str:
    """What went wrong; ssh may tell a moment after rsync is over."""
    text = ""
    for _ in range(MOMENTS):
        errors.seek(0)
        text = _decode(errors.read())
        if _is_known(text):
            break
        time.sleep(MOMENT)
    return text


@contextmanager
def _file_list(paths: Iterable[str]) -> Iterator[Path]:
    with TemporaryDirectory(prefix="ita-") as folder:
        listed = Path(folder, "files")
        listed.write_text("".join(f"{path}\n" for path in paths), "utf-8", "surrogateescape")
        yield listed


def _parse_listing(text: str) -> Iterator[RemoteEntry]:
    for line in text.splitlines():
        if entry := LISTED.fullmatch(line):
            kind, _, path = entry.groups()
            path, _, link = path.partition(ARROW) if kind == "l" else (path, "", None)
            if path != ".":
                yield RemoteEntry(path, kind == "d", link)


def _environment() -> dict[str, str]:
    """The environment, with known messages, without anybody's own rsync options."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("RSYNC_")}
    return {**own, "LC_ALL": "C"}


def _decode(text: bytes) -> str:
    return text.decode("utf-8", "surrogateescape")


def _is_known(text: str) -> bool:
    """Whether a text tells the reason."""
    return any(re.search(pattern, text) for _, pattern in REASONS)


def _publish_error(address: Address, code: int, text: str) -> PublishError:
    """The reason behind an exit code and what was written on the way."""
    known = next((code for code, pattern in REASONS if re.search(pattern, text)), None)
    if not known:
        known = "ITA827" if code == NOT_FOUND else "ITA820"
    lines = [line.strip() for line in SPLIT.split(text) if line.strip(" @")]
    reason = lines[0] if lines else f"exit {code}"
    return PublishError(
        known, host=address.host, path=address.path, user=address.user or "", reason=reason
    )
