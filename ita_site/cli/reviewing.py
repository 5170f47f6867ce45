"""What changed between two states of the data?"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from ita_site import __version__
from ita_site.cli.options import CONTENT, add_to, data_option, today
from ita_site.facts.problems import ItaSiteError
from ita_site.history.review.checkout import read_states
from ita_site.history.review.compare import compare_states
from ita_site.history.review.formats import FORMATS
from ita_site.site.settings import data_dir

COMMIT = re.compile(r"[0-9a-f]{7,64}")


@click.command()
@click.argument("base")
@click.argument("head", required=False)
@data_option
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help="Form of the result."
)
@click.option(
    "--summary",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also add it as Markdown to this file; for a code host's summary.",
)
@click.option(
    "--judged-by",
    metavar="COMMIT",
    help="The commit this program is from; told in the Markdown beside its version.",
)
@click.option("--exit-code", is_flag=True, help="Exit 1 when anything changed, as git diff does.")
def diff(  # noqa: PLR0913, PLR0917 - each is one option
    base: str,
    head: str | None,
    data: Path | None,
    form: str,
    summary: Path | None,
    judged_by: str | None,
    *,
    exit_code: bool,
) -> None:
    """Tell what changed in the facts from BASE to HEAD, in Thai, loud things first.

    Each is a data folder or a commit; HEAD is the data folder as it is now where it is left
    out. Formatting and remarks in the files are no change. Exits 0, whatever changed, unless
    --exit-code is given; 2 when one of both is not to be found.
    """
    try:
        old, new = read_states(base, head, data or data_dir(), CONTENT, today())
    except ItaSiteError as error:
        raise click.UsageError(str(error)) from error
    result = compare_states(old, new)
    markdown = f"{FORMATS['markdown'](result)}\n\n{_judge(judged_by)}"
    click.echo(markdown if form == "markdown" else FORMATS[form](result))
    if summary:
        add_to(summary, markdown)
    sys.exit(1 if exit_code and result.has_changes else 0)


def _judge(commit: str | None) -> str:
    """Who says all this: a reviewer has to know that it is not the proposal itself."""
    base = f" รุ่นของฐาน {commit[:7]}" if commit and COMMIT.fullmatch(commit) else ""
    return f"_ตรวจโดย ita-site {__version__}{base}_"
