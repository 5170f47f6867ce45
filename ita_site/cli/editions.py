"""What the program knows of each year, and how surely."""

from __future__ import annotations

import click

from ita_site.facts.editions.load import edition_years
from ita_site.facts.reading.folder import FIRST_YEAR, LAST_YEAR
from ita_site.office.editions import all_doubts, overview


@click.command()
@click.option("--doubts", "in_doubt", is_flag=True, help="What only the year's manual can confirm.")
@click.option(
    "--year",
    type=click.IntRange(FIRST_YEAR, LAST_YEAR),
    multiple=True,
    metavar="YEAR",
    help="Only this year's doubts; may be given several times. Default: all years known.",
)
def editions(in_doubt: bool, year: tuple[int, ...]) -> None:  # noqa: FBT001 - a switch
    """List the years whose criteria are known; with --doubts, what is unconfirmed of them.

    Exits 0, 2 on wrong usage.
    """
    click.echo(all_doubts(year or edition_years()) if in_doubt or year else overview())
