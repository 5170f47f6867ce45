"""Every field of the model is shown: on a page, in a table, in the JSON; or it says why not.

A publication is made in which every field is filled in: with a value found nowhere else where
its kind allows that, else (a choice, a flag, a reporting round) the same publication is made
again with another value, and what shows it must differ. Fields are counted by the schemas, not
by the code that makes tables: a new one fails here until it is shown or stands in
`fields/reasons.yml`. `--update-cases` writes where each one is shown, a line a field.
"""

from __future__ import annotations

import csv
import datetime as dt
import fnmatch
import io
import json
import re
from decimal import Decimal
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest
import yaml
from bs4 import BeautifulSoup
from markdown import markdown

from ita_site.facts.model.publication import AgencyFacts, Publication, YearFacts
from ita_site.facts.schemas.fields import all_fields
from ita_site.facts.schemas.files import MODELS
from ita_site.facts.thai.calendar import BEDate
from ita_site.facts.thai.numerals import to_arabic
from ita_site.site.build import build
from ita_site.site.downloads.table import in_words
from ita_site.site.downloads.tables import OF_YEAR
from ita_site.site.downloads.workbook import workbook

EXPECTED = Path(__file__).parent / "fields"
REASONS = yaml.safe_load((EXPECTED / "reasons.yml").read_text("utf-8"))
YEAR, TODAY = 2566, BEDate(2566, 5, 15)
EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "def_list", "md_in_html"]
LEAVES = [entry for entry in all_fields() if not entry.below]
GROUPS = ("topic", "indicator", "instrument")
"""A fact names one of these: the base has the first, the others take turns."""
SAME = {
    "measures.yml measures.topic": "edition.yml topics.id",
    "measures.yml measures.indicator": "edition.yml indicators.no",
    "measures.yml measures.instrument": "edition.yml instruments.code",
    "measures.yml measures.findings": "assessment.yml analysis.findings.id",
    "measures.yml measures.urgent_fixes": "assessment.yml analysis.urgent_fixes.id",
    "measures.yml measures.improvements": "assessment.yml analysis.improvements.id",
    "progress.yml progress.measure": "measures.yml measures.id",
    "progress.yml progress.reached.target": "measures.yml measures.targets.id",
    "assessment.yml instruments.code": "edition.yml instruments.code",
    "assessment.yml indicators.no": "edition.yml indicators.no",
    "edition.yml indicators.instrument": "edition.yml instruments.code",
    **{
        f"assessment.yml analysis.{kind}.{group}": f"measures.yml measures.{group}"
        for kind in ("summaries", "urgent_fixes", "improvements", "findings", "recommendations")
        for group in GROUPS
    },
    **{
        f"assessment.yml analysis.{kind}.questions": "assessment.yml questions.id"
        for kind in ("summaries", "urgent_fixes", "improvements", "findings", "recommendations")
    },
}
"""Fields that name another fact, with the field whose value they take."""


FIXED = {
    "year.yml assessment_year": "2566",
    "year.yml implementation_year": "2566",
    "edition.yml year": "2566",
    "edition.yml items.measures.code": "O42",
    "edition.yml items.results.code": "O43",
    "edition.yml ratings.first_year": "2401",
    "edition.yml ratings.last_year": "2699",
    "edition.yml questionnaires.first_year": "2401",
    "edition.yml questionnaires.last_year": "2699",
}
"""Fields by which others are reckoned, so that these are seen at all."""


WITHOUT = {
    "year.yml reporting_rounds": ["measures.yml measures.reporting_rounds"],
    "edition.yml reporting_rounds.months": [
        "measures.yml measures.reporting_rounds",
        "year.yml reporting_rounds",
    ],
    **{f"year.yml {key}.round": [f"year.yml {key}.for"] for key in ("memo", "memos")},
    "progress.yml progress.outcomes.metrics.missing": [
        "progress.yml progress.outcomes.metrics.before",
        "progress.yml progress.outcomes.metrics.after",
    ],
}
"""Fields that are shown where others say nothing."""


