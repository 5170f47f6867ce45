"""What is due, and what is late."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ita_site.cli.options import data_option, give_up, today
from ita_site.facts.problems import DataError, as_text
from ita_site.rules.deadlines import FORMS, deadlines
from ita_site.site.settings import data_dir

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@data_option
@click.option(
    "--within",
    type=click.IntRange(min=0),
    default=30,
    show_default=True,
    metavar="DAYS",
    help="How far to look ahead.",
)
@click.option(
    "--format", "form", type=click.Choice(list(FORMS)), default="text", help="Form of the result."
)
def due(data: Path | None, within: int, form: str) -> None:
    """Tell which reports are overdue, and what is due or begins within 30 days.

    Exits 0 when nothing is overdue, 1 when something is or the data has errors, 2 on wrong
    usage.
    """
    try:
        found = deadlines(data or data_dir(), today(), within)
    except DataError as error:
        give_up(as_text(error.problems))
    click.echo(FORMS[form](found, within))
    sys.exit(1 if any(it.due.is_overdue for it in found) else 0)
