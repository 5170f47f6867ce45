"""What a problem or a field means."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from ita_site.cli.options import give_up, language_option
from ita_site.office.explain import UnknownWordError
from ita_site.office.explain import explain as explain_word

if TYPE_CHECKING:
    from ita_site.facts.problems import Language


@click.command()
@click.argument("word", nargs=-1, required=True)
@language_option
def explain(word: tuple[str, ...], lang: str) -> None:
    """Explain WORD: a problem (ITA203) or a field (measures.steps). Exits 1 when not known."""
    try:
        click.echo(explain_word(" ".join(word), cast("Language", lang)))
    except UnknownWordError as error:
        give_up(str(error))
