"""The site, built or shown by MkDocs in this process: no `make`, no settings to know."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import ita_site
from ita_site.cli.options import data_option, give_up, language_option
from ita_site.facts.problems import ItaSiteError, as_text
from ita_site.history.review.built import NotBuiltError
from ita_site.site.parts.shard import Shard
from ita_site.site.settings import language

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTINGS = Path("mkdocs.yml")
BUILD_NEEDS = (
    *("PATH", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SYSTEMROOT"),
    *("ITA_KEEP_GOING", "ITA_PDF", "ITA_LOG", "ITA_JOBS", "ITA_LANG"),
)
"""What of the environment a build of somebody else's state is given; no secret is among it."""
LAST_LINES = 5
NO_SETTINGS = (
    "ไม่พบ mkdocs.yml ในโฟลเดอร์นี้ เข้าไปในโฟลเดอร์ของเว็บไซต์ก่อน (cd) หรือสร้างใหม่ด้วย: ita-site init"
)

BUILT = {
    "th": "เว็บไซต์อยู่ในโฟลเดอร์ {}/ แล้ว เปิดดูด้วยคำสั่ง: ita-site serve",
    "en": "the site is in the folder {}/; see it with: ita-site serve",
}

site_dir_option = click.option(
    "--site-dir", "-d", help="Where the site goes. Default: site, or sites with --own."
)
strict_option = click.option("--strict", is_flag=True, help="Let warnings stop the build.")


def _read_shard(_ctx: click.Context, _param: click.Parameter, said: str | None) -> Shard | None:
    """`3/16`: the third of sixteen parts."""
    if said is None:
        return None
    found = re.fullmatch(r"([1-9]\d*)/([1-9]\d*)", said, re.ASCII)
    if not found or int(found[1]) > int(found[2]):
        message = f"ต้องเป็นเช่น 3/16 (ชุดที่ 3 จาก 16) ไม่ใช่ “{said}”"
        raise click.BadParameter(message)
    return Shard(int(found[1]), int(found[2]))


@click.command()
@data_option
@site_dir_option
@strict_option
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1),
    help="Make a portal's agencies in so many processes, those that changed. Default: ITA_JOBS.",
)
@click.option(
    "--shard", metavar="I/N", callback=_read_shard, help="Make that part of the agencies, for join."
)
@click.option(
    "--own",
    is_flag=True,
    help="Build the sites that a portal's agencies have of their own, as targets.yml names them, "
    "into sites/.",
)
@language_option
def build(  # noqa: PLR0913 - each is one option
    data: Path | None,
    site_dir: str | None,
    jobs: int | None,
    shard: Shard | None,
    lang: str,
    *,
    strict: bool,
    own: bool,
) -> None:
    """Check the data and build the site into site/, or leave the old site as it is.

    With --jobs every agency is kept in .cache/ita-site as it was made, and made anew only when
    its facts, the program, the look, the settings or the day are others. With --shard nothing
    else is done: no site is built, whatever is wrong with the data.

    With --own each agency's site is built as it stands at its own address; one that cannot be
    built stops no other.

    Exits 0 when it is built, 1 when the data is not right or MkDocs gives up, 2 on wrong usage.
    """
    _set_up(data, lang)
    if own and strict:
        message = "--own ไม่ใช้คู่กับ --strict"
        raise click.UsageError(message)
    if own:
        _build_own(site_dir, jobs or (os.cpu_count() or 1), shard)
        return
    if shard:
        _build_shard(shard, jobs or (os.cpu_count() or 1))
        return
    if jobs:
        os.environ["ITA_JOBS"] = str(jobs)
    site_dir = site_dir or "site"
    _run("build", "--site-dir", site_dir, *(["--strict"] if strict else []))
    click.echo(BUILT[lang].format(site_dir), err=True)


@click.command()
@data_option
@site_dir_option
@strict_option
@language_option
@click.pass_context
def join(
    ctx: click.Context, data: Path | None, site_dir: str | None, lang: str, *, strict: bool
) -> None:
    """Build the site from the agencies that `build --shard` made, brought together here.

    They are looked for in .cache/ita-site; one that is not there as it must be is made anew.

    Exits as `build`.
    """
    jobs = os.cpu_count() or 1
    given = {"data": data, "site_dir": site_dir, "lang": lang, "strict": strict}
    ctx.invoke(build, jobs=jobs, shard=None, own=False, **given)


