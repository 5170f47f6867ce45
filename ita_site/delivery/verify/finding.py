"""What reading a live site back can find; the words are in `messages.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.problems import read_catalogue, wording

if TYPE_CHECKING:
    from ita_site.facts.problems import Language


WORDS = "delivery/verify/messages.yml"


class Finding:
    """One thing that is not as it should be: its code, and what fills its message."""

    def __init__(self, code: str, **details: str | int) -> None:
        """A code of `messages.yml`; `path` is the file or page it is about, if any."""
        self.code = code
        self.details = {name: str(value) for name, value in details.items()}

    @property
    def level(self) -> str:
        """`error` when readers do not see what they should, else `warning`."""
        return read_catalogue(WORDS)[self.code].level

    @property
    def is_error(self) -> bool:
        """Whether readers do not see what they should."""
        return self.level == "error"

    def message(self, language: Language = "th") -> str:
        """`error CODE: what — how to mend`."""
        words = wording(read_catalogue(WORDS)[self.code], self.details, language)
        return f"{self.level} {self.code}: {words.what} — {words.mend}"

    def as_entry(self, language: Language) -> dict[str, str]:
        """For programs."""
        words = wording(read_catalogue(WORDS)[self.code], self.details, language)
        about = {"level": self.level, "code": self.code, "path": self.details.get("path", "")}
        return {**about, "what": words.what, "mend": words.mend}
