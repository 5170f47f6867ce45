"""What needs somebody's attention this week, in one report."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ita_site.cli.options import CONTENT, data_option, today
from ita_site.facts.problems import DataError, ItaSiteError, as_text
from ita_site.site.settings import data_dir

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_site.facts.problems import Problem

LONGEST = 60_000
"""Letters of a report: a code host's issue holds no more than 65,536."""
CUT = "\n… ยาวเกินไป ดูที่เหลือด้วยคำสั่งในหัวข้อนั้น"
WITHIN = 30


@click.command()
@data_option
@click.option("--url", envvar="ITA_SITE_URL", help="The live site. Default: ITA_SITE_URL.")
@click.option(
    "--links",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    metavar="MINUTES",
    help="How long to ask addresses on the web; 0 asks none.",
)
@click.option("--issue", is_flag=True, help="Keep one issue on GitHub about it, by its `gh`.")
def weekly(data: Path | None, url: str | None, links: int, *, issue: bool) -> None:
    """Report what needs attention: deadlines, links, the live site; as Markdown.

    Exits 0 when there is nothing, 1 when there is something, 2 on wrong usage. With --issue
    it exits 0 when the issue is as it should be: open, renewed, or closed.
    """
    folder = data or data_dir()
    sections = [*_due(folder), *_links(folder, links), *(_live(url) if url else ())]
    report = _cut("\n\n".join(sections) or "ไม่มีสิ่งที่ต้องดูแลสัปดาห์นี้")
    click.echo(report)
    if issue:
        _keep_issue(report, is_needed=bool(sections))
    sys.exit(1 if sections and not issue else 0)


def _keep_issue(report: str, *, is_needed: bool) -> None:
    from ita_site.delivery.github.weekly_issue import keep_issue  # noqa: PLC0415 - who has one

    try:
        keep_issue(report, is_needed=is_needed)
    except ItaSiteError as error:
        raise click.ClickException(str(error)) from error


def _due(data: Path) -> Iterator[str]:
    from ita_site.rules.deadlines import as_markdown, deadlines  # noqa: PLC0415 - with its section

    try:
        found = deadlines(data, today(), WITHIN)
    except DataError as error:
        yield _section("ข้อมูลมีจุดที่ต้องแก้", "ita-site check", _listed(error.problems))
        return
    if found:
        yield _section("กำหนดเวลา", "ita-site due", as_markdown(found, WITHIN))


def _links(data: Path, minutes: int) -> Iterator[str]:
    from ita_site.delivery.links.limits import MINUTE, Limits  # noqa: PLC0415
    from ita_site.delivery.links.run import link_problems  # noqa: PLC0415

    if minutes:
        limits = Limits(within=minutes * MINUTE)
        if found := link_problems(data, CONTENT, limits, lambda _done, _of: None):
            yield _section("ลิงก์", "ita-site check --links", _listed(found))


def _live(url: str) -> Iterator[str]:
    from ita_site.delivery.verify.run import report_lines, verify  # noqa: PLC0415

    if (found := verify(url, None)).findings:
        lines = _quoted("\n".join(report_lines(found)))
        yield _section("เว็บไซต์ที่เผยแพร่อยู่", f"ita-site verify {url}", lines)


def _section(title: str, command: str, body: str) -> str:
    return f"## {title}\n\n`{command}`\n\n{body}"


def _listed(problems: tuple[Problem, ...]) -> str:
    return _quoted(as_text(problems))


def _quoted(text: str) -> str:
    """As it is: nothing in it becomes a link, a mention or markup."""
    return f"~~~text\n{text.replace('~~~', '~ ~ ~')}\n~~~"


def _cut(report: str) -> str:
    return report if len(report) <= LONGEST else report[: LONGEST - len(CUT)] + CUT
