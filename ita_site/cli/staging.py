"""The whole site for another generator."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from ita_site.cli.options import (
    CONTENT,
    OVERRIDES,
    data_option,
    give_up,
    keep_going_option,
    keeps_going,
    language_option,
    tell_withheld,
    today,
)
from ita_site.facts.git.command import GitError
from ita_site.facts.problems import DataError, as_text
from ita_site.history.changelog import read_log
from ita_site.site.settings import data_dir, tells_changes
from ita_site.site.share.raqm import NO_RAQM, can_draw
from ita_site.site.stage import stage_site

if TYPE_CHECKING:
    from ita_site.facts.problems import Language
    from ita_site.rules.figures.changes.log import Log


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@data_option
@language_option
@keep_going_option
def stage(folder: Path, data: Path | None, lang: str, *, keep_going: bool) -> None:
    """Write the whole site into FOLDER, as a project that any other generator builds.

    In it: pages as Markdown, files, the look with what overrides/ changes of it, and mkdocs.yml.
    """
    going, language = keeps_going(keep_going), cast("Language", lang)
    try:
        read = data or data_dir()
        count, site = stage_site(
            folder,
            read,
            CONTENT,
            today(),
            own_look=OVERRIDES,
            keep_going=going,
            log=_history(read),
        )
    except DataError as error:
        give_up(as_text(error.problems, language))
    except FileExistsError as error:
        message = f"{error} ไม่ใช่โฟลเดอร์ว่างหรือโฟลเดอร์ที่ ita-site เขียนไว้ จึงไม่เขียนทับ"
        raise click.UsageError(message) from error
    if site.problems:
        click.echo(as_text(site.problems, language), err=True)
    if site.outputs.site_url and not can_draw():
        click.echo(NO_RAQM, err=True)
    if site.outputs.missing_form:
        click.echo(site.outputs.missing_form, err=True)
    click.echo(f"เขียน {count} ไฟล์ไว้ใน {folder}", err=True)
    tell_withheld(site.withheld, language)


def _history(data: Path) -> Log | None:
    """What changed when; without links, for who stages names no code host."""
    try:
        found = read_log(data) if tells_changes() else None
    except GitError as error:
        click.echo(f"อ่านประวัติของ git ไม่ได้: {error}", err=True)
        return None
    if found and found.shallow:
        click.echo("ประวัติของ git ในสำเนานี้ไม่ครบ หน้าข้อมูลที่เปลี่ยนจึงไม่ครบด้วย", err=True)
    return found
