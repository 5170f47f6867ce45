"""What is kept of a finished page of no single agency: enough to take it as it was."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import TypeAdapter

from ita_site.site.finished.built_site import Gathered  # noqa: TC001 - read at run time
from ita_site.site.search.index import Document  # noqa: TC001 - likewise


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """A page as it is written, None where it had to be left out, and what is known of it.

    `sections` are what the search has of it.
    """

    html: str | None
    gathered: Gathered
    sections: list[Document]

    def as_json(self) -> bytes:
        """Its text."""
        return _ADAPTER.dump_json(self)


def read_finished_page(text: bytes) -> FinishedPage:
    """A page from the text that `as_json` gave."""
    return _ADAPTER.validate_json(text)


_ADAPTER = TypeAdapter(FinishedPage)
