"""The preview as one HTML file: no script, nothing from elsewhere, all text escaped."""

from __future__ import annotations

import base64
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, StrictUndefined

from ita_site.facts.links import reveal
from ita_site.history.review.preview.folder import write_page
from ita_site.history.review.preview.pages import preview_pages
from ita_site.history.review.preview.pictures import WIDTHS
from ita_site.site.theme import LOOK

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Template

    from ita_site.history.review.built import Built
    from ita_site.history.review.preview.pages import Preview

THAI = "assets/fonts/sarabun-thai-400-normal.woff2"
"""For machines without a Thai font."""


def write_preview(folder: Path, built: Built, title: str, judge: str) -> Preview | None:
    """Write the preview of two built sites into a folder; gives what it shows.

    `title` says which states are compared, `judge` which program made it. Where the sites
    could not be built the file says why, and None is given. The folder is there.

    Raises:
        PreviewError: when it cannot be written to.
    """
    preview = None if built.sites.failure else preview_pages(built)
    text = _template().render(
        title=title,
        judge=judge,
        sites=built.sites,
        preview=preview,
        widths=WIDTHS,
        thai=_data((LOOK / THAI).read_bytes(), "font/woff2"),
    )
    write_page(folder, text)
    return preview


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(reveal=reveal, data=_data)
    return environment.from_string(
        files(__package__).joinpath("preview.html.jinja").read_text("utf-8")
    )


def _data(content: bytes, kind: str = "image/webp") -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
