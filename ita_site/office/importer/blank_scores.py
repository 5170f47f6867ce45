"""The fields that a new year's file has without a value and behind `#`, for who fills them in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLANK_LINE: Final = r"#(?: {3,}(?:- (?:code|no): \S+|\w+:|# .*))?(?:\n|\Z)"


def remove_blank(data: bytes, names: Iterable[str]) -> bytes:
    """The file without these blank fields: once there are values, a second one would be wrong."""
    text = data.decode("utf-8")
    for name in names:
        text = re.sub(rf"(?m)^# {re.escape(name)}:\n(?:{_BLANK_LINE})+", "", text)
    return text.encode("utf-8")
