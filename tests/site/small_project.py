"""A project that is built in no time: one agency, one measure, a survey, in git."""

from __future__ import annotations

import shutil
from textwrap import dedent
from typing import TYPE_CHECKING

from tests.review.proposal import git
from tests.site.project import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NOTHING_DUE = {"SOURCE_DATE_EPOCH": "1684108800", "DISABLE_MKDOCS_2_WARNING": "true"}
"""The environment of a day on which no report of the data is due; and no advertisement."""
FILES = {
    "data/agency.yml": "name: เทศบาลตำบลทดสอบ\nkind: subdistrict_municipality\n",
    "data/2566/year.yml": "eit: {url: https://itas.nacc.go.th/go/eit/xgitdi}\n",
    "data/2566/measures.yml": """\
        measures:
          - {id: a, title: ก, steps: ข, units: ค, timeframe: ตลอดปีงบประมาณ, monitoring: ง}
        """,
}


def small_project(
    folder: Path, files: Mapping[str, str] | None = None, plugins: str = "[search, ita-site]"
) -> Path:
    """Write a project with our settings and look, these files and plugins; gives its folder."""
    for name in ("content", "overrides"):
        shutil.copytree(REPOSITORY / name, folder / name, dirs_exist_ok=True)
    for name, text in {**FILES, "mkdocs.yml": _settings(plugins), **(files or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), "utf-8")
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "ก")
    return folder


def _settings(plugins: str) -> str:
    before, _, rest = (REPOSITORY / "mkdocs.yml").read_text("utf-8").partition("plugins:\n")
    _, _, after = rest.partition("\n\n")
    return f"{before}plugins: {plugins}\n\n{after}"
