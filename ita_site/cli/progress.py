"""How far a long step is: one moving line on a terminal, a few lines in a log."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ita_site.facts.problems import Language

WORDS = {"th": "เสร็จแล้ว", "en": "done"}
QUARTER = 25


@contextmanager
def progress(language: Language) -> Iterator[Callable[[int, int], None]]:
    """Shows bytes done and bytes in all, on stderr."""
    line = _Line(WORDS[language], moving=sys.stderr.isatty())
    try:
        yield line.show
    finally:
        line.end()


class _Line:
    def __init__(self, words: str, *, moving: bool) -> None:
        self._words, self._moving, self._last = words, moving, -1

    def show(self, done: int, total: int) -> None:
        percent = 100 * done // total if total else 100
        step = percent if self._moving else percent // QUARTER * QUARTER
        if step <= self._last:
            return
        self._last = step
        text = f"{self._words} {percent}% ({_bytes(done)}/{_bytes(total)})"
        click.echo(f"\r{text}" if self._moving else text, nl=not self._moving, err=True)

    def end(self) -> None:
        if self._moving and self._last >= 0:
            click.echo(err=True)


def _bytes(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{count / 1000:.0f} kB"  # noqa: PLR2004
