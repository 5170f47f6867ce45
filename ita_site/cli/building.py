"""The site, built or shown by MkDocs in this process: no `make`, no settings to know."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from ita_site.cli.options import data_option

SETTINGS = Path("mkdocs.yml")
NO_SETTINGS = (
    "ไม่พบ mkdocs.yml ในโฟลเดอร์นี้ เข้าไปในโฟลเดอร์ของเว็บไซต์ก่อน (cd) หรือสร้างใหม่ด้วย: ita-site init"
)


@click.command()
@data_option
@click.option("--site-dir", "-d", default="site", show_default=True, help="Where the site goes.")
@click.option("--strict", is_flag=True, help="Let warnings stop the build.")
def build(data: Path | None, site_dir: str, *, strict: bool) -> None:
    """Check the data and build the site into site/, or leave the old site as it is.

    Exits 0 when it is built, 1 when the data is not right or MkDocs gives up, 2 on wrong usage.
    """
    _run(data, "build", "--site-dir", site_dir, *(["--strict"] if strict else []))
    click.echo(f"เว็บไซต์อยู่ในโฟลเดอร์ {site_dir}/ แล้ว เปิดดูด้วยคำสั่ง: ita-site serve", err=True)


@click.command()
@data_option
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port."
)
@click.option(
    "--open/--no-open",
    "opens",
    default=None,
    help="Open the browser. Default: when on a terminal.",
)
def serve(data: Path | None, port: int, *, opens: bool | None) -> None:
    """Show the site in the browser, and again each time a file is saved. Ctrl+C ends it.

    Exits 1 when the data is not right or the port is in use, 2 on wrong usage.
    """
    shown = sys.stdout.isatty() if opens is None else opens
    address = f"127.0.0.1:{port}"
    _run(data, "serve", "--livereload", "-a", address, *(["--open"] if shown else []))


def _run(data: Path | None, *arguments: str) -> None:
    """Run a command of MkDocs with this folder's settings."""
    if not SETTINGS.is_file():
        raise click.UsageError(NO_SETTINGS)
    if data:
        os.environ["ITA_DATA"] = str(data)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.__main__ import cli  # noqa: PLC0415 - after what it reads of the environment

    command, *options = arguments
    cli.main([command, "-f", str(SETTINGS), *options], prog_name="mkdocs", standalone_mode=False)
