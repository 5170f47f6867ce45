"""An agency's repository from one version to the next: both real wheels, its git a real one."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from ita_site import __version__
from ita_site.facts.problems import catalogue
from tests.package.conftest import python, wheel_of
from tests.package.test_init import OFFLINE, older_library, options
from tests.site.project import REPOSITORY, Run, contents, environment, run

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

BEFORE = "0.0.9"
LIBRARIES = sysconfig.get_path("purelib")
OLD_TEMPLATES = {
    "github.yml": ('cron: "17 1 * * 1"', 'cron: "17 1 * * 2"'),
    "mkdocs.yml": ("# ข้อเท็จจริงอยู่ใน data/", "# ข้อมูลอยู่ใน data/"),
    "gitignore": ("/.cache/\n", ""),
    "settings.json": ('"editor.tabSize": 2', '"editor.tabSize": 4'),
    "README.md": ("## ติดตั้งครั้งแรก", "## ติดตั้ง"),
    "CODEOWNERS": ("ต้องเห็นชอบก่อนรวม", "ต้องเห็นชอบ"),
}
"""What the version before said instead, in the templates of `init`."""
CLOSED_INDEX = {
    "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
    "PIP_EXTRA_INDEX_URL": "",
    "PIP_RETRIES": "1",
    "PIP_NO_INDEX": "",
}
"""As without a network; what lies beside is found nevertheless."""


def git(folder: Path, *arguments: str) -> str:
    own = ("-c", "user.name=x", "-c", "user.email=x@x", "-c", "init.defaultBranch=main")
    done = subprocess.run(
        ["git", *own, *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "x")


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text, file
    file.write_text(text.replace(old, new), "utf-8", newline="\n")


@dataclass(frozen=True)
class Former:
    """The version before: its wheel, and Python with it installed."""

    wheel: Path
    python: Path


@pytest.fixture(scope="session")
def former(tmp_path_factory):
    """The present tree with a lower number and other templates, as a wheel that pip installed."""
    source, home = (tmp_path_factory.mktemp(name) for name in ("source", "former"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(REPOSITORY / name, source)
    shutil.copytree(
        REPOSITORY / "ita_site", source / "ita_site", ignore=shutil.ignore_patterns("__pycache__")
    )
    replace(source / "pyproject.toml", f'version = "{__version__}"', f'version = "{BEFORE}"')
    replace(source / "ita_site/__init__.py", f'"{__version__}"', f'"{BEFORE}"')
    templates = source / "ita_site/office/init/templates"
    for name, (present, old) in OLD_TEMPLATES.items():
        replace(templates / name, present, old)
    wheel = wheel_of(source, tmp_path_factory.mktemp("wheels"))
    python("-m", "venv", "--without-pip", str(home))
    install = ("-m", "pip", "--python", str(home), "install", "--quiet", "--no-deps", "--no-index")
    python(*install, str(wheel))
    next(home.rglob("site-packages")).joinpath("libraries.pth").write_text(LIBRARIES, "utf-8")
    return Former(wheel, home / ("Scripts" if sys.platform == "win32" else "bin") / "python")


def by_former(former: Former, folder: Path, *arguments: str) -> str:
    """A command of the version before; its libraries are this environment's."""
    done = subprocess.run(
        [former.python, "-m", "ita_site", *arguments],
        cwd=folder,
        env=environment(**OFFLINE),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def repository(former, tmp_path):
    """What the version before wrote for an agency at GitHub, committed."""
    folder = tmp_path / "my-site"
    by_former(former, tmp_path, "init", "my-site", *options(**{"--host": "github", "--target": ""}))
    git(folder, "init", "--quiet")
    commit(folder)
    return folder


def upgrade(folder: Path, *more: str, **env: str) -> Run:
    """Run the present version's command, without a network."""
    return run(
        folder, "ita-site", "upgrade", *more, env={**CLOSED_INDEX, "ITA_DATA": "data", **env}
    )


@pytest.fixture(scope="session")
def hashes(wheel) -> Mapping[str, str]:
    """Where pip finds the present version, whose hash the lock takes."""
    return {"PIP_FIND_LINKS": str(wheel.parent)}


def edit_as_an_agency_would(folder: Path) -> None:
    """Its own words in files of `init`, and facts."""
    replace(
        folder / ".github/workflows/ita-site.yml",
        'target: "" #',
        'target: "ssh://ita@banmai.example/" #',
    )
    replace(folder / "mkdocs.yml", "  - ita-site\n", "  - ita-site:\n      allow_scripts: []\n")
    with (folder / ".gitignore").open("a", encoding="utf-8") as ignored:
        ignored.write("/private/\n")
    replace(folder / "content/about.md", "เว็บไซต์นี้รวมคำตอบไว้ที่เดียว", "เทศบาลรวมคำตอบไว้ที่นี่")
    replace(folder / "data/agency.yml", "  phone:\n", "  phone: 0 5400 0001\n")
    (folder / "content/rules.md").write_text("# ระเบียบ\n", "utf-8")
    commit(folder)


@pytest.mark.thorough
def test_no_conflict_no_lost_line_and_the_addresses_stay(repository, hashes, former):
    edit_as_an_agency_would(repository)
    by_former(former, repository, "build", "--site-dir", "../before")
    before = contents(repository)
    done = upgrade(repository, "--no-compare", **hashes).succeeded()
    after = contents(repository)
    changed = {path for path in after if before.get(path) != after[path] and ".git/" not in path}
    assert changed == {
        *(".gitignore", ".vscode/settings.json", "README.md", "mkdocs.yml", ".github/CODEOWNERS"),
        *(".github/workflows/ita-site.yml", ".ita-site.json", "requirements.txt"),
    }
    assert before.keys() <= after.keys()
    workflow = after[".github/workflows/ita-site.yml"].decode()
    assert 'target: "ssh://ita@banmai.example/" #' in workflow
    assert workflow.count(f"@v{__version__} ") == 5
    assert 'cron: "17 1 * * 1"' in workflow
    assert b"      allow_scripts: []\n" in after["mkdocs.yml"]
    assert after[".gitignore"].decode().split("\n")[:3] == ["/.venv/", "/.cache/", "/site/"]
    assert after[".gitignore"].endswith(b"/private/\n")
    assert re.search(
        rf"(?m)^ita-site=={re.escape(__version__)} \\\n +--hash=",
        after["requirements.txt"].decode(),
    )
    assert "คงไว้ตามเดิม" not in done.log
    assert "+/.cache/" in done.log, "the difference is shown where the agency changed the file"
    run(
        repository, "ita-site", "build", "--site-dir", "../after", env={"ITA_DATA": "data"}
    ).succeeded()
    pages = [
        {path for path in contents(repository.parent / name) if path.endswith((".html", ".csv"))}
        for name in ("before", "after")
    ]
    assert pages[0] == pages[1]
    assert "rules/index.html" in pages[0]


@pytest.mark.thorough
def test_what_it_wrote_is_what_init_writes_now(repository, hashes, tmp_path):
    upgrade(repository, "--no-compare", **hashes).succeeded()
    fresh = ("init", "fresh", *options(**{"--host": "github", "--target": ""}))
    run(tmp_path, "ita-site", *fresh, env={**CLOSED_INDEX, **hashes}).succeeded()
    ours = {path: text for path, text in contents(repository).items() if ".git/" not in path}
    assert ours == contents(tmp_path / "fresh")


@pytest.mark.thorough
def test_a_second_time_there_is_nothing_to_do(repository, hashes):
    edit_as_an_agency_would(repository)
    upgrade(repository, "--no-compare", **hashes).succeeded()
    commit(repository)
    before = contents(repository)
    done = upgrade(repository, **hashes).succeeded()
    assert "ไม่มีอะไรต้องทำ" in done.log
    assert "pip install --upgrade ita-site" in done.log
    assert contents(repository) == before


@pytest.mark.thorough
def test_what_was_edited_before_the_first_commit_is_merged_as_well(repository, hashes):
    shutil.rmtree(repository / ".git")
    edit_before = 'target: "ssh://ita@banmai.example/" #'
    replace(repository / ".github/workflows/ita-site.yml", 'target: "" #', edit_before)
    git(repository, "init", "--quiet")
    commit(repository)
    done = upgrade(repository, "--no-compare", **hashes).succeeded()
    text = (repository / ".github/workflows/ita-site.yml").read_text("utf-8")
    assert edit_before in text
    assert text.count(f"@v{__version__} ") == 5
    assert "คงไว้ตามเดิม" not in done.log


def test_where_both_changed_a_line_the_agencys_stays_and_is_shown(repository, hashes):
    replace(repository / "mkdocs.yml", "# ข้อมูลอยู่ใน data/", "# ข้อมูลของเราอยู่ใน data/")
    commit(repository)
    before = (repository / "mkdocs.yml").read_bytes()
    for _ in range(2):
        done = upgrade(repository, "--no-compare", **hashes).succeeded()
        assert (repository / "mkdocs.yml").read_bytes() == before
        assert "คงไว้ตามเดิม" in done.log
        assert "+# ข้อเท็จจริงอยู่ใน data/" in done.log
        if git(repository, "status", "--porcelain"):
            commit(repository)


@pytest.mark.thorough
def test_what_the_agency_took_away_stays_away(repository, hashes):
    (repository / ".vscode/settings.json").unlink()
    commit(repository)
    upgrade(repository, "--no-compare", **hashes).succeeded()
    assert not (repository / ".vscode/settings.json").exists()


@pytest.mark.thorough
def test_lines_that_end_as_on_windows_are_no_change(repository, hashes):
    for path in (".gitignore", "mkdocs.yml"):
        file = repository / path
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    commit(repository)
    done = upgrade(repository, "--no-compare", **hashes).succeeded()
    assert "หน่วยงานแก้" not in done.log
    text = (repository / ".gitignore").read_bytes()
    assert b"/.cache/\r\n" in text
    assert text.count(b"\n") == text.count(b"\r\n")


@pytest.mark.thorough
def test_a_lock_moved_by_hand_or_a_bot_is_enough(repository, hashes):
    run(repository, "ita-site", "init", "--lock", env={**CLOSED_INDEX, **hashes}).succeeded()
    commit(repository)
    run(repository, "ita-site", "check", env={"ITA_DATA": "data"})
    run(repository, "ita-site", "build", env={"ITA_DATA": "data"}).succeeded()
    done = upgrade(repository, **hashes).succeeded()
    assert ".github/workflows/ita-site.yml" in done.log


@pytest.mark.thorough
def test_it_builds_with_both_versions_and_tells_which_pages_change(repository, hashes, former):
    """The lock names the program alone here: its libraries lie on no server of this machine."""
    locked = (repository / "requirements.txt").read_text("utf-8")
    own = re.search(r"(?m)^ita-site==.* \\\n.*\n", locked)[0]
    (repository / "requirements.txt").write_text(own, "utf-8")
    replace(repository / "content/about.md", "เว็บไซต์นี้รวมคำตอบไว้ที่เดียว", "เทศบาลรวมคำตอบไว้ที่นี่")
    commit(repository)
    links = f"{former.wheel.parent} {hashes['PIP_FIND_LINKS']}"
    done = upgrade(repository, PIP_FIND_LINKS=links, PYTHONPATH=LIBRARIES).succeeded()
    assert f"จากรุ่น {BEFORE} เป็นรุ่น {__version__}" in done.log
    assert "ข้อความ ที่อยู่ และไฟล์ข้อมูลของเว็บไซต์เหมือนเดิมทั้งหมด" in done.log


@pytest.mark.thorough
def test_dry_run_tells_and_writes_nothing(repository, hashes):
    before = contents(repository)
    done = upgrade(repository, "--no-compare", "--dry-run", **hashes).succeeded()
    assert "--dry-run" in done.log
    assert ".github/workflows/ita-site.yml" in done.log
    assert {**contents(repository)} == before


def uncommitted(folder: Path) -> None:
    replace(folder / "mkdocs.yml", "docs_dir", "# ของเรา\ndocs_dir")


def never_committed(folder: Path) -> None:
    shutil.rmtree(folder / ".git")
    git(folder, "init", "--quiet")


def change(path: str, old: str, new: str):
    """An edit, committed."""

    def edit(folder: Path) -> None:
        replace(folder / path, old, new)
        commit(folder)

    return edit


def without_record(folder: Path) -> None:
    (folder / ".ita-site.json").unlink()
    commit(folder)


def as_it_is(folder: Path) -> None:
    assert folder.is_dir()


def with_an_older_library(folder: Path) -> None:
    older_library(folder.parent / "older")


NO_LIBRARIES = {"PIP_NO_INDEX": "1", "PYTHONPATH": "../older"}
NO_WHEEL = {"PIP_FIND_LINKS": ""}
REFUSALS = [
    (uncommitted, {}, "ITA715", "mkdocs.yml"),
    (never_committed, {}, "ITA715", "CODEOWNERS"),
    (change("requirements.txt", f"=={BEFORE}", "==9.0.0"), {}, "ITA716", "9.0.0"),
    (change("requirements.txt", "ita-site==", "other=="), {}, "ITA714", "requirements.txt"),
    (change(".ita-site.json", "github", "geocities"), {}, "ITA714", ".ita-site.json"),
    (without_record, {}, "ITA714", ".ita-site.json"),
    (as_it_is, NO_WHEEL, "ITA720", "hash"),
    (with_an_older_library, NO_LIBRARIES, "ITA717", "No matching distribution"),
    (change("data/agency.yml", "name:", "nmae:"), {}, "ITA719", "ita-site check"),
]


@pytest.mark.thorough
@pytest.mark.parametrize(("prepare", "env", "code", "sign"), REFUSALS)
def test_what_cannot_be_is_said_once_and_nothing_is_written(  # noqa: PLR0913, PLR0917 - a case
    repository, hashes, prepare, env, code, sign
):
    prepare(repository)
    refused(repository, code, sign, "--no-compare", **{**hashes, **env})


@pytest.mark.thorough
def test_a_former_version_that_cannot_be_had_is_said_with_the_way_out(repository, hashes):
    refused(repository, "ITA718", "--no-compare", **hashes)


def refused(folder: Path, code: str, sign: str, *more: str, **env: str) -> None:
    """One message, with the way out; and all as it was."""
    before = contents(folder)
    done = upgrade(folder, *more, **env)
    assert done.code == 1, done.log
    assert "Traceback" not in done.log
    (message,) = [line for line in done.log.splitlines() if "สร้างเว็บไซต์ด้วยรุ่นเดิมและ" not in line]
    assert sign in message
    assert message.startswith(("โฟลเดอร์ (FOLDER): ", "รุ่นของโปรแกรม (ita-site): "))
    assert catalogue()[code].wordings["th"].what.partition("{")[0] in message
    assert contents(folder) == before or set(contents(folder)) == set(before)


@pytest.mark.thorough
def test_without_git_what_was_not_touched_is_brought_up_to_date(repository, hashes):
    replace(repository / "mkdocs.yml", "docs_dir", "# ของเรา\ndocs_dir")
    shutil.rmtree(repository / ".git")
    upgrade(repository, "--no-compare", **hashes).succeeded()
    text = (repository / "mkdocs.yml").read_text("utf-8")
    assert "# ของเรา\n" in text
    assert "# ข้อเท็จจริงอยู่ใน data/" in text
    assert "/.cache/" in (repository / ".gitignore").read_text("utf-8")
