"""A portal whose agencies keep their facts in repositories of their own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

import click

from ita_site.cli.options import CONTENT, data_option, give_up, language_option, today
from ita_site.facts.git.remote import LOCAL, WEB
from ita_site.facts.problems import DataError, ItaSiteError, as_text
from ita_site.office.portal.locked import bring_all_locked
from ita_site.office.portal.report import describe_outcomes
from ita_site.office.portal.update import Portal
from ita_site.office.portal.update import update as update_portal
from ita_site.site.settings import data_dir

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.facts.problems import Language


@click.group()
def portal() -> None:
    """The agencies of a portal that keep their facts in repositories of their own."""


@portal.command()
@data_option
@click.option(
    "--locked",
    is_flag=True,
    help="Bring what portal.lock names, as on a fresh clone, and leave the lock as it is.",
)
@click.option(
    "--of",
    "revision",
    metavar="COMMIT",
    help="With --locked: what portal.lock named in that commit of the portal, for diff.",
)
@click.option("--local", is_flag=True, help="Take repositories on this computer (file://) as well.")
@language_option
def update(
    data: Path | None, revision: str | None, lang: str, *, locked: bool, local: bool
) -> None:
    """Bring the newest good state of each agency that portal.yml names into portal.lock.

    One that cannot be reached, or whose facts have errors, keeps its last good state and is
    told. Only data files are taken, and nothing of theirs is run. Exits 0 when each is the
    newest, 1 when one is not or nothing could be done, 2 on wrong usage.
    """
    if revision and not locked:
        message = "--of ใช้กับ --locked"
        raise click.UsageError(message)
    language = cast("Language", lang)
    transports = LOCAL if local else WEB
    folder = data or data_dir()
    try:
        if locked:
            outcomes = bring_all_locked(folder, transports, revision or "")
        else:
            outcomes = update_portal(Portal(folder, CONTENT, today(), transports))
    except DataError as error:
        give_up(as_text(error.problems, language))
    except (ItaSiteError, OSError) as error:
        give_up(str(error))
    click.echo(describe_outcomes(outcomes, language))
    sys.exit(0 if all(one.is_done for one in outcomes) else 1)
