"""The command line. Each command hands over to its room."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from ita_site import __version__, report
from ita_site.problems import FORMATS, DataError, ItaSiteError, as_text
from ita_site.site import data_dir, keeps_going, look, today
from ita_site.stage import stage_site

if TYPE_CHECKING:
    from ita_site.problems import Language, Problem
    from ita_site.thai.calendar import BEDate

CONTENT = Path("content")

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


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ita-site")
def main() -> None:
    """Publish an agency's OIT transparency pages from YAML."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # an old terminal shows what it can
            stream.reconfigure(errors="replace")


def _today() -> BEDate:
    try:
        return today()
    except ItaSiteError as error:
        raise click.UsageError(str(error)) from error


def _keeps_going(asked: bool) -> bool:  # noqa: FBT001 - the one thing it is about
    try:
        return keeps_going(asked)
    except ItaSiteError as error:
        raise click.UsageError(str(error)) from error


@main.command()
@data_option
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help="Form of the result."
)
@language_option
@click.option("--strict", is_flag=True, help="Let warnings count as problems.")
@click.option(
    "--links",
    type=click.IntRange(min=1),
    is_flag=False,
    flag_value=10,
    metavar="[MINUTES]",
    help="Also ask whether every address on the web still opens, for 10 minutes at most.",
)
@keep_going_option
def check(  # noqa: PLR0913 - each is one option
    data: Path | None, form: str, lang: str, links: int | None, *, strict: bool, keep_going: bool
) -> None:
    """Check the data. Exits 0 when it can be published, 1 when not, 2 on wrong usage."""
    language = cast("Language", lang)
    going = _keeps_going(keep_going)
    found = look(data or data_dir(), CONTENT, _today(), keep_going=going)
    problems, verdicts = found.problems, found.verdicts
    if links:
        asked = _ask_links(data or data_dir(), links, language)
        problems = tuple(sorted([*problems, *asked]))
    if text := FORMATS[form](problems, language):
        click.echo(text)
    if verdicts:
        told = report.in_check if form == "text" else report.summary
        click.echo(told(verdicts, language), err=True)
    errors = sum(problem.is_error for problem in problems)
    click.echo(_summary(errors, len(problems) - errors, language), err=True)
    _tell_withheld(found.withheld, language)
    sys.exit(1 if errors or (strict and problems) else 0)


def _ask_links(data: Path, minutes: int, language: Language) -> tuple[Problem, ...]:
    from ita_site.links.limits import MINUTE, Limits  # noqa: PLC0415 - only who asks needs
    from ita_site.links.run import link_problems  # noqa: PLC0415 - the network's library

    words = "ตรวจลิงก์แล้ว" if language == "th" else "links asked"
    watched = sys.stderr.isatty()

    def told(done: int, of: int) -> None:
        if watched:
            click.echo(f"\r{words} {done}/{of}", nl=False, err=True)

    problems = link_problems(data, CONTENT, Limits(within=minutes * MINUTE), told)
    if watched:
        click.echo(err=True)
    return problems


@main.command()
@data_option
@click.option(
    "--format",
    "form",
    type=click.Choice(list(report.FORMS)),
    default="text",
    help="Form of the result.",
)
@language_option
def criteria(data: Path | None, form: str, lang: str) -> None:
    """Tell which criteria the pages meet. Exits 0 when all that can be judged, else 1."""
    language = cast("Language", lang)
    problems, verdicts, _ = look(data or data_dir(), CONTENT, _today())
    if any(problem.is_error for problem in problems):
        click.echo(as_text(problems, language), err=True)
        sys.exit(1)
    click.echo(report.FORMS[form](verdicts, language))
    sys.exit(0 if report.all_met(verdicts) else 1)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@data_option
@language_option
@keep_going_option
def stage(folder: Path, data: Path | None, lang: str, *, keep_going: bool) -> None:
    """Write the whole site as Markdown and files into FOLDER, for any other generator."""
    going, language = _keeps_going(keep_going), cast("Language", lang)
    try:
        read = data or data_dir()
        count, site = stage_site(folder, read, CONTENT, _today(), keep_going=going)
    except DataError as error:
        click.echo(as_text(error.problems, language), err=True)
        sys.exit(1)
    except FileExistsError as error:
        message = f"{error} ไม่ใช่โฟลเดอร์ว่างหรือโฟลเดอร์ที่ ita-site เขียนไว้ จึงไม่เขียนทับ"
        raise click.UsageError(message) from error
    if problems := sorted([*site.errors, *site.warnings]):
        click.echo(as_text(problems, language), err=True)
    click.echo(f"เขียน {count} ไฟล์ไว้ใน {folder}", err=True)
    _tell_withheld(site.withheld, language)


def _tell_withheld(names: tuple[str, ...], language: Language) -> None:
    if names:
        click.echo(report.left_out(names, language), err=True)


def _summary(errors: int, warnings: int, language: Language) -> str:
    if language == "en":
        return f"{errors} errors, {warnings} warnings"
    if not errors and not warnings:
        return "ไม่พบปัญหา ข้อมูลพร้อมเผยแพร่"
    return f"ต้องแก้ {errors} จุด เตือน {warnings} จุด"
