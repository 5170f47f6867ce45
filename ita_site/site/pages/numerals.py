"""A page's numbers in the numerals its agency chose; codes, addresses and markup stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.facts.model.agency import Numerals
from ita_site.facts.thai.numerals import to_arabic, to_thai

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

KEPT = re.compile(
    r"<(code|pre)\b.*?</\1>"  # what is to be typed as it stands
    r'|<a\s[^>]*(?:href="(?:tel|mailto):|class="ita-address")[^>]*>.*?</a>'
    r"|<[^>]*>"
    r"|&\#?\w+;"
    r"|\{\#[^}]*\}"  # an anchor in a Markdown heading
    r"|[A-Za-z0-9๐-๙][A-Za-z0-9๐-๙._:/@?=%+~-]*(?<=[A-Za-z])[A-Za-z0-9๐-๙._:/@?=%+~-]*",
    re.DOTALL | re.VERBOSE,
)
TO: Mapping[Numerals, Callable[[str], str]] = {
    Numerals.THAI: to_thai,
    Numerals.ARABIC: to_arabic,
}


def in_numerals(page: str, numerals: Numerals | None) -> str:
    """Markdown or HTML with its numbers converted; None leaves them as they are written."""
    if numerals is None:
        return page
    convert, parts, end = TO[numerals], [], 0
    for kept in KEPT.finditer(page):
        parts += [convert(page[end : kept.start()]), kept[0]]
        end = kept.end()
    return "".join([*parts, convert(page[end:])])
