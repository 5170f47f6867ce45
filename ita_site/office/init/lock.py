"""The exact versions an agency installs: the libraries this version was tested with, and itself."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from typing import Any, Final

from ita_site import __version__
from ita_site.facts.problems import DataError
from ita_site.office.edit_commands.request import request_problem
from ita_site.office.init.pip import why_it_does_not_fit

NAME: Final = "requirements.txt"
PROGRAM: Final = "ita-site"
HASH: Final = re.compile(r" \\\n\s+--hash=sha256:[0-9a-f]{64}")
SECONDS: Final = 60
HEAD: Final = (
    "# รุ่นของโปรแกรมทุกตัวที่ใช้สร้างเว็บไซต์นี้ ติดตั้งด้วย: python3 -m pip install -r requirements.txt\n"
    "# บน Windows ใช้ py แทน python3 ไม่ต้องแก้ไฟล์นี้เอง\n"
)
UNHASHED: Final = (
    "# ยังไม่มี hash เพราะตอนที่เขียนไฟล์นี้ถาม PyPI ไม่ได้ จึงยังพิสูจน์ไม่ได้ว่าไฟล์ที่ติดตั้งเป็นของแท้\n"
    "# เมื่อต่ออินเทอร์เน็ตแล้ว เขียนใหม่ด้วย: ita-site init --lock\n"
)


@dataclass(frozen=True, slots=True)
class Lock:
    """The text of a requirements file, and whether it holds the hash of every file."""

    text: str
    is_hashed: bool


def make_lock() -> Lock:
    """A lock of this version and its libraries, for every system.

    The libraries' hashes come with the program. Its own cannot: it is that of the wheel it was
    installed from, else what pip finds in its index. Where neither is to be had no line has a
    hash, for pip wants all of them or none; the file then says so.
    """
    libraries = _libraries()
    if digest := _installed_digest() or _index_digest():
        own = f"{PROGRAM}=={__version__} \\\n    --hash=sha256:{digest}\n"
        return Lock(f"{HEAD}{own}{libraries}", is_hashed=True)
    own = f"{PROGRAM}=={__version__}\n"
    return Lock(f"{HEAD}{UNHASHED}{own}{HASH.sub('', libraries)}", is_hashed=False)


def refuse_misfit() -> None:
    """See that this computer can install the libraries a lock will name.

    Raises:
        DataError: ITA723 when it cannot.
    """
    if reason := why_it_does_not_fit(_libraries()):
        raise DataError([request_problem("ITA723", "version", reason=reason)])


def _libraries() -> str:
    """The libraries' lock as it came with the program, without its head."""
    return re.sub(r"(?m)^#.*\n", "", files(__package__).joinpath(NAME).read_text("utf-8"))


def _installed_digest() -> str:
    """That of the wheel we were installed from, as pip notes it (PEP 610)."""
    try:
        noted = distribution(PROGRAM).read_text("direct_url.json")
    except PackageNotFoundError:
        return ""
    return _digest(json.loads(noted)) if noted else ""


def _index_digest() -> str:
    """That of the wheel pip would install; empty where it finds none, or is not there."""
    options = ("--dry-run", "--no-deps", "--ignore-installed", "--only-binary", ":all:")
    command = [sys.executable, "-m", "pip", "install", *options, "--quiet", "--report", "-"]
    try:
        done = subprocess.run(
            [*command, f"{PROGRAM}=={__version__}"],
            capture_output=True,
            check=False,
            timeout=SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    if done.returncode:
        return ""
    (found,) = json.loads(done.stdout)["install"]
    return _digest(found["download_info"])


def _digest(info: dict[str, Any]) -> str:
    """As PEP 610 has it now, or as pip wrote it before 23.1 (Debian 12 has that)."""
    archive = info.get("archive_info", {})
    digest: str = archive.get("hashes", {}).get("sha256", "")
    return digest or str(archive.get("hash", "")).removeprefix("sha256=")
