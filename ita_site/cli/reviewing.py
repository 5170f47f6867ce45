"""What changed between two states of the data?"""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_site import __version__
from ita_site.cli.building import build_apart
from ita_site.cli.options import CONTENT, add_to, data_option, today
from ita_site.facts.problems import ItaSiteError
from ita_site.history.review.built import build_both
from ita_site.history.review.checkout import AFTER, project_range, read_states
from ita_site.history.review.compare import compare_states, known_hosts
from ita_site.history.review.formats import FORMATS
from ita_site.history.review.preview.folder import PreviewError, make_room
from ita_site.history.review.project import compare_project
from ita_site.site.settings import data_dir, epoch_of_build

if TYPE_CHECKING:
    from ita_site.history.review.built import Built, BuiltSites
    from ita_site.history.review.project import ProjectRange

NO_COMMITS = "--build และ --preview เทียบได้เฉพาะรุ่นใน git ไม่ใช่โฟลเดอร์ข้อมูล"

COMMIT = re.compile(r"[0-9a-f]{7,64}")


@click.command()
@click.argument("base")
@click.argument("head", required=False)
@data_option
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help="Form of the result."
)
@click.option(
    "--summary",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also add it as Markdown to this file; for a code host's summary.",
)
@click.option(
    "--build",
    "builds",
    is_flag=True,
    help="Also build both states with this program and compare the sites byte for byte. It runs "
    "what the settings of either state name: only where nothing secret is at hand.",
)
@click.option(
    "--preview",
    "preview",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Build as --build does, and write index.html there: each changed page before and after "
    "in pictures, what differs marked, the survey's code read.",
)
@click.option(
    "--run-nothing",
    is_flag=True,
    help="With --build or --preview: build only where nothing of the newer state can run, and "
    "say why where it might.",
)
@click.option(
    "--judged-by",
    metavar="COMMIT",
    help="The commit this program is from; told in the Markdown beside its version.",
)
@click.option("--exit-code", is_flag=True, help="Exit 1 when anything changed, as git diff does.")
def diff(  # noqa: PLR0913, PLR0917 - each is one option
    base: str,
    head: str | None,
    data: Path | None,
    form: str,
    summary: Path | None,
    preview: Path | None,
    judged_by: str | None,
    *,
    builds: bool,
    run_nothing: bool,
    exit_code: bool,
) -> None:
    """Tell what changed from BASE to HEAD, in Thai, loud things first: facts, then all else.

    Each is a data folder or a commit; HEAD is the data folder as it is now where it is left
    out. Of commits hand-written pages, look, settings, program and workflows are compared, too.
    Formatting and remarks in the data files are no change. Exits 0, whatever changed, unless
    --exit-code is given; 2 when one of both is not to be found.
    """
    try:
        day = today()
        project = project_range(base, head, data or data_dir())
        if (builds or preview) and project is None:
            raise click.UsageError(NO_COMMITS)
        old, new = read_states(base, head, data or data_dir(), CONTENT, day)
    except ItaSiteError as error:
        raise click.UsageError(str(error)) from error
    result = compare_states(old, new, day)
    if project:
        files = compare_project(project, known_hosts(old))
        sites = None
        if builds or preview:
            judge = _judge(judged_by)
            sites = _compare_sites(project, preview, judge, trust_head=not run_nothing)
        result = replace(result, project=files, sites=sites)
    markdown = f"{FORMATS['markdown'](result)}\n\n_{_judge(judged_by)}_"
    click.echo(markdown if form == "markdown" else FORMATS[form](result))
    if summary:
        add_to(summary, markdown)
    sys.exit(1 if exit_code and result.has_changes else 0)


def _compare_sites(
    project: ProjectRange, preview: Path | None, judge: str, *, trust_head: bool
) -> BuiltSites:
    """Build both states and compare them; write the preview where one is asked for."""
    build = partial(build_apart, epoch=epoch_of_build())
    try:
        if preview:
            make_room(preview)
        with build_both(project, build, trust_head=trust_head) as built:
            if preview:
                _write_preview(project, preview, built, judge)
            return built.sites
    except PreviewError as error:
        raise click.UsageError(str(error)) from error


def _write_preview(project: ProjectRange, folder: Path, built: Built, judge: str) -> None:
    from ita_site.history.review.preview.write import write_preview  # noqa: PLC0415 - pictures

    title = f"{project.base[:7]} → {project.head[:7] if project.head else AFTER}"
    write_preview(folder, built, title, judge)
    click.echo(f"ภาพก่อนและหลังอยู่ใน {folder / 'index.html'}", err=True)


def _judge(commit: str | None) -> str:
    """Who says all this: a reviewer has to know that it is not the proposal itself."""
    base = f" รุ่นของฐาน {commit[:7]}" if commit and COMMIT.fullmatch(commit) else ""
    return f"ตรวจโดย ita-site {__version__}{base}"
