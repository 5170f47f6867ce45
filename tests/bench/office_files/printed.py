"""A document printed to PDF by a real Chromium, with a text layer as office programs leave it."""

from __future__ import annotations

import subprocess
from base64 import b64encode
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ita_site.site.chromium.launch import find_chromium
from tests.bench.office_files.marked_up import write_html

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.office_files.layout import Document

LETTERS = "body{font:11pt Sarabun}td{padding:2pt}"
SHEETS = (
    "@page{size:A4 landscape;margin:15mm}",
    "@page{size:A4;margin:25mm 20mm 20mm 30mm}table{table-layout:fixed;width:100%}",
)
"""Lying, and upright with columns alike, as office programs print what nobody has set: every
cell is narrow, and its lines are wrapped."""


def write_pdf(document: Document, path: Path) -> None:
    """Print it; OSError where there is no Chromium."""
    if (chromium := find_chromium()) is None:
        raise FileNotFoundError("chromium")
    page = path.with_suffix(".html")
    write_html(document, page)
    sheet = SHEETS[len(path.stem) % len(SHEETS)]
    style = f"<style>{_faces()}{LETTERS}{sheet}</style></head>"
    page.write_text(page.read_text("utf-8").replace("</head>", style), "utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    command = [chromium, *options, f"--print-to-pdf={path}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    page.unlink()


@cache
def _faces() -> str:
    """The project's own letters: what a page says must not hang on the machine that prints it."""
    fonts = files("ita_site.site.look") / "assets/fonts"
    return "".join(
        f"@font-face{{font-family:Sarabun;font-weight:{weight};{reach}src:url(data:font/woff2;base64,"
        f"{b64encode((fonts / f'sarabun-{script}-{weight}-normal.woff2').read_bytes()).decode()})}}"
        for weight in (400, 700)
        for script, reach in (("latin", ""), ("thai", "unicode-range:U+0E00-0E7F;"))
    )
