"""A document printed to PDF by a real Chromium, with a text layer as office programs leave it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from ita_site.site.chromium.launch import find_chromium
from tests.bench.office_files.marked_up import write_html

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.office_files.layout import Document

SHEET = "<style>@page{size:A4 landscape;margin:15mm}body{font:11pt Loma}td{padding:2pt}</style>"


def write_pdf(document: Document, path: Path) -> None:
    """Print it; OSError where there is no Chromium."""
    if (chromium := find_chromium()) is None:
        raise FileNotFoundError("chromium")
    page = path.with_suffix(".html")
    write_html(document, page)
    page.write_text(page.read_text("utf-8").replace("</head>", f"{SHEET}</head>"), "utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    command = [chromium, *options, f"--print-to-pdf={path}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    page.unlink()
