"""A cache of what was made from the very same, by the digest of all of that: never a guess.

Nothing here is true of a day, a name or a time of a file: whoever asks says everything that
counts, and another text of any of it is another result.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


class BuildCache:
    """A folder of results, which need not be there yet; without one everything is made anew.

    `common` stands for what all of them are made from.
    """

    def __init__(self, folder: Path | None = None, common: str = "") -> None:
        self._folder = folder
        self._common = common
        self._asked: set[str] = set()

    def get(self, made_from: Iterable[str | bytes], make: Callable[[], bytes]) -> bytes:
        """What `make` gives; or what it gave before, where all it is made from is the same."""
        if self._folder is None:
            return make()
        key = digest(self._common, *made_from)
        self._asked.add(key)
        file = self._folder / key
        if (found := _whole(file)) is not None:
            return found
        result = make()
        with suppress(OSError):  # What cannot be kept is made again.
            self._folder.mkdir(parents=True, exist_ok=True)
            new = file.with_suffix(".new")
            new.write_bytes(_seal(result) + result)
            new.replace(file)
        return result

    def forget_others(self) -> None:
        """Remove what nobody has asked for since this was opened."""
        for file in self._folder.iterdir() if self._folder and self._folder.is_dir() else ():
            if file.name not in self._asked:
                file.unlink(missing_ok=True)


def digest(*parts: str | bytes) -> str:
    """One digest of several texts, each told apart from the next."""
    whole = hashlib.sha256()
    for part in parts:
        text = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        whole.update(b"%d:" % len(text))
        whole.update(text)
    return whole.hexdigest()


def _whole(file: Path) -> bytes | None:
    """What a file keeps; None where there is none, or not as it was written."""
    try:
        kept = file.read_bytes()
    except OSError:
        return None
    seal, result = kept[: len(_seal(b""))], kept[len(_seal(b"")) :]
    return result if seal == _seal(result) else None


def _seal(result: bytes) -> bytes:
    return hashlib.sha256(result).hexdigest().encode()