class Field(NamedTuple):
    """A field with its values: the first in the base, the second in its own variant."""

    name: str
    path: tuple[str, ...]
    file: str
    is_required: bool
    is_list: bool
    values: tuple[str, ...]
    spellings: tuple[str, ...]


def _day(number: int) -> BEDate:
    return BEDate.from_date(dt.date(2022, 1, 1) + dt.timedelta(days=number))


def _values(entry, number: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two values of a field's kind, and how the first may be spelled; nothing if it is common."""
    if entry.choices:
        return _choices(entry.name, entry.choices)
    day, link = _day(number), f"https://h{number:03}.example/p{number:03}"
    score, text = f"{number % 90 + 5}.{number:03}", f"ทดสอบ{number:03}"
    kinds = {
        "ITA206": ((str(day), str(_day(number + 400))), (str(day), day.short())),
        "ITA207": ((str(2401 + number), "2699"), (str(2401 + number),)),
        "ITA208": ((score, "1"), (score,)),
        "ITA210": ((str(3000 + number), "7"), (str(3000 + number),)),
        "ITA211": (("7", "5"), ()),
        "ITA212": (("false", "true"), ()),
        "ITA213": ((f"s-{number:03}", "other"), (f"s-{number:03}",)),
        "ITA218": ((f"X{number:03}", "Y1"), (f"X{number:03}",)),
        "ITA214": ((link, "https://other.example/"), (link, link.partition("//")[2])),
        "ITA215": ((f"files/f{number:03}.pdf", "files/other.pdf"), (f"files/f{number:03}.pdf",)),
        "ITA230": ((f"https://g{number:03}.example/a", "https://other.example/a"), ()),
        "ITA231": ((f"b{number:03}", "other"), ()),
        "ITA240": ((f"f{number:03}", "other"), ()),
        "ITA229": ((str(5000 + number), "7"), (f"{5000 + number:,}", str(5000 + number))),
        "ITA216": ((f"#10{number:04x}", "#000000"), (f"#10{number:04x}",)),
    }
    named = {"covers": (("0", "-1"), ()), "framework": (("nacc", "nacc"), ())}
    words = named.get(entry.path[-1], ((text, "อย่างอื่น"), (text,)))
    return kinds.get(entry.problem, words)


def _choices(name: str, choices) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if name.endswith(".certainty"):  # what is certain goes without saying
        return ("unconfirmed", "certain"), ()
    if len(choices) == 1:
        return tuple(choices) * 2, (*choices, *choices.values())
    return tuple(choices)[:2], ()


@cache
def fields() -> dict[str, Field]:
    """Every field that holds values, by its file and path."""
    made: dict[str, Field] = {}
    for number, entry in enumerate(LEAVES):
        name = f"{entry.file} {entry.name}"
        values, spellings = _values(entry, number)
        made[name] = Field(
            name, entry.path, entry.file, entry.is_required, entry.is_list, values, spellings
        )
    for name, value in FIXED.items():
        spellings = () if value.isdigit() else (value,)
        made[name] = made[name]._replace(values=(value, "2565"), spellings=spellings)
    for name, other in SAME.items():
        made[name] = made[name]._replace(values=made[_end(other)].values, spellings=())
    return made


def _end(name: str) -> str:
    return _end(SAME[name]) if name in SAME else name


LISTS = {(entry.file, entry.path) for entry in all_fields() if entry.is_list}


def _tree(file: str, values: dict[str, str]) -> dict:
    """The values of one file as its reader gets them."""
    tree: dict = {}
    for field in fields().values():
        if field.file == file and field.name in values:
            *within, last = field.path
            group = tree
            for depth, key in enumerate(within, start=1):
                above = field.path[:depth]
                empty = [{}, *_second(file, above)] if (file, above) in LISTS else {}
                inner = group.setdefault(key, empty)
                group = inner[0] if isinstance(inner, list) else inner
            group[last] = [values[field.name]] if field.is_list else values[field.name]
    return tree


def _second(file: str, above: tuple[str, ...]) -> list[dict]:
    """Another entry of a list, which says no more than it has to."""
    needed = {
        field.path[-1]: [field.values[1]] if field.is_list else field.values[1]
        for field in fields().values()
        if field.file == file and field.path[:-1] == above and field.is_required
    }
    return [needed] if file != "edition.yml" else []


def with_everything() -> Publication:
    """A publication in which every field is filled in."""
    return _publication(dict(_base_values()))


def _publication(values: dict[str, str]) -> Publication:
    facts = {
        file: model.model_validate(_tree(file, values), context={"fiscal_year": YEAR})
        for file, model in MODELS.items()
    }
    edition = facts["edition.yml"]
    year = YearFacts(
        YEAR,
        edition.model_copy(update={"year": YEAR}),
        facts["year.yml"],
        facts["assessment.yml"],
        facts["measures.yml"],
        facts["progress.yml"],
        facts["oit.yml"],
    )
    agency = AgencyFacts("a", "data/a", facts["agency.yml"], facts["channels.yml"], (year,))
    return Publication((agency,), facts["portal.yml"])


class Output(NamedTuple):
    """What a reader sees of each page, and the values of each table and JSON file."""

    pages: dict[str, str]
    tables: dict[str, str]
    json: dict[str, str]


def _output(values: dict[str, str]) -> Output:
    artifacts = build(_publication(values), TODAY).artifacts
    made = {artifact.path: artifact.content for artifact in artifacts}
    pages = {name: text.decode() for name, text in made.items() if name.endswith(".md")}
    return Output(
        {name.removesuffix("index.md"): _visible(text) for name, text in pages.items()},
        {name: _cells(text) for name, text in made.items() if _is_table(name)},
        {name: _leaves(text) for name, text in made.items() if _is_data(name)},
    )


def _is_table(name: str) -> bool:
    return name.endswith(".csv") and not name.endswith("columns.csv")


def _is_data(name: str) -> bool:
    return name.endswith(".json") and not name.startswith("schemas/")


def _cells(table: bytes) -> str:
    rows = csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""))
    return "\n".join(cell for row in [*rows][1:] for cell in row)


