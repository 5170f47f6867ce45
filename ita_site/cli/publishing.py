"""The built site to where readers see it, and back again."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from ita_site.cli.building import SETTINGS
from ita_site.cli.options import keep_going_option, keeps_going, language_option
from ita_site.cli.own_sites import AT_ONCE, SITES, publish_all, read_own_targets
from ita_site.cli.progress import progress
from ita_site.delivery.publish import run
from ita_site.delivery.publish.address import parse_address
from ita_site.delivery.publish.each import Project, Terms
from ita_site.delivery.publish.guards import Permits, compare_with_project, open_build
from ita_site.delivery.publish.target import PublishError, Settings
from ita_site.facts.reading.publication import agency_folders
from ita_site.site.settings import data_dir

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.delivery.publish.address import Address
    from ita_site.delivery.publish.run import Published
    from ita_site.delivery.publish.target import Build, Release
    from ita_site.facts.problems import Language

known_hosts_option = click.option(
    "--known-hosts",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    envvar="ITA_SSH_KNOWN_HOSTS",
    help="SSH: the file of host keys. Default: ITA_SSH_KNOWN_HOSTS, else your own.",
)


@click.command()
@click.argument("target", required=False)
@click.option(
    "--site",
    type=click.Path(path_type=Path),
    help="The built folder. Default: site; with --all sites, which holds those of the agencies.",
)
@click.option(
    "--all",
    "every",
    is_flag=True,
    help="Publish the sites that a portal's agencies have of their own, as targets.yml says.",
)
@click.option("--agency", "agencies", multiple=True, help="With --all, this agency (repeatable).")
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1),
    default=AT_ONCE,
    show_default=True,
    help="With --all, how many at once.",
)
@click.option(
    "--keep",
    type=click.IntRange(min=2),
    default=5,
    show_default=True,
    help="How many releases stay on the server.",
)
@click.option(
    "--force",
    is_flag=True,
    help="Replace another site, remove pages or many files, overwrite files that are not ours. "
    "ITA_FORCE=COMMIT allows it for the site of that commit.",
)
@click.option("--sample", is_flag=True, help="Publish demonstration data, for a trial.")
@click.option(
    "--as-built",
    is_flag=True,
    help="Publish the folder though it is not what would be built now.",
)
@keep_going_option
@known_hosts_option
@language_option
def publish(  # noqa: PLR0913 - each is one option
    *,
    target: str | None,
    site: Path | None,
    every: bool,
    agencies: tuple[str, ...],
    jobs: int,
    keep: int,
    known_hosts: Path | None,
    lang: str,
    force: bool,
    sample: bool,
    as_built: bool,
    keep_going: bool,
) -> None:
    """Publish the built site to TARGET: whole, or not at all.

    TARGET is ssh://user@host/folder, ftps://user@host/folder or file:///folder; with `pages`
    it is only made sure that a code host may publish the folder. With --all the own site of
    each agency goes to its own target, and one that is refused or fails stops no other.

    Exits 0 when readers see the new site, or all of them, 1 when one was refused or failed, 2
    on wrong usage.
    """
    language = cast("Language", lang)
    permits = Permits(force, sample, keeps_going(keep_going), as_built)
    _refuse_misuse(target, every=every, agencies=agencies, force=force)
    if every or not target:
        terms = Terms(Settings(keep, dict(os.environ), known_hosts), permits, jobs)
        _publish_all(site or SITES, agencies, terms, language)
        return
    site = site or Path("site")
    address = None if target == PAGES else _address(target, language)
    with _reported(language):
        build = open_build(site, permits)
        _compare_with_project(build, permits, language)
        permits = replace(permits, force=force or _is_forced(build.manifest.commit))
    if address is None:
        click.echo(MAY[language])
        return
    with _reported(language), progress(language) as on_progress:
        done = run.publish(
            site, address, _settings(address, keep, known_hosts, language), permits, on_progress
        )
    click.echo(_published(done, language))
    _warn(done.release, language)


@click.command()
@click.argument("target")
@click.option("--to", metavar="ID", help="A release named by --list. Default: the one before.")
@click.option("--list", "listed", is_flag=True, help="Only list the releases.")
@known_hosts_option
@language_option
def rollback(
    target: str, to: str | None, known_hosts: Path | None, lang: str, *, listed: bool
) -> None:
    """Let readers of TARGET see the release before again."""
    language = cast("Language", lang)
    address = _address(target, language)
    settings = _settings(address, 0, known_hosts, language)
    with _reported(language):
        if listed:
            lines = [_release(release, language) for release in run.releases(address, settings)]
            click.echo("\n".join(lines) or NONE[language])
            return
        with progress(language) as on_progress:
            release = run.roll_back(address, settings, to, on_progress)
    click.echo(_release(release, language))
    _warn(release, language)


def _refuse_misuse(
    target: str | None, *, every: bool, agencies: tuple[str, ...], force: bool
) -> None:
    if every and target:
        message = "--all ใช้ปลายทางใน targets.yml จึงไม่รับ TARGET"
    elif every and force and not agencies:
        message = "--force ใช้ทีละหน่วยงาน บอกด้วย --agency ว่าหน่วยงานใด"
    elif agencies and not every:
        message = "--agency ใช้คู่กับ --all"
    elif not (target or every):
        message = "บอกปลายทาง (TARGET) หรือ --all"
    else:
        return
    raise click.UsageError(message)


def _publish_all(sites: Path, agencies: tuple[str, ...], terms: Terms, language: Language) -> None:
    data = data_dir()
    targets = read_own_targets(data, language, agencies)
    facts = {folder.name: folder for folder in agency_folders(data)}
    with _reported(language):
        good = publish_all(targets, Project(Path(), facts, sites), terms, language)
    sys.exit(0 if good else 1)


FORCED, SHORTEST = "ITA_FORCE", 7
"""The environment's leave to remove or replace, for the one commit that it names."""


