"""The command line on a machine that lacks what Windows lacks, and that speaks no UTF-8 by itself.

    python -X warn_default_encoding -m tests.package.bare check --data data

What is taken away raises when it is used; a file of ours that is opened in the machine's own
encoding is an error.
"""

from __future__ import annotations

import builtins
import functools
import io
import os
import signal
import sys
import warnings
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType

MODULES = ("fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty")
ASKED_FIRST = {("ita_site.site.build_folder", "fcntl")}
"""Where the platform is asked first; there it is another module, which this machine lacks."""
CALLS = (
    "chown",
    "fork",
    "forkpty",
    "getegid",
    "geteuid",
    "getgid",
    "getpgid",
    "getuid",
    "kill",
    "killpg",
    "lchown",
    "mkfifo",
    "mknod",
    "readlink",
    "setsid",
    "symlink",
    "uname",
)
SIGNALS = ("SIGALRM", "SIGCHLD", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGUSR1", "SIGUSR2")
NO_SUCH_PLACES = ("/bin/", "/dev/", "/etc/", "/proc/", "/usr/bin/")
OURS = "ita_site"


def is_ours(depth: int) -> bool:
    """Whether this program calls; libraries know each system by themselves."""
    caller: str = sys._getframe(depth).f_globals.get("__name__", "")  # noqa: SLF001
    return caller.split(".", maxsplit=1)[0] == OURS


def keep_from_us(module: ModuleType, name: str) -> None:
    """Make a call fail where our code makes it."""
    call = getattr(module, name)

    @functools.wraps(call)
    def kept(*arguments: object, **options: object) -> object:
        if is_ours(2):
            message = f"module {module.__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        return call(*arguments, **options)

    setattr(module, name, kept)


def guard_imports() -> None:
    """Make an import fail where our code asks for it."""
    found = builtins.__import__

    def guarded(name: str, *arguments: Any, **options: Any) -> object:  # noqa: ANN401
        asker = sys._getframe(1).f_globals.get("__name__")  # noqa: SLF001 - who imports
        if name in MODULES and is_ours(2) and (asker, name) not in ASKED_FIRST:
            raise ModuleNotFoundError(name)
        return found(name, *arguments, **options)

    builtins.__import__ = guarded


def guard_files() -> None:
    """Make the places fail that other systems do not have."""
    call = io.open

    def guarded(file: object, *arguments: Any, **options: Any) -> object:  # noqa: ANN401
        name = os.fspath(file) if isinstance(file, os.PathLike) else file
        if isinstance(name, str) and name.startswith(NO_SUCH_PLACES) and is_ours(2):
            raise FileNotFoundError(name)
        mode, encoding = [*arguments, "r"][0], [*arguments, None, None, None][2]
        is_text = "b" not in options.get("mode", mode)
        if is_text and not options.get("encoding", encoding) and is_ours(2):
            raise EncodingWarning(name)
        return call(file, *arguments, **options)  # type: ignore[call-overload]

    builtins.open = guarded  # type: ignore[assignment]


def guard() -> None:
    """Leave our code only what is on every system."""
    for name in CALLS:
        keep_from_us(os, name)
    for name in SIGNALS:
        delattr(signal, name)
    guard_imports()
    guard_files()
    warnings.filterwarnings("error", category=EncodingWarning, module=rf"{OURS}\b")


def main() -> None:
    """Run a command."""
    guard()
    from ita_site.cli import main as run  # noqa: PLC0415

    run(prog_name="ita-site")


if __name__ == "__main__":
    main()
