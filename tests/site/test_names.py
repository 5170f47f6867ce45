"""Names that are the site's own: no agency and no file beside the pages takes the place of one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from ita_site.site.load import check_site
from tests.site.project import REPOSITORY, TODAY

if TYPE_CHECKING:
    from pathlib import Path

REFUSALS = ("ITA502", "ITA504", "ITA532", "ITA534")
DATA = {"own": "data", "portal": "tests/agencies"}
TAK = REPOSITORY / "tests/agencies/tak"
WRITTEN = REPOSITORY / "content"


def made(site: Path) -> list[str]:
    """Every file of a built site that is no hand-written one."""
    files = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    own = {path.relative_to(WRITTEN).as_posix() for path in WRITTEN.rglob("*") if path.is_file()}
    own |= {f"{name.removesuffix('.md')}/index.html" for name in own if name.endswith(".md")}
    return sorted(name for name in files if name not in own)


@pytest.mark.parametrize("name", ["own", "portal"])
def test_no_file_beside_the_pages_takes_the_place_of_one_that_is_made(name, request, tmp_path):
    site = request.getfixturevalue(name)
    left = made(site.folder)
    shutil.copytree(WRITTEN, tmp_path / "content")
    for file in left:
        path = tmp_path / "content" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((site.folder / file).read_bytes())
    while taken := _taken(tmp_path / "content", REPOSITORY / DATA[name]):
        for file in taken:
            (tmp_path / "content" / file).unlink()
        left = [file for file in left if file not in taken]
    assert left == []


def _taken(content: Path, data: Path) -> set[str]:
    """Those that are refused; what is found first keeps the rest from being looked at."""
    return {
        problem.file.partition("content/")[2]
        for problem in check_site(data, content, TODAY).problems
        if problem.code in REFUSALS and problem.is_error
    }


def test_no_agency_of_a_portal_is_called_like_something_of_the_site(portal, tmp_path):
    tops = sorted({name.partition("/")[0] for name in made(portal.folder)})
    agencies = {path.name for path in (REPOSITORY / "tests/agencies").iterdir()}
    taken = {name for name in tops if "." not in name} - agencies
    assert {"assets", "search", "help"} <= taken
    assert [name for name in sorted(taken) if not _is_refused(name, tmp_path)] == []


def _is_refused(name: str, folder: Path) -> bool:
    shutil.copytree(TAK, folder / name / name)
    problems = check_site(folder / name, folder / "none", TODAY).problems
    return any(problem.is_error for problem in problems)
