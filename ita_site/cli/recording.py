"""A report of progress, from the command line or from an issue."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from ita_site.cli.options import CONTENT, data_option, language_option, today
from ita_site.facts.problems import DataError, ItaSiteError
from ita_site.office.edit_commands import answer
from ita_site.office.edit_commands.record import record as prepare
from ita_site.office.edit_commands.request import NoIssueError, Request, read_issue
from ita_site.site.settings import data_dir

if TYPE_CHECKING:
    from ita_site.facts.problems import Language


@click.command()
@click.argument("measure", required=False, default="")
@click.option(
    "--round", "round_", default="", metavar="MONTHS", help="Reporting round: 3, 6, 9, 12."
)
@click.option("--status", default="", help="done, in_progress or not_started, or the Thai word.")
@click.option("--percent", "percent_done", default="", help="How much of it is done, 0 to 100.")
@click.option("--summary", multiple=True, help="What was done. Again for each further entry.")
@click.option("--outcome", "outcomes", multiple=True, help="What came of it.")
@click.option("--obstacle", "obstacles", multiple=True, help="What stood in the way.")
@click.option("--suggestion", "suggestions", multiple=True, help="For the next round.")
@click.option(
    "--evidence",
    multiple=True,
    metavar="TITLE=URL",
    help="Something to open; added to what is there.",
)
@click.option(
    "--on", "updated_on", default="", metavar="DAY", help="Day of the report. Default: today."
)
@click.option("--year", default="", help="Assessment year. Default: the newest with measures.")
@click.option("--agency", default="", metavar="SLUG", help="The agency, in a portal.")
@click.option(
    "--from-issue",
    "issue",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Take all this from an issue: its text, or a code host's event as JSON.",
)
@click.option(
    "--answer",
    "answer_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write the result into this file, as Markdown for an answer to the issue.",
)
@click.option(
    "--propose",
    is_flag=True,
    help="With --from-issue and GitHub's event: open a pull request, and answer the issue.",
)
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@data_option
@language_option
def record(  # noqa: PLR0913 - each is one option
    data: Path | None,
    issue: Path | None,
    answer_file: Path | None,
    lang: str,
    round_: str,
    *,
    propose: bool,
    dry_run: bool,
    **texts: str | tuple[str, ...],
) -> None:
    """Record a report on MEASURE (id, link or part of its title) in progress.yml.

    A report of that round which is there already gets the new words; "" takes a field out.
    Exits 0 when done, 1 when something is wrong and nothing was written, 2 on wrong usage. With
    --propose it exits 0 when the issue was answered, also where the answer is what to mend.
    """
    number = _issue_number(issue) if propose else 0
    request = _from_issue(issue) if issue else _from_options({"round": round_, **texts})
    try:
        recorded = prepare(data or data_dir(), CONTENT, request, today())
    except DataError as error:
        text = answer.problems_as_answer(error.problems)
        _answer(answer_file, text)
        click.echo(answer.problems_as_text(error.problems, cast("Language", lang)), err=True)
        if propose:
            _propose(data, number, text)
        sys.exit(0 if propose else 1)
    except ItaSiteError as error:
        raise click.ClickException(str(error)) from error
    if not dry_run:
        recorded.write()
    _answer(answer_file, answer.recorded_as_answer(recorded))
    if recorded.diff:
        click.echo(recorded.diff)
    click.echo(answer.recorded_as_text(recorded), err=True)
    if propose:
        _propose(data, number, answer.recorded_as_answer(recorded))


def _issue_number(issue: Path | None) -> int:
    """Asked first: what cannot be answered is not recorded."""
    from ita_site.delivery.github.proposal import issue_number  # noqa: PLC0415 - who proposes

    if not issue:
        message = "--propose ต้องใช้คู่กับ --from-issue"
        raise click.UsageError(message)
    try:
        return issue_number(issue)
    except ItaSiteError as error:
        raise click.UsageError(str(error)) from error


def _propose(data: Path | None, issue: int, text: str) -> None:
    from ita_site.delivery.github import proposal  # noqa: PLC0415 - who proposes

    try:
        proposal.propose(data or data_dir(), issue, text)
    except ItaSiteError as error:
        raise click.ClickException(str(error)) from error


def _from_issue(file: Path) -> Request:
    try:
        return read_issue(file)
    except (NoIssueError, UnicodeDecodeError) as error:
        raise click.UsageError(str(error)) from error


def _from_options(texts: dict[str, str | tuple[str, ...]]) -> Request:
    """The options given; a list of which none was given stays as it is."""
    words: dict[str, Any] = {name: None if value == () else value for name, value in texts.items()}
    return Request(**words)


def _answer(file: Path | None, text: str) -> None:
    if file:
        file.write_text(text, "utf-8", newline="\n")
