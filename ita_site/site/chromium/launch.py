"""Where a Chromium is on each system, and how it is started with a pipe to it.

The pipe is Chromium's own (`--remote-debugging-pipe`): in on descriptor 3 and out on descriptor 4,
or on Windows by two handles it is told.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
"""On the search path."""
ON_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
"""Variables that name the folders of programs."""
ON_MACOS = ("Google Chrome", "Chromium", "Microsoft Edge")
MACOS_FOLDERS = (Path("/Applications"), Path("~/Applications"))
PIPE = "--remote-debugging-pipe"
WINDOWS_PIPE = "--remote-debugging-io-pipes"
TO_DESCRIPTORS = 'exec "$@" 3<&0 4>&1 </dev/null >/dev/null'
"""For a shell: what goes in and comes out by descriptors 3 and 4, and nothing by 0 and 1."""


@dataclass(frozen=True, slots=True)
class Line:
    """A process, and the two ends of the pipe to it."""

    process: subprocess.Popen[bytes]
    into: IO[bytes]
    out: IO[bytes]


def find_chromium() -> str | None:
    """The path of the Chromium, Chrome or Edge of this machine.

    `ITA_CHROMIUM` goes before what is on the search path, and that before the places where
    Windows and macOS keep such programs.
    """
    named = os.environ.get("ITA_CHROMIUM", "")
    found = filter(None, map(shutil.which, (named, *NAMES)))
    installed = (str(path) for path in known_places(os.environ) if path.is_file())
    return next(found, None) or next(installed, None)


def known_places(environment: Mapping[str, str]) -> Iterator[Path]:
    """Where installers put them; the places of other systems are not there on this one."""
    upper = {name.upper(): value for name, value in environment.items()}
    for folder in filter(None, map(upper.get, WINDOWS_FOLDERS)):
        yield from (Path(folder, name) for name in ON_WINDOWS)
    for applications in MACOS_FOLDERS:
        for name in ON_MACOS:
            yield applications.expanduser() / f"{name}.app/Contents/MacOS/{name}"


def is_root() -> bool:
    """Whether we may do everything, which Chromium's sandbox does not allow."""
    return sys.platform != "win32" and os.geteuid() == 0


if sys.platform == "win32":
    import msvcrt

    def launch(command: Sequence[str], environment: Mapping[str, str]) -> Line:
        """Start it; OSError when the program cannot be started at all."""
        theirs_in, ours_in = os.pipe()
        ours_out, theirs_out = os.pipe()
        handles = [msvcrt.get_osfhandle(end) for end in (theirs_in, theirs_out)]
        for handle in handles:
            os.set_handle_inheritable(handle, True)
        startup = subprocess.STARTUPINFO()
        startup.lpAttributeList = {"handle_list": handles}
        process = subprocess.Popen(
            [*command, PIPE, f"{WINDOWS_PIPE}={handles[0]},{handles[1]}"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            startupinfo=startup,
        )
        for end in (theirs_in, theirs_out):
            os.close(end)
        return Line(process, os.fdopen(ours_in, "wb"), os.fdopen(ours_out, "rb"))

else:

    def launch(command: Sequence[str], environment: Mapping[str, str]) -> Line:
        """Start it; OSError when there is not even a shell."""
        process = subprocess.Popen(
            ["/bin/sh", "-c", TO_DESCRIPTORS, "sh", *command, PIPE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        return Line(process, cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout))
