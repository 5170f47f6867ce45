"""Is the data right, and what will an assessor see?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from ita_site.cli.options import (
    CONTENT,
    OVERRIDES,
    add_to,
    data_option,
    give_up,
    keep_going_option,
    keeps_going,
    language_option,
    tell_withheld,
    today,
)
from ita_site.facts.content.folder import REST
from ita_site.facts.plain_files import links_within
from ita_site.facts.problem_formats import FORMATS, as_markdown
from ita_site.facts.problems import as_text
from ita_site.rules import criteria_report as report
from ita_site.site.load import check_site
from ita_site.site.settings import data_dir

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.problems import Language, Problem


@click.command()
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
@click.option(
    "--summary",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also add the whole list as Markdown to this file; for a code host's summary.",
)
@keep_going_option
def check(  # noqa: PLR0913 - each is one option
    data: Path | None,
    form: str,
    lang: str,
    links: int | None,
    summary: Path | None,
    *,
    strict: bool,
    keep_going: bool,
) -> None:
    """Check the data, the pages and the look.

    Exits 0 when it can be published, 1 when not, 2 on wrong usage.
    """
    language = cast("Language", lang)
    going = keeps_going(keep_going)
    findings = check_site(data or data_dir(), CONTENT, today(), keep_going=going)
    verdicts = findings.verdicts
    problems = tuple(sorted([*findings.problems, *links_within(OVERRIDES)]))
    if links:
        broken = _ask_links(data or data_dir(), links, language)
        problems = tuple(sorted([*problems, *broken]))
    if text := FORMATS[form](problems, language):
        click.echo(text)
    if summary and (text := as_markdown(problems, language)):
        add_to(summary, text)
    if verdicts:
        describe = report.text_for_check if form == "text" else report.summary
        click.echo(describe(verdicts, language), err=True)
    errors = sum(problem.is_error for problem in problems)
    empty = bool(verdicts) and not report.has_measures(verdicts)
    click.echo(_summary(errors, len(problems) - errors, language, empty=empty), err=True)
    for words in _unread(data or data_dir(), language):
        click.echo(words, err=True)
    tell_withheld(findings.withheld, language)
    sys.exit(1 if errors or (strict and problems) else 0)


def _ask_links(data: Path, minutes: int, language: Language) -> tuple[Problem, ...]:
    from ita_site.delivery.links.limits import MINUTE, Limits  # noqa: PLC0415 - only who asks needs
    from ita_site.delivery.links.run import link_problems  # noqa: PLC0415 - the network's library

    words = "ตรวจลิงก์แล้ว" if language == "th" else "links asked"
    watched = sys.stderr.isatty()

    def on_progress(done: int, total: int) -> None:
        if watched:
            click.echo(f"\r{words} {done}/{total}", nl=False, err=True)

    problems = link_problems(data, CONTENT, Limits(within=minutes * MINUTE), on_progress)
    if watched:
        click.echo(err=True)
    return problems


@click.command()
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
    problems, verdicts, _ = check_site(data or data_dir(), CONTENT, today())
    if any(problem.is_error for problem in problems):
        give_up(as_text(problems, language))
    click.echo(report.FORMS[form](verdicts, language))
    sys.exit(0 if report.all_met(verdicts) else 1)


def _unread(data: Path, language: Language) -> Iterator[str]:
    """What imports left over and nobody has deleted: no data, so no check can tell of it."""
    for path in (data.parent / REST, data / REST):
        if path.is_file():
            yield (
                f"{path.as_posix()}: texts of imported documents that are not among the data"
                if language == "en"
                else f"{path.as_posix()} ยังมีข้อความของเอกสารที่ไม่ได้อยู่ในข้อมูล"
                " คำสั่งนี้ไม่รู้ว่าขาดสิ่งใด อ่านแล้วลบไฟล์นี้"
            )


def _summary(errors: int, warnings: int, language: Language, *, empty: bool) -> str:
    """How many problems there are; of data without a measure, that there is none yet."""
    if language == "en":
        return f"{errors} errors, {warnings} warnings{', no measure yet' if empty else ''}"
    if empty:
        problems = f"ต้องแก้ {errors} จุด เตือน {warnings} จุด" if errors or warnings else "ไม่พบปัญหา"
        return f"{problems} แต่ยังไม่มีมาตรการ เริ่มที่ measures.yml ของปี หรือสั่ง ita-site import ไฟล์เดิม"
    if not errors and not warnings:
        return "ไม่พบปัญหา ข้อมูลพร้อมเผยแพร่"
    return f"ต้องแก้ {errors} จุด เตือน {warnings} จุด"
