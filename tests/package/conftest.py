"""The package, really built and really installed."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from typing import TYPE_CHECKING

import pytest

from tests.site.project import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path


def python(*arguments: str, cwd: Path = REPOSITORY) -> str:
    """Run this environment's Python; gives what it printed."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def wheel_of(source: Path, folder: Path) -> Path:
    """The wheel that pip makes of a folder or an archive."""
    options = ("--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir")
    python("-m", "pip", "wheel", *options, str(folder), str(source))
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="session")
def sdist(tmp_path_factory):
    """The source archive."""
    folder = tmp_path_factory.mktemp("sdist")
    python("-m", "hatchling", "build", "--target", "sdist", "--directory", str(folder))
    (archive,) = folder.glob("*.tar.gz")
    return archive


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """The wheel of the repository as it is."""
    return wheel_of(REPOSITORY, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def programs(wheel, tmp_path_factory):
    """The programs of an environment that has ita-site from the wheel alone.

    Its libraries are this environment's; they join after pip is done, which would else find
    this environment's ita-site as well.
    """
    home = tmp_path_factory.mktemp("environment")
    python("-m", "venv", "--without-pip", str(home))
    scripts = home / ("Scripts" if sys.platform == "win32" else "bin")
    install = ("-m", "pip", "--python", str(home), "install", "--quiet", "--no-deps", "--no-index")
    python(*install, str(wheel))
    library = next(home.rglob("site-packages"))
    libraries = [sysconfig.get_path(name) for name in ("purelib", "platlib")]
    (library / "libraries.pth").write_text("\n".join(libraries), "utf-8")
    (scripts / "mkdocs").write_text(
        f"#!{scripts / 'python'}\nfrom mkdocs.__main__ import cli\ncli()\n", "utf-8"
    )
    (scripts / "mkdocs").chmod(0o755)
    return scripts
