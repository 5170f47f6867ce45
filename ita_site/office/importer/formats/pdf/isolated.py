"""A PDF, read by a process that may be ended: no file can hold up or fill the computer."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from ita_site.office.importer.document.blocks import Block, Cell, FileContent, Paragraph, Table
from ita_site.office.importer.formats.office_file import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST: Final = 120
"""Seconds that reading a file may take."""
_CHILD: Final = "ita_site.office.importer.formats.pdf.child"
_NEEDED: Final = ("pdfplumber", "pypdfium2")


def read_pdf(data: bytes, name: str, *, longest: int = LONGEST) -> FileContent:
    """Read a PDF that holds text.

    Args:
        data: The file.
        name: What it is called.
        longest: Seconds it may take.

    Returns:
        Its blocks, each text with a doubt, and in Thai what of the file is not among them.

    Raises:
        RefusedError: ITA906 with a password, ITA911 damaged, ITA950 without the libraries,
            ITA951 without text, ITA952 too long, ITA953 with letters nobody can tell.
    """
    if not all(find_spec(each) for each in _NEEDED):
        raise RefusedError("ITA950", file=name)
    answer = _ask_child(data, name, longest)
    if code := answer.get("refused"):
        raise RefusedError(code, file=name, **answer["details"])
    return FileContent(tuple(_blocks(answer["blocks"])), tuple(answer["left_out"]))


def _ask_child(data: bytes, name: str, longest: int) -> dict[str, Any]:
    try:
        done = subprocess.run(
            [sys.executable, "-m", _CHILD],
            input=data,
            capture_output=True,
            timeout=longest,
            check=True,
        )
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise RefusedError("ITA952", file=name, most="300") from error
    except (subprocess.CalledProcessError, ValueError) as error:
        raise RefusedError("ITA911", file=name) from error
    assert isinstance(answer, dict)  # noqa: S101 - our own child's
    return answer


def _blocks(listed: list[Any]) -> Iterator[Block]:
    for each in listed:
        if isinstance(each[1], str):
            yield Paragraph(*each)
        else:
            rows = tuple(tuple(_cell(cell) for cell in row) for row in each[1])
            yield Table(rows, each[0], follows=each[2])


def _cell(parts: list[Any]) -> Cell:
    text, place, origin, fill, doubt = parts
    return Cell(text, place, tuple(origin) if origin else None, fill, doubt)
