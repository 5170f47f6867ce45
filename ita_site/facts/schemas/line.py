"""The line by which a data file tells the editor its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ita_site.facts.schemas.files import MODELS, schema_name

if TYPE_CHECKING:
    from pathlib import Path

MARK = "# yaml-language-server: $schema="
FOLDER = "ita_site/facts/schemas"
PUBLISHED = "schemas"


def schema_line(file: Path, site_url: str | None = None) -> str:
    """The first line of a data file, without a line end; empty where nothing can be said.

    The schema's relative path where the program lies in a folder above the file, else its
    address on the agency's site, where that is known. The file need not exist.
    """
    if file.name not in MODELS:
        return ""
    schema = schema_name(file.name)
    for steps, above in enumerate(file.absolute().parents):
        if (above / FOLDER / schema).is_file():
            return f"{MARK}{'../' * steps}{FOLDER}/{schema}"
    return MARK + urljoin(f"{site_url.rstrip('/')}/", f"{PUBLISHED}/{schema}") if site_url else ""
