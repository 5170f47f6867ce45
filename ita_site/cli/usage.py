"""Wrong usage of a command, told in Thai unless `--lang en` stands on the line."""

from __future__ import annotations

import re
from contextlib import contextmanager
from itertools import pairwise
from typing import IO, TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SAYINGS: Final = tuple(
    (re.compile(pattern, re.DOTALL), thai)
    for pattern, thai in (
        (r"No such option:? '?([^\s']+?)'?\.?", "ไม่มีตัวเลือก {0}"),
        (r"No such command '(.*)'\.", "ไม่มีคำสั่ง {0}"),
        (r"Missing command\.", "ต้องบอกคำสั่ง"),
        (r"Missing argument '(.*?)'\.(?: .*)?", "ต้องบอก {0}"),
        (r"Missing option '(.*?)'\.(?:\s*Choose from:\s*(.*))?", "ต้องใส่ตัวเลือก {0} {1}"),
        (r"Option '(.*)' requires (?:an argument|\d+ arguments)\.", "ต้องใส่ค่าหลัง {0}"),
        (r"Option '(.*)' does not take a value\.", "{0} ไม่มีค่าต่อท้าย"),
        (r"Got unexpected extra arguments? \((.*)\)", "มีคำเกินมา: {0}"),
        (r"Argument '(.*)' takes (\d+) values\.", "{0} ต้องมี {1} คำ"),
        (r"Invalid value for (.*?): (.*)", "ค่าของ {0} ใช้ไม่ได้: {1}"),
        (r"Invalid value: (.*)", "ค่าใช้ไม่ได้: {0}"),
        (r"'(.*)' is not (?:one of )?('.*')\.", "“{0}” ไม่อยู่ในค่าที่เลือกได้: {1}"),
        (r"'(.*)' is not a valid (?:integer|float)(?: range)?\.", "“{0}” ไม่ใช่ตัวเลข"),
        (r"(\S+) is not in the range (.*)\.", "{0} อยู่นอกช่วง {1}"),
        (r"'(.*)' is not a valid .*\.", "อ่าน “{0}” ไม่ได้"),
        (r"File '(.*)' does not exist\.", "ไม่พบไฟล์ {0}"),
        (r"Directory '(.*)' does not exist\.", "ไม่พบโฟลเดอร์ {0}"),
        (r"Path '(.*)' does not exist\.", "ไม่พบไฟล์หรือโฟลเดอร์ {0}"),
        (r"\w+ '(.*)' is a file\.", "{0} เป็นไฟล์ ต้องเป็นโฟลเดอร์"),
        (r"\w+ '(.*)' is a directory\.", "{0} เป็นโฟลเดอร์ ต้องเป็นไฟล์"),
        (r"\w+ '(.*)' is not readable\.", "เปิดอ่าน {0} ไม่ได้"),
        (r"\w+ '(.*)' is not writable\.", "เขียนลง {0} ไม่ได้"),
    )
)
"""What the library of the command line says, and the same in Thai."""


class ThaiUsageError(click.UsageError):
    """A mistake on the command line, with everything around it in Thai."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print how the command is used and what is wrong."""
        if self.ctx is not None:
            usage = self.ctx.get_usage().partition(":")[2].strip()
            click.echo(f"วิธีใช้: {usage}", file=file, err=True)
            click.echo(f"ดูตัวเลือกทั้งหมด: {self.ctx.command_path} --help\n", file=file, err=True)
        click.echo(f"สั่งไม่ถูก: {self.message}", file=file, err=True)


def find_language(arguments: Sequence[str]) -> str:
    """The language that a command line asks for, whatever else is wrong with it."""
    pairs = pairwise([*arguments, ""])
    asked = any(word == "--lang=en" or (word, value) == ("--lang", "en") for word, value in pairs)
    return "en" if asked else "th"


@contextmanager
def usage_told_in(language: str) -> Iterator[None]:
    """Tell mistakes on the command line in that language.

    Raises:
        click.UsageError: the mistake.
    """
    try:
        yield
    except click.UsageError as error:
        if language == "en" or type(error).__name__ == "NoArgsIsHelpError":
            raise
        raise ThaiUsageError(_say(error), error.ctx) from error


def _say(error: click.UsageError) -> str:
    possible = getattr(error, "possibilities", None)
    said = in_thai(error.message if possible else error.format_message())
    return f"{said} หมายถึง {' หรือ '.join(sorted(possible))} หรือไม่" if possible else said


def in_thai(message: str) -> str:
    """What the library says in Thai; other words, such as our own, as they are."""
    for pattern, thai in _SAYINGS:
        if found := pattern.fullmatch(message):
            return thai.format(*(in_thai(_unquoted(part or "")) for part in found.groups())).strip()
    return message


def _unquoted(part: str) -> str:
    """An option's names without the quotes around each."""
    return part.replace("'", "") if re.fullmatch(r"'[^']*'(?:[ ,/]+'[^']*')*", part) else part
