"""What several commands ask for, and how they say it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from ita_site.facts.problems import ItaSiteError
from ita_site.rules import criteria_report as report
from ita_site.site import settings

if TYPE_CHECKING:
    from ita_site.facts.problems import Language
    from ita_site.facts.thai.calendar import BEDate

CONTENT, OVERRIDES = Path("content"), Path("overrides")
"""Hand-written pages, and what the project looks different in, where the design has them."""

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path),
    help="The data folder. Default: ITA_DATA, else data.",
)
language_option = click.option(
    "--lang", type=click.Choice(["th", "en"]), default="th", help="Language of the messages."
)

keep_going_option = click.option(
    "--keep-going",
    is_flag=True,
    help="In a portal, leave out agencies with errors and go on. Default: ITA_KEEP_GOING.",
)


def today() -> BEDate:
    """The day of the run, or a word about a faulty SOURCE_DATE_EPOCH."""
    try:
        return settings.today()
    except ItaSiteError as error:
        raise click.UsageError(str(error)) from error


def keeps_going(asked: bool) -> bool:  # noqa: FBT001 - the one thing it is about
    """Whether to go on without faulty agencies, or a word about a faulty ITA_KEEP_GOING."""
    try:
        return settings.keeps_going(asked)
    except ItaSiteError as error:
        raise click.UsageError(str(error)) from error


def give_up(words: str) -> NoReturn:
    """Say why on stderr, and end with 1."""
    click.echo(words, err=True)
    sys.exit(1)


def add_to(file: Path, text: str) -> None:
    """Put a text at a file's end."""
    with file.open("a", encoding="utf-8") as opened:
        opened.write(f"{text}\n")


def tell_withheld(names: tuple[str, ...], language: Language) -> None:
    """Say on stderr which agencies are left out."""
    if names:
        click.echo(report.left_out(names, language), err=True)
