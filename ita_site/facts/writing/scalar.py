"""One text as YAML: bare where every reader sees the same text, else in quotes or as a block.

What may stand bare is asked of the readers themselves: ours, YAML 1.1's and 1.2's.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import yaml

from ita_site.facts.problems import ItaSiteError
from ita_site.facts.strict_yaml.parse import parse
from ita_site.facts.strict_yaml.text import UNSEEN

if TYPE_CHECKING:
    from ita_site.facts.strict_yaml.document import Path

RESOLVER: Any = yaml.resolver.Resolver()
STRING = "tag:yaml.org,2002:str"
CORE = re.compile(
    r"~|null|Null|NULL|true|True|TRUE|false|False|FALSE"
    r"|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
"""What YAML 1.2's core schema takes for something other than text."""
OLD_FLAG = re.compile(r"[yYnN]")
"""Yes and no of YAML 1.1, which PyYAML spares."""
SAME_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,14}|-?(?:0|[1-9][0-9]{0,11})\.[0-9]{0,3}[1-9]")
"""A number that any program prints again as it was written."""
NUMBER_OR_FLAG = re.compile(r"[0-9]+(?:\.[0-9]+)?|true|false")
ODD_SPACE = re.compile("[\t\xa0]")
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\xa0": "\\_"}


class UnwritableError(ItaSiteError):
    """A text with a character that no data file may hold, such as U+202E."""

    def __init__(self, path: Path, character: str) -> None:
        """Carry where the text belongs and what it holds."""
        super().__init__(f"U+{ord(character):04X}", path)
        self.path, self.character = path, character


def refuse_unseen(text: str, path: Path) -> None:
    """See that the text can be written.

    Raises:
        UnwritableError: when our reader would refuse one of its characters.
    """
    if found := UNSEEN.search(text):
        raise UnwritableError(path, found[0])


def scalar(text: str, *, number: bool = False, path: Path = ()) -> list[str]:
    """The lines that stand for a text; lines of a block come without their indent.

    `number` says that the field holds numbers or yes-or-no: `100.00` and `true` are then
    left bare, as people write them there.

    Raises:
        UnwritableError: when it holds what no file may hold.
    """
    refuse_unseen(text, path)
    body = text.removesuffix("\n")
    if _is_block(body):
        return ["|-" if body == text else "|", *body.split("\n")]
    return [inline(text, number=number)]


def inline(text: str, *, number: bool = False) -> str:
    """The text on one line, whatever it holds."""
    if (number and NUMBER_OR_FLAG.fullmatch(text)) or _may_be_bare(text):
        return text
    if '"' in text and not re.search(r"[\n\t\xa0]", text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(ESCAPES.get(character, character) for character in text) + '"'


def _is_block(text: str) -> bool:
    lines = text.split("\n")
    whole = lines[0].strip() and lines[-1].strip() and not lines[0].startswith(" ")
    clean = not ODD_SPACE.search(text) and all(line == line.rstrip() for line in lines)
    return len(lines) > 1 and bool(whole) and clean


@lru_cache(maxsize=4096)
def _may_be_bare(text: str) -> bool:
    return _is_text_to_all(text) and not ODD_SPACE.search(text) and _reads_the_same(text)


def _is_text_to_all(text: str) -> bool:
    if SAME_NUMBER.fullmatch(text):
        return True
    tag: str = RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    return tag == STRING and not CORE.fullmatch(text) and not OLD_FLAG.fullmatch(text)


def _reads_the_same(text: str) -> bool:
    """Whether our reader finds nothing to say of it, as a field and as an entry."""
    found = parse(f"a: {text}\nb:\n  - {text}\nc: .\n")
    return not found.flaws and found.value == {"a": text, "b": [text], "c": "."}