def _is_forced(commit: str | None) -> bool:
    named = os.environ.get(FORCED, "").strip().lower()
    return len(named) >= SHORTEST and bool(commit) and (commit or "").startswith(named)


def _compare_with_project(build: Build, permits: Permits, language: Language) -> None:
    """The project is where the site lies, else where one stands."""
    places = (build.folder.resolve().parent, Path.cwd())
    project = next((place for place in places if (place / SETTINGS).is_file()), None)
    chosen = os.environ.get("ITA_DATA")
    data = Path(chosen) if chosen else None
    for remark in compare_with_project(build, project, data, permits):
        click.echo(remark.message(language, "warning"), err=True)


VARIABLE = "ITA_FTPS_PASSWORD"
"""Where a shared host's password stands in the environment."""
ASKS = {"th": "รหัสผ่าน", "en": "password"}
PAGES = "pages"
"""Where a code host takes the folder itself."""
MAY = {"th": "พร้อมเผยแพร่", "en": "may be published"}
NONE = {"th": "ยังไม่เคยเผยแพร่ที่นี่", "en": "nothing was published here yet"}
UNTOUCHED = {
    "th": "เว็บไซต์ที่ผู้อ่านเห็นไม่ถูกเปลี่ยนแปลง",
    "en": "what readers see was not touched",
}
LIVE = {"th": "กำลังเผยแพร่", "en": "live"}


def _settings(
    address: Address, keep: int, known_hosts: Path | None, language: Language
) -> Settings:
    """With the password of a shared host; on a terminal it is asked for."""
    environment = dict(os.environ)
    if address.scheme == "ftps" and not environment.get(VARIABLE) and sys.stdin.isatty():
        environment[VARIABLE] = click.prompt(
            f"{address}\n{ASKS[language]}", hide_input=True, err=True
        )
    return Settings(keep, environment, known_hosts)


def _address(target: str, language: Language) -> Address:
    try:
        return parse_address(target)
    except PublishError as error:
        click.echo(error.message(language), err=True)
        sys.exit(2)


@contextmanager
def _reported(language: Language) -> Iterator[None]:
    """Failures in a line; who is asked to stop lets go of the target first."""
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        yield
    except PublishError as error:
        click.echo(error.message(language), err=True)
        if error.untouched:
            click.echo(UNTOUCHED[language], err=True)
        sys.exit(1)
    finally:
        signal.signal(signal.SIGTERM, before)


def _warn(release: Release, language: Language) -> None:
    if release.left:
        click.echo(release.left.message(language, "warning"), err=True)


def _published(done: Published, language: Language) -> str:
    changes = done.difference
    added, changed, gone = len(changes.added), len(changes.changed), len(changes.gone)
    if language == "en":
        what = f"{added} new, {changed} changed, {gone} removed files"
    else:
        what = f"เพิ่ม {added} เปลี่ยน {changed} ลบ {gone} ไฟล์"
    return f"{_release(done.release, language)}: {what}"


def _release(release: Release, language: Language) -> str:
    label = release.manifest.label if release.manifest else "?"
    live = f" {LIVE[language]}" if release.is_live else ""
    return f"{release.id} {label}{live}"
