"""The agencies of a portal, as they are told when it begins or when one more joins."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final, NamedTuple

from ita_site.facts.model.publication import SLUG
from ita_site.facts.problems import DataError
from ita_site.facts.writing.emit import BLANK, emit
from ita_site.office.edit_commands.request import request_problem
from ita_site.office.init.answers import Answers, read_answers
from ita_site.office.init.data_files import FILL, write_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path as Folder

    from ita_site.facts.strict_yaml.document import Path, Value
    from ita_site.facts.thai.calendar import BEDate

PARTS: Final = ("slug", "name", "kind", "district", "province")
"""What is told of an agency, in this order; its kind may follow from its name."""
PORTAL: Final[dict[Path, str]] = {
    (): f"ชื่อและที่อยู่ของเว็บไซต์รวม\n{FILL}",
    ("description",): "เว็บไซต์นี้รวมอะไร ใครจัดทำ",
    ("site_url",): "ที่อยู่ของเว็บไซต์นี้เมื่อเผยแพร่แล้ว เช่น https://ita.tuayang.example/",
    ("colour",): 'สีของเว็บไซต์ เช่น "#16325c"',
}


class Member(NamedTuple):
    """An agency of a portal: the name of its folder, and what was told of it."""

    slug: str
    answers: Answers


def read_members(told: Iterable[Sequence[str]], year: int) -> tuple[Member, ...]:
    """The agencies from their `PARTS`.

    Raises:
        DataError: with everything that is wrong: ITA224 for a folder's name that cannot stand
            in an address, ITA710 for one told twice, ITA706 for an agency without a name, and
            as of `read_answers`.
    """
    problems, members = [], dict[str, Member]()
    for parts in told:
        said = dict(zip(PARTS, parts, strict=True))
        slug = said.pop("slug").strip()
        if not SLUG.fullmatch(slug):
            problems.append(request_problem("ITA224", "agency", value=slug))
        elif slug in members:
            problems.append(request_problem("ITA710", "agency", choices=f"data/{slug}"))
        if not said["name"].strip():
            named = {"label": "ชื่อหน่วยงาน", "label_en": "the agency's name"}
            problems.append(request_problem("ITA706", "agency", **named))
            continue
        try:
            members[slug] = Member(slug, read_answers(said, year))
        except DataError as error:
            problems += [dataclasses.replace(it, field="agency") for it in error.problems]
    if problems:
        raise DataError(problems)
    return tuple(members.values())


def write_portal(
    data: Folder, portal: Answers, members: Iterable[Member], content: Folder, day: BEDate
) -> None:
    """Write the data folder of a portal, which must not be there yet, with some agencies.

    Raises:
        DataError: when an answer is no value of its field.
        UnwritableError: when one holds a character no data file may hold.
    """
    data.mkdir(parents=True)
    (data / "portal.yml").write_bytes(portal_file(portal))
    for member in members:
        write_data(data / member.slug, member.answers, content, day)


def portal_file(portal: Answers) -> bytes:
    """`portal.yml`: what was answered, and what is to be filled in."""
    value: dict[str, Value] = {
        "name": portal.name,
        "description": BLANK,
        "site_url": portal.site_url or BLANK,
        "colour": BLANK,
    }
    return emit(value, PORTAL).encode()
