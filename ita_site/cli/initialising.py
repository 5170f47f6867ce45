"""A repository of an agency's own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from ita_site.cli.initialising_portal import Told, initialise_portal
from ita_site.cli.options import give_up, language_option, today
from ita_site.delivery.publish.address import parse_address
from ita_site.facts.problems import DataError, ItaSiteError
from ita_site.facts.thai.calendar import parse_year
from ita_site.facts.thai.fiscal import fiscal_year_of
from ita_site.office.edit_commands.answer import problems_as_text
from ita_site.office.edit_commands.request import request_problem
from ita_site.office.init import lock
from ita_site.office.init.answers import LATER, PAGES, QUESTIONS, Host, kind_in, read_answers
from ita_site.office.init.project import make_facts, make_project, refuse_existing
from ita_site.office.init.report import UNHASHED, report

if TYPE_CHECKING:
    from ita_site.facts.problems import Language
    from ita_site.office.init.answers import Answers

LATER_WORDS = "Enter = ภายหลัง"
FIRST = ("data/agency.yml", "data/channels.yml", "mkdocs.yml", lock.NAME)
"""What every repository has: looked for before anything is asked."""
OF_HOSTS = ("repo", "owner")
"""Questions about a code host, where there is one."""


@click.command()
@click.argument("folder", default=".", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", default=LATER, help="The agency's name.")
@click.option("--kind", default=LATER, help="Its kind, as a code or in Thai. Default: by its name.")
@click.option("--district", default=LATER, help="Its district.")
@click.option("--province", default=LATER, help="Its province.")
@click.option("--website", default=LATER, metavar="URL", help="Its own website.")
@click.option("--eit", default=LATER, metavar="URL", help="This year's survey of the public.")
@click.option("--channel", default=LATER, metavar="URL", help="A form to report corruption by.")
@click.option("--phone", default=LATER, help="A telephone to report corruption by.")
@click.option("--email", default=LATER, help="A mail address to report corruption to.")
@click.option("--host", default=LATER, help="Code host: github, gitlab, forgejo or none.")
@click.option("--repo", default=LATER, metavar="URL", help="Where the repository will be.")
@click.option("--owner", default=LATER, help="Who approves what is no fact: an account there.")
@click.option("--target", default=LATER, help="Where to publish: ssh://, ftps://, file://, pages.")
@click.option("--site-url", default=LATER, metavar="URL", help="Where readers will find the site.")
@click.option("--year", default=LATER, help="Assessment year. Default: the fiscal year of today.")
@click.option("--portal", metavar="NAME", help="Make the site of several agencies, by this name.")
@click.option(
    "--agency",
    "agencies",
    nargs=5,
    multiple=True,
    metavar="FOLDER NAME KIND DISTRICT PROVINCE",
    help="An agency of the portal (repeatable); without --portal it joins the one in FOLDER.",
)
@click.option("--lock", "only_lock", is_flag=True, help="Only write requirements.txt anew.")
@language_option
def init(  # noqa: PLR0913 - each is an option
    folder: Path,
    year: str,
    lang: str,
    *,
    portal: str | None,
    agencies: Told,
    only_lock: bool,
    **said: str,
) -> None:
    """Make an agency's repository in FOLDER: facts, prose and settings, without the program.

    With --portal it is that of several agencies and of the site of all of them.

    On a terminal it asks for what no option says; Enter puts an answer off. Nothing is ever
    written over. Exits 0 when done, 1 when something is wrong and nothing was written, 2 on
    wrong usage.
    """
    try:
        if only_lock:
            lock.refuse_misfit()
            _write_lock(folder)
            return
        if portal is not None or agencies:
            click.echo(initialise_portal(portal, agencies, said, _year(year), folder))
            return
        refuse_existing(folder, FIRST)
        lock.refuse_misfit()
        number = _year(year)
        answers = (
            _asked(said, number) if sys.stdin.isatty() else _answers_from_options(said, number)
        )
        project = make_project(answers, today())
        project.write(folder)
    except DataError as error:
        give_up(problems_as_text(error.problems, cast("Language", lang)))
    except (ItaSiteError, OSError) as error:
        give_up(str(error))
    click.echo(report(project, answers, folder))


def _write_lock(folder: Path) -> None:
    made = lock.make_lock()
    (folder / lock.NAME).write_text(made.text, "utf-8", newline="\n")
    click.echo(f"เขียน {lock.NAME} ใหม่แล้ว" if made.is_hashed else UNHASHED)


def _year(said: str) -> int:
    if not said:
        return fiscal_year_of(today())
    try:
        return parse_year(said)
    except ValueError as error:
        message = f"--year ต้องเป็นปี พ.ศ. เช่น 2569 ไม่ใช่ “{said}”"
        raise click.UsageError(message) from error


def _answers_from_options(said: dict[str, str], year: int) -> Answers:
    """What the options say; without a name there is nobody to ask."""
    if not said["name"]:
        details = {"label": QUESTIONS["name"].words, "label_en": "the agency's name"}
        raise DataError([request_problem("ITA706", "name", **details)])
    return _answers(said, year)


def _answers(said: dict[str, str], year: int) -> Answers:
    answers = read_answers(said, year)
    if answers.target not in (LATER, PAGES):
        parse_address(answers.target)
    return answers


def _asked(said: dict[str, str], year: int) -> Answers:
    """What the options say, and for the rest what is typed; a wrong answer is asked for again."""
    click.echo("ตอบทีละข้อ ข้อที่ยังไม่รู้ กด Enter แล้วใส่ภายหลังได้", err=True)
    known = {name: words for name, words in said.items() if words}
    for name, question in QUESTIONS.items():
        if name in known or not _is_worth_asking(name, known):
            continue
        words = f"{question.words} (เช่น {question.example} · {LATER_WORDS})"
        while True:
            answer = click.prompt(words, default=LATER, show_default=False, err=True)
            if not (wrong := _what_is_wrong({**known, name: answer}, year)):
                break
            click.echo(wrong, err=True)
        known[name] = answer
    return _answers(known, year)


def _is_worth_asking(name: str, known: dict[str, str]) -> bool:
    if name == "kind":
        return bool(known["name"]) and kind_in(known["name"]) is None
    return name not in OF_HOSTS or known["host"] not in (LATER, Host.NONE)


def _what_is_wrong(known: dict[str, str], year: int) -> str:
    """What the latest answer would break; a name's kind is asked for next."""
    sure = {"kind": "other"} if "kind" not in known and not kind_in(known.get("name", "")) else {}
    try:
        make_facts(_answers({**known, **sure}, year), today())
    except DataError as error:
        return problems_as_text(error.problems, "th")
    except ItaSiteError as error:
        return str(error)
    return ""
