"""Why a file was not read; the words are in `messages.yml`, as those of problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.problems import ItaSiteError, read_catalogue, wording

if TYPE_CHECKING:
    from ita_site.problems import Kind, Language


def messages() -> dict[str, Kind]:
    """Every reason by its code."""
    return read_catalogue("intake/messages.yml")


class RefusedError(ItaSiteError):
    """A file that cannot be imported. Nothing was written."""

    def __init__(self, code: str, **details: object) -> None:
        """A code of `messages.yml`, and what fills its placeholders."""
        self.code = code
        self.details = {name: str(value) for name, value in details.items()}
        super().__init__(self.told())

    def told(self, language: Language = "th") -> str:
        """`error CODE: what — how to mend`."""
        said = wording(messages()[self.code], self.details, language)
        return f"error {self.code}: {said.what} — {said.mend}"
