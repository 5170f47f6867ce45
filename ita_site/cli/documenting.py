"""The papers an office signs, as Word or PDF files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from ita_site.cli.options import CONTENT, data_option, give_up, language_option, today
from ita_site.facts.model.agency import Numerals
from ita_site.facts.model.publication import Publication
from ita_site.facts.problems import DataError, as_text
from ita_site.facts.thai.calendar import parse_year
from ita_site.office.edit_commands.target import find_agency
from ita_site.site.documents.make import Kind, Wanted, find_year, make
from ita_site.site.documents.pdf import NoPdfError, write_pdf
from ita_site.site.load import load_site
from ita_site.site.settings import data_dir

if TYPE_CHECKING:
    from ita_site.facts.problems import Language
    from ita_site.site.outputs import Outputs
    from ita_site.site.pages.view import AgencyView


@click.command("document")
@click.argument("year")
@click.argument("kind", type=click.Choice([kind.value for kind in Kind]))
@click.option("--round", "months", type=click.Choice(["3", "6", "9", "12"]), help="The round.")
@click.option("--docx", "form", flag_value="docx", default="docx", help="A Word file (default).")
@click.option("--pdf", "form", flag_value="pdf", help="A PDF too; LibreOffice makes it.")
@click.option(
    "--numerals",
    type=click.Choice([kind.value for kind in Numerals]),
    help="Its digits. Default: as the agency's pages.",
)
@click.option("--agency", default="", metavar="SLUG", help="The agency, in a portal.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The Word file.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@data_option
@language_option
def document(  # noqa: PLR0913, PLR0917 - each is one option
    year: str,
    kind: str,
    months: str | None,
    form: str,
    numerals: str | None,
    agency: str,
    out: Path | None,
    data: Path | None,
    lang: str,
    *,
    force: bool,
) -> None:
    """Make a paper to sign, of YEAR. KIND says which: of its measures, report, memo, order, index.

    Exits 0 when done, 1 when something is wrong and nothing was written, 2 on wrong usage.
    """
    language = cast("Language", lang)
    file = out or Path(f"{_year(year)}-{kind}{f'-{months}' if months else ''}.docx")
    if file.exists() and not force:
        message = f"มี {file} อยู่แล้ว ซึ่งอาจแก้ไว้ ใช้ --out ชื่ออื่น หรือ --force เพื่อเขียนทับ"
        raise click.UsageError(message)
    try:
        content = CONTENT if CONTENT.is_dir() else None
        outputs = load_site(data or data_dir(), content, today()).outputs
        view = _view(outputs, agency)
        chosen = Numerals.parse(numerals) if numerals else None
        rounds = int(months) if months else None
        of_year = find_year(view, _year(year))
        wanted = Wanted(Kind.parse(kind), rounds, chosen)
        file.write_bytes(make(wanted, view, of_year, outputs.verdicts[of_year.address]))
    except DataError as error:
        give_up(as_text(error.problems, language))
    click.echo(f"เขียนแล้ว: {file}", err=True)
    if form == "pdf":
        _print(file)


def _year(said: str) -> int:
    try:
        return parse_year(said)
    except ValueError as error:
        message = f"YEAR ต้องเป็นปี พ.ศ. เช่น 2569 ไม่ใช่ “{said}”"
        raise click.UsageError(message) from error


def _view(outputs: Outputs, agency: str) -> AgencyView:
    facts = find_agency(Publication(tuple(view.facts for view in outputs.views)), agency)
    return next(view for view in outputs.views if view.facts is facts)


def _print(file: Path) -> None:
    pdf = file.with_suffix(".pdf")
    try:
        write_pdf(file, pdf)
    except NoPdfError as error:
        give_up(str(error))
    click.echo(f"เขียนแล้ว: {pdf}", err=True)
