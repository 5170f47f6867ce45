"""What readers of the live site really get."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

import click

from ita_site.cli.options import language_option
from ita_site.cli.own_sites import read_own_targets, verify_all
from ita_site.delivery.verify.run import report_lines
from ita_site.delivery.verify.run import verify as read_back
from ita_site.site.manifest import ManifestError, read_manifest
from ita_site.site.settings import data_dir

if TYPE_CHECKING:
    from ita_site.delivery.verify.run import Verified
    from ita_site.facts.problems import Language
    from ita_site.site.manifest import Manifest

COMMANDLINE = click.core.ParameterSource.COMMANDLINE
BUILT = Path("site/ita-manifest.json")


@click.command()
@click.argument("url", required=False, envvar="ITA_SITE_URL")
@click.option(
    "--manifest",
    "file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="What should stand there. Default: site/ita-manifest.json, else what the site says.",
)
@click.option("--live", is_flag=True, help="Only what the site says of itself: after a rollback.")
@click.option(
    "--wait",
    type=click.IntRange(min=0),
    default=0,
    metavar="SECONDS",
    help="Look again for so long: copies on the way to readers may be old.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Form of the result.",
)
@click.option(
    "--all",
    "every",
    is_flag=True,
    help="Read back the sites that a portal's agencies have of their own, built in sites/.",
)
@language_option
def verify(  # noqa: PLR0913 - each is one option
    url: str | None,
    file: Path | None,
    wait: int,
    form: str,
    lang: str,
    *,
    live: bool,
    every: bool,
) -> None:
    """Read the live site at URL back. Default: ITA_SITE_URL, else what the manifest says.

    Exits 0 when readers see what was built (there may be warnings), 1 when not, 2 on wrong
    usage.
    """
    language = cast("Language", lang)
    if every:
        if file or click.get_current_context().get_parameter_source("url") is COMMANDLINE:
            message = "--all อ่านที่อยู่จาก sites/ จึงไม่รับ URL และ --manifest"
            raise click.UsageError(message)
        targets = read_own_targets(data_dir(), language)
        good = verify_all(targets, live=live, wait=wait, form=form, language=language)
        sys.exit(0 if good else 1)
    built = _manifest(file)
    address = _address(url or (built and built.site.url) or "")
    found = read_back(address, None if live else built, wait)
    click.echo(_json(found, language) if form == "json" else _text(found, language))
    sys.exit(0 if found.is_good else 1)


def _address(url: str) -> str:
    if urlsplit(url).scheme in ("http", "https") and urlsplit(url).hostname:
        return url
    message = f"“{url}” ไม่ใช่ที่อยู่เว็บไซต์ เขียนเต็ม เช่น https://ita.example.go.th/"
    raise click.UsageError(message)


def _manifest(file: Path | None) -> Manifest | None:
    """What was built, as named or in its usual place; None where there is nothing."""
    path = file or BUILT
    try:
        return read_manifest(path.read_bytes()) if path.is_file() else None
    except ManifestError as error:
        message = f"อ่าน {path} ไม่ได้ ({error})"
        raise click.UsageError(message) from error


def _text(found: Verified, language: Language) -> str:
    return "\n".join([*report_lines(found, language), _summary(found, language)])


def _json(found: Verified, language: Language) -> str:
    entries = [it.as_entry(language) for it in found.findings]
    whole = {"good": found.is_good, "files": found.files, "release": found.label}
    return json.dumps({**whole, "findings": entries}, ensure_ascii=False, indent=2)


def _summary(found: Verified, language: Language) -> str:
    errors = sum(it.is_error for it in found.findings)
    warnings = len(found.findings) - errors
    if language == "en":
        count = f"{errors} errors, {warnings} warnings"
        return f"{found.files} files read back, release {found.label}: {count}"
    return f"อ่านกลับ {found.files} ไฟล์ รุ่น {found.label}: ผิด {errors} เตือน {warnings}"
