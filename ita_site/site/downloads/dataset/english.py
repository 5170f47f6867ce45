"""What tables, columns and codes are called in English, by a catalogue."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast

from ita_site.facts.strict_yaml.shipped import read_shipped

if TYPE_CHECKING:
    from ita_site.facts.model.labelled import Labelled

FILE: Final = "english.yml"


@cache
def catalogue() -> dict[str, Any]:
    """Words by what they are of: `tables`, `columns` and `codes`."""
    return cast("dict[str, Any]", read_shipped(__package__, FILE))


def table_in_english(name: str) -> str:
    """What a table holds."""
    return str(catalogue()["tables"][name])


def column_in_english(table: str, name: str) -> str:
    """What a column means: in this table, else in every one."""
    words = catalogue()["columns"]
    return str(words.get(f"{table}.{name}") or words[name])


def code_in_english(code: Labelled) -> str:
    """What a code is called."""
    return str(catalogue()["codes"][type(code).__name__][code.value])