def _leaves(file: bytes) -> str:
    return "\n".join(_texts(json.loads(file)))


def _texts(value):
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)
    else:
        yield str(value)


@cache
def _visible(page: str) -> str:
    """The text a reader sees, where its links lead, and what the look shows around it."""
    _, head, body = page.split("---\n", 2)
    soup = BeautifulSoup(markdown(body, extensions=EXTENSIONS), "lxml")
    for unseen in soup.find_all(["wbr", "style", "script"]):
        unseen.decompose()
    soup.smooth()
    links = (link["href"] for link in soup.find_all(href=True))
    frame = _texts(yaml.safe_load(head))
    return re.sub(r"\s+", " ", " ".join([soup.get_text(" "), *links, *frame]))


@cache
def _base_values() -> tuple[tuple[str, str], ...]:
    groups = re.compile(rf"\.({'|'.join(GROUPS[1:])})$")
    return tuple(
        (name, field.values[0])
        for name, field in fields().items()
        if not (groups.search(name) and name in SAME and not name.startswith("edition.yml"))
    )


@cache
def base() -> Output:
    return _output(dict(_base_values()))


def _holding(spelled: re.Pattern[str], texts: dict[str, str]) -> list[str]:
    return [name for name, text in texts.items() if spelled.search(to_arabic(text))]


def _differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return [name for name, text in one.items() if other.get(name) != text]


def _variant(field: Field) -> dict[str, str]:
    """The base with another value; of a fact that is named, with or without the name."""
    values = dict(_base_values())
    if field.name not in SAME or field.is_required:
        return values | {field.name: field.values[1]}
    group, _, last = field.name.rpartition(".")
    others = {f"{group}.{other}" for other in GROUPS} if last in GROUPS else {field.name}
    fewer = {name: value for name, value in values.items() if name not in others}
    return fewer if field.name in values else fewer | {field.name: field.values[0]}


