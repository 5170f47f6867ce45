"""What changed between two states of the data?"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ita_site.cli.options import CONTENT, add_to, data_option, today
from ita_site.facts.problems import ItaSiteError
from ita_site.history.review.checkout import read_states
from ita_site.history.review.compare import compare_states
from ita_site.history.review.formats import FORMATS
from ita_site.site.settings import data_dir


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
@click.option("--exit-code", is_flag=True, help="Exit 1 when anything changed, as git diff does.")
def diff(  # noqa: PLR0913 - each is one option
    base: str,
    head: str | None,
    data: Path | None,
    form: str,
    summary: Path | None,
    *,
    exit_code: bool,
) -> None:
    """Tell what changed in the facts from BASE to HEAD, in Thai, loud things first.

    Each is a data folder or a commit; HEAD is the data folder as it is now where it is left
    out. Formatting and remarks in the files are no change. Exits 0, whatever changed, unless
    --exit-code is given; 2 when one of both is not to be found.
    """
    try:
        day = today()
        old, new = read_states(base, head, data or data_dir(), CONTENT, day)
    except ItaSiteError as error:
        raise click.UsageError(str(error)) from error
    result = compare_states(old, new, day)
    click.echo(FORMATS[form](result))
    if summary:
        add_to(summary, FORMATS["markdown"](result))
    sys.exit(1 if exit_code and result.has_changes else 0)
