"""Names that not every computer or reader takes for the same."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from ita_site.facts.plain_files import readable
from ita_site.facts.problems import Problem
from ita_site.facts.thai.invisible import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_UNHOLDABLE: Final = re.compile(
    r"[<>:\"|?*\\\x00-\x1f\x7f-\x9f\u2028\u2029]|[. ]$|^ "
    r"|^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)",
    re.IGNORECASE,
)
"""What Windows, whose users edit these files, cannot hold; the same breaks addresses."""
_MOST_BYTES: Final = 200
"""Of a name; file systems hold 255, and a host may put something to it."""


def name_problems(names: Iterable[str], root: str) -> Iterator[Problem]:
    """Names that are no UTF-8, cannot be held, or are another's but for case or spelling.

    Args:
        names: Paths within the folder, of files and folders.
        root: What an officer calls the folder.
    """
    seen: dict[str, str] = {}
    for name in names:
        file = readable(f"{root}/{name}")
        own = name.rpartition("/")[2]
        if not _is_utf8(own):
            yield Problem(file, 1, 1, "ITA520", "", {"value": file, "target": _as_thai(own)})
        elif sign := _unholdable(own):
            yield Problem(file, 1, 1, "ITA524", "", {"value": readable(own), "sign": sign})
        same = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
        other = seen.setdefault(same, name)
        if other != name:
            details = {"value": file, "other": readable(f"{root}/{other}")}
            yield Problem(file, 1, 1, "ITA521", "", details)


def _is_utf8(name: str) -> bool:
    return not any("\ud800" <= sign <= "\udfff" for sign in name)


def _unholdable(name: str) -> str:
    """What of a name is not to be held, as it can be printed; empty for a good name."""
    if found := INVISIBLE.search(name):
        return f"U+{ord(found[0]):04X}"
    if len(name.encode()) > _MOST_BYTES:
        return f"{len(name.encode())} ไบต์"
    found = _UNHOLDABLE.search(name)
    if found is None:
        return ""
    return f"“{found[0]}”" if found[0].isprintable() else f"U+{ord(found[0]):04X}"


def _as_thai(name: str) -> str:
    """What the name was before a program took its bytes for something else."""
    raw = name.encode("utf-8", "surrogateescape")
    try:
        return raw.decode("cp874")
    except UnicodeDecodeError:
        return readable(name)