def _alone(field: Field) -> dict[str, str]:
    """The base without what else is said beside a field: some stand in for one another."""
    group = field.name.rpartition(".")[0]
    return {
        name: value
        for name, value in _base_values()
        if name == field.name
        or fields()[name].is_required
        or name in SAME
        or name in SAME.values()
        or name.rpartition(".")[0] != group
    }


def where(field: Field) -> Output:
    """The pages, tables and JSON files that show a field."""
    if not field.spellings:
        one, other = _without_and_with(field)
        return Output(*(_differing(*both) for both in zip(one, other, strict=True)))
    either = "|".join(map(re.escape, field.spellings))
    spelled = re.compile(rf"(?<![\d.])(?:{either})(?!\d)")
    found = Output(*(_holding(spelled, texts) for texts in base()))
    if found.pages or field.name in excused("pages"):
        return found
    return found._replace(pages=_holding(spelled, _output(_alone(field)).pages))


def _without_and_with(field: Field) -> tuple[Output, Output]:
    """Two publications that differ in one field."""
    unsaid = WITHOUT.get(field.name, ())
    one, other = (
        {name: value for name, value in values.items() if name not in unsaid}
        for values in (dict(_base_values()), _variant(field))
    )
    return _output(one) if unsaid else base(), _output(other)


@cache
def excused(medium: str) -> frozenset[str]:
    """The fields that need not be in a medium: by name, or by the beginning of it before a `*`."""
    listed = [name for names in REASONS[medium].values() for name in names]
    return frozenset(name for name in fields() if any(fnmatchcase(name, entry) for entry in listed))


REMEDIES = {
    medium: f"show it ({place}), or give a reason in tests/fields/reasons.yml"
    for medium, place in {
        "pages": "site/pages/templates",
        "tables": "site/downloads/*_tables.py",
        "json": "site/downloads/build.py",
    }.items()
}


@pytest.mark.parametrize("file", MODELS)
def test_every_field_is_shown_or_says_why_not(file, expect):
    found = {name: where(field) for name, field in fields().items() if field.file == file}
    for medium in Output._fields:
        hidden = {name for name, shown in found.items() if not getattr(shown, medium)}
        assert sorted(hidden - excused(medium)) == [], f"not in {medium}: {REMEDIES[medium]}"
        by_name = {name for names in REASONS[medium].values() for name in names}
        assert sorted(by_name & found.keys() - hidden) == [], (
            f"in {medium}: take it out of tests/fields/reasons.yml"
        )
    lines = (f"{name.partition(' ')[2]}: {_listed(shown)}\n" for name, shown in found.items())
    expect(EXPECTED / file.replace(".yml", ".txt"), "".join(lines))


def _listed(shown: Output) -> str:
    pages = [f"/{address}" for address in shown.pages]
    return " ".join([*pages, *shown.tables, *shown.json]) or "-"


@pytest.mark.parametrize("medium", Output._fields)
def test_every_reason_is_of_a_field_there_is(medium):
    listed = [name for names in REASONS[medium].values() for name in names]
    assert [entry for entry in listed if not fnmatch.filter(fields(), entry)] == []
    assert len(set(listed)) == len(listed)


def test_the_workbook_holds_every_row_of_every_table_in_words():
    (agency,) = _publication(dict(_base_values())).agencies
    (year,) = agency.years
    book = openpyxl.load_workbook(io.BytesIO(workbook(agency, year)))
    assert book.sheetnames == [table.title for table in OF_YEAR]
    for table in OF_YEAR:
        head, *rows = book[table.title].iter_rows(values_only=True)
        assert head == table.headings
        cells = [[_words(cell) for cell in row] for row in rows]
        assert cells == [[_words(cell) for cell in row] for row in table.rows(agency, year)]


def _words(cell: object) -> str:
    """A cell's words; a spreadsheet keeps a number's value, and its digits as a format."""
    return f"{float(cell):g}" if isinstance(cell, Decimal | float) else in_words(cell)
