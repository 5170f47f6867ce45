"""A portal's repository, and the agencies that join it: what the options say, or what is typed."""

from __future__ import annotations

import dataclasses
import sys
from typing import TYPE_CHECKING, Final

import click

from ita_site.cli.options import today
from ita_site.delivery.publish.address import parse_address
from ita_site.facts.problems import DataError
from ita_site.office.edit_commands.answer import problems_as_text
from ita_site.office.init import lock
from ita_site.office.init.answers import LATER, PAGES, QUESTIONS, kind_in, read_answers
from ita_site.office.init.portal import read_members
from ita_site.office.init.project import add_members, make_project, refuse_existing
from ita_site.office.init.report import report, written

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ita_site.office.init.portal import Member

Told = tuple[tuple[str, str, str, str, str], ...]
FIRST: Final = ("data", "mkdocs.yml", lock.NAME)
"""What every repository has: looked for before anything is asked."""
OF_AN_AGENCY: Final = frozenset(
    {"name", "kind", "district", "province", "website", "eit", "channel", "phone", "email"}
)
"""What an agency is asked; the site of all of them is not."""
FOLDER_WORDS: Final = "ชื่อโฟลเดอร์ของหน่วยงาน ใช้ a-z 0-9 และขีด (เช่น udon-thani · Enter = พอแล้ว)"
NO_AGENCY: Final = (
    'บอกหน่วยงานอย่างน้อยหนึ่งแห่ง: --agency โฟลเดอร์ ชื่อ ประเภท อำเภอ จังหวัด (ประเภทเว้นเป็น "" ได้)'
)


def initialise_portal(
    name: str | None, told: Told, said: dict[str, str], year: int, folder: Path
) -> str:
    """Write a portal's repository, or without a name the agencies that join the one there.

    Gives what was written.

    Raises:
        DataError: when an answer is wrong, or what would be written is there already.
        PublishError: when its target is none.
    """
    _refuse_misuse(name, said)
    wanted = {**said, "name": name or LATER, "kind": "other"}
    answers = dataclasses.replace(read_answers(wanted, year), is_portal=True)
    if name is None:
        joining = add_members(answers, folder, _members(told, year), today())
        joining.write(folder)
        return written(joining, folder)
    refuse_existing(folder, FIRST)
    lock.refuse_misfit()
    if answers.target not in (LATER, PAGES):
        parse_address(answers.target)
    project = make_project(answers, today(), _members(told, year))
    project.write(folder)
    return report(project, answers, folder)


def _refuse_misuse(name: str | None, said: dict[str, str]) -> None:
    own = sorted(f"--{it}" for it, words in said.items() if words and it in OF_AN_AGENCY)
    if own:
        message = f"{' '.join(own)} ใช้กับเว็บไซต์ของหน่วยงานเดียว ในเว็บไซต์รวมบอกด้วย --agency"
    elif name is None and any(said.values()):
        message = "เมื่อเพิ่มหน่วยงานในเว็บไซต์รวม ใช้เฉพาะ --agency และ --year"
    elif name is not None and not name.strip():
        message = "--portal ต้องมีชื่อของเว็บไซต์รวม"
    else:
        return
    raise click.UsageError(message)


def _members(told: Told, year: int) -> tuple[Member, ...]:
    if told:
        return read_members(told, year)
    members = _asked(year) if sys.stdin.isatty() else ()
    if not members:
        raise click.UsageError(NO_AGENCY)
    return members


def _asked(year: int) -> tuple[Member, ...]:
    """The agencies that are typed, until nothing is; a wrong one is asked for again."""
    told: list[Sequence[str]] = []
    while slug := _ask(FOLDER_WORDS):
        name = _ask(QUESTIONS["name"].words)
        kind = LATER if not name or kind_in(name) else _ask(QUESTIONS["kind"].words)
        district, province = (_ask(QUESTIONS[it].words) for it in ("district", "province"))
        try:
            read_members([*told, (slug, name, kind, district, province)], year)
        except DataError as error:
            click.echo(problems_as_text(error.problems, "th"), err=True)
            continue
        told.append((slug, name, kind, district, province))
    return read_members(told, year)


def _ask(words: str) -> str:
    answer: str = click.prompt(words, default=LATER, show_default=False, err=True)
    return answer.strip()
