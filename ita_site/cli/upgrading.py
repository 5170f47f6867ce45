"""An agency's repository, taken to the version that is installed."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from ita_site.cli.options import give_up, language_option
from ita_site.facts.problems import DataError, ItaSiteError
from ita_site.office.edit_commands.answer import problems_as_text
from ita_site.office.upgrade.report import describe_upgrade
from ita_site.office.upgrade.upgrade import plan_upgrade
from ita_site.site.settings import source_date_epoch

if TYPE_CHECKING:
    from ita_site.facts.problems import Language

TRYING = "กำลังสร้างเว็บไซต์ด้วยรุ่นเดิมและรุ่นใหม่เพื่อเทียบกัน อาจใช้เวลาสองสามนาที"


@click.command()
@click.argument(
    "folder", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option("--dry-run", is_flag=True, help="Tell all of it, and write nothing.")
@click.option(
    "--compare/--no-compare",
    "compares",
    default=True,
    help="Build the site with the version before as well, and tell which pages change.",
)
@language_option
def upgrade(folder: Path, lang: str, *, dry_run: bool, compares: bool) -> None:
    """Take the repository in FOLDER to the version of this program.

    Tells what is new, moves the lock, brings the files that `init` wrote up to date, keeps every
    line the agency changed, and tells which pages change. Exits 0 when done, 1 when
    something is wrong and nothing was written, 2 on wrong usage.
    """
    try:
        plan, difference = plan_upgrade(folder), None
        if plan.files:
            click.echo(TRYING, err=True)
            epoch = source_date_epoch()
            moment = int(time.time()) if epoch is None else epoch
            difference = plan.compare(moment, with_former=compares)
        if not dry_run:
            plan.write()
    except DataError as error:
        give_up(problems_as_text(error.problems, cast("Language", lang)))
    except (ItaSiteError, OSError) as error:
        give_up(str(error))
    click.echo(describe_upgrade(plan, difference, is_written=not dry_run))
