"""A wheel that is installed builds what the repository builds."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import zipfile

from tests.package.conftest import wheel_of
from tests.site.project import REPOSITORY, contents, environment, mkdocs


def project(folder):
    """What an agency has of its own, and no more."""
    folder.mkdir()
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)
    for name in ("content", "data", "overrides"):
        shutil.copytree(REPOSITORY / name, folder / name)
    return folder


def run(program, cwd, *arguments: str):
    """Run a program; gives what it printed."""
    done = subprocess.run(
        [program, *arguments],
        cwd=cwd,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_an_installed_wheel_builds_the_same_bytes_as_the_repository(programs, tmp_path):
    one, other = project(tmp_path / "one"), project(tmp_path / "other")
    where = run(programs / "python", other, "-c", "import ita_site; print(ita_site.__file__)")
    assert where.startswith(str(programs.parent))
    log = run(programs / "mkdocs", other, "build", "--strict")
    assert "WARNING" not in log
    mkdocs(one, one / "site").succeeded()
    ours, theirs = contents(one / "site"), contents(other / "site")
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_the_archive_makes_the_same_wheel(sdist, wheel, tmp_path):
    other = wheel_of(sdist, tmp_path)
    with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(other) as two:
        names = sorted(one.namelist())
        assert names == sorted(two.namelist())
        assert [name for name in names if one.read(name) != two.read(name)] == []


def test_the_package_holds_the_program_its_look_and_its_licences_alone(sdist, wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.split("/")[0] for name in names}
    assert {"ita_site"} == {top for top in tops if not top.endswith(".dist-info")}
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "ita_site"], cwd=REPOSITORY, capture_output=True, check=True
    )
    assert set(tracked.stdout.decode().strip("\0").split("\0")) <= set(names)
    licences = {name.rpartition("/")[2] for name in names if "/licenses/" in name}
    assert licences == {"LICENSE", "OFL.txt"}
    with tarfile.open(sdist) as archive:
        folders = {name.split("/")[1] for name in archive.getnames() if name.count("/") > 1}
    assert folders == {"ita_site"}
