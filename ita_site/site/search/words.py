"""The words of people, and the words of the pages that they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, cast

from ita_site.facts.strict_yaml.shipped import read_shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE: Final = "words.yml"


@dataclass(frozen=True, slots=True)
class WordGroup:
    """What people say for one thing; `page` names the page that is about it, if there is one."""

    said: str
    written: str
    page: str

    def resolved(self, landmarks: Mapping[str, str]) -> list[str]:
        """As the search's script reads it, with the page's address where a site has it."""
        address = landmarks.get(self.page)
        return [self.said, self.written, *([] if address is None else [address])]


@cache
def said_words() -> tuple[WordGroup, ...]:
    """All of them, as `words.yml` has them."""
    groups = cast("list[dict[str, str]]", read_shipped(__package__, FILE))
    return tuple(
        WordGroup(" ".join(group["said"].split()), group.get("written", ""), group.get("page", ""))
        for group in groups
    )