def _build_shard(shard: Shard, jobs: int) -> None:
    with _plugin() as (plugin, project):
        made = plugin.make_shard(project, shard, jobs)
    if faults := [found for record in made for found in record.errors]:
        click.echo(as_text(faults, language()), err=True)
    click.echo(f"ชุดที่ {shard.number} จาก {shard.parts}: {len(made)} หน่วยงาน", err=True)


def _build_own(site_dir: str | None, jobs: int, shard: Shard | None) -> None:
    from ita_site.cli.own_sites import SITES, read_own_targets  # noqa: PLC0415 - as `_run`

    sites = Path(site_dir) if site_dir else SITES
    with _plugin() as (plugin, project):
        targets = read_own_targets(project.data, language())
        wanted = [it.agency for it in targets if shard is None or shard.holds(it.agency)]
        made, anew = plugin.make_own(project, wanted, sites, jobs)
    strangers = [slug for slug in wanted if slug not in made]
    for slug, result in made.items():
        for text in (*result.warnings, *([result.reason] if result.reason else [])):
            click.echo(f"{slug}: {text}", err=True)
    for slug in strangers:
        click.echo(f"{slug}: ไม่มีโฟลเดอร์ของหน่วยงานชื่อนี้ (targets.yml)", err=True)
    good = sum(not result.reason for result in made.values())
    told = f"{good} จาก {len(wanted)} หน่วยงานมีเว็บไซต์ของตนเองใน {sites}/ (สร้างใหม่ {anew})"
    click.echo(told, err=True)
    sys.exit(0 if good == len(wanted) else 1)


@contextmanager
def _plugin() -> Iterator[tuple[Any, Any]]:
    """Our plugin of MkDocs, and what this folder's site is made from; a mistake ends the run."""
    from mkdocs.config import load_config  # noqa: PLC0415 - as in `_run`
    from mkdocs.exceptions import PluginError  # noqa: PLC0415 - likewise

    logging.basicConfig(format="%(message)s", level=logging.INFO)
    try:
        with SETTINGS.open("rb") as settings:
            config = load_config(settings)
        plugin: Any = config.plugins["ita-site"]
        yield plugin, plugin.project(config)
    except (ItaSiteError, PluginError) as error:
        give_up(str(error))


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
@language_option
def serve(data: Path | None, port: int, lang: str, *, opens: bool | None) -> None:
    """Show the site in the browser, and again each time a file is saved. Ctrl+C ends it.

    Exits 1 when the data is not right or the port is in use, 2 on wrong usage.
    """
    shown = sys.stdout.isatty() if opens is None else opens
    address = f"127.0.0.1:{port}"
    _set_up(data, lang)
    _run("serve", "--livereload", "-a", address, *(["--open"] if shown else []))


def build_apart(project: Path, data: Path, site: Path, *, epoch: int) -> None:
    """Build the site of a project into a folder that is none of its own, in a process apart.

    `epoch` is the moment of the build, in seconds since 1970.

    It gets no more of the environment than a build needs, and no module of that project's.

    Raises:
        NotBuiltError: with the last lines of what the build said.
    """
    ours = str(Path(ita_site.__file__).parent.parent)
    kept = {name: os.environ[name] for name in BUILD_NEEDS if name in os.environ}
    own = {
        "ITA_DATA": str(data),
        "SOURCE_DATE_EPOCH": str(epoch),
        "PYTHONPATH": ours,
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-P", "-m", "ita_site", "build", "--site-dir", str(site)]
    done = subprocess.run(
        command,
        cwd=project,
        env=kept | own,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise NotBuiltError("\n".join(done.stdout.strip().splitlines()[-LAST_LINES:]))


def _set_up(data: Path | None, lang: str) -> None:
    """See that this is a project's folder, and say which data and language are meant."""
    if not SETTINGS.is_file():
        raise click.UsageError(NO_SETTINGS)
    if data:
        os.environ["ITA_DATA"] = str(data)
    os.environ["ITA_LANG"] = lang
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def _run(*arguments: str) -> None:
    """Run a command of MkDocs with this folder's settings."""
    from mkdocs.__main__ import cli  # noqa: PLC0415 - after what it reads of the environment

    command, *options = arguments
    cli.main([command, "-f", str(SETTINGS), *options], prog_name="mkdocs", standalone_mode=False)
