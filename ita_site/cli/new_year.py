"""A new year's folder."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

import click

from ita_site.cli.options import CONTENT, data_option, give_up, language_option, today
from ita_site.facts.problems import DataError
from ita_site.office.edit_commands import answer, new_year
from ita_site.site.settings import data_dir

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.facts.problems import Language
    from ita_site.office.edit_commands.new_year import NewYearBasis, NewYearPlan

ASK = "มาตรการใดทำต่อ พิมพ์เลขคั่นด้วยจุลภาค เช่น 1,3 หรือ all (ทุกเรื่อง) unfinished (ที่ยังไม่เสร็จ) none (ไม่เอา)"


@click.command("new-year")
@click.argument("year")
@click.option(
    "--measures",
    metavar="all|unfinished|none|ID,ID",
    help="Measures that go on. Without it a terminal shows a list to choose from.",
)
@click.option("--agency", default="", metavar="SLUG", help="The agency, in a portal.")
@click.option("--dry-run", is_flag=True, help="Show the files, and write nothing.")
@data_option
@language_option
def begin(  # noqa: PLR0913 - each is one option
    year: str, measures: str | None, agency: str, data: Path | None, lang: str, *, dry_run: bool
) -> None:
    """Begin the folder of YEAR from the year before it, which stays as it is.

    Exits 0 when done, 1 when something is wrong and nothing was written, 2 on wrong usage.
    """
    try:
        start = new_year.find_basis(data or data_dir(), year, agency)
        words = _split(measures if measures is not None else _ask(start))
        chosen = new_year.choose_measures(start.measures, words)
        made = new_year.plan_new_year(start, chosen, CONTENT, today())
    except DataError as error:
        give_up(answer.problems_as_text(error.problems, cast("Language", lang)))
    if dry_run:
        _show(made)
    else:
        made.write()
    click.echo(answer.new_year_as_text(start, made), err=True)


def _split(listed: str) -> list[str]:
    return [word.strip() for word in listed.split(",") if word.strip()]


def _ask(start: NewYearBasis) -> str:
    """What the officer chooses from the list."""
    if not start.measures:
        return new_year.NONE
    if not sys.stdin.isatty():
        message = "บอกว่ามาตรการใดทำต่อ: --measures all, unfinished, none หรือรหัสคั่นด้วยจุลภาค"
        raise click.UsageError(message)
    for number, entry in enumerate(start.measures, 1):
        title = " ".join(entry.measure.titles) or entry.measure.id
        click.echo(f"{number:3}. {title} ({entry.standing.label})", err=True)
    return str(click.prompt(ASK, default=new_year.UNFINISHED_ONES, err=True))


def _show(made: NewYearPlan) -> None:
    for name, text in made.files.items():
        click.echo(f"==> {made.folder.as_posix()}/{name} <==\n{text.decode()}")
