"""The sites that a portal's agencies have of their own: one table of what became of each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from ita_site.cli.options import give_up
from ita_site.delivery.publish.each import publish_each
from ita_site.delivery.publish.targets import NAME, read_targets
from ita_site.facts.problems import DataError, as_text
from ita_site.facts.reading.publication import agency_folders
from ita_site.site import manifest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ita_site.delivery.publish.each import Project, Result, Terms
    from ita_site.delivery.publish.targets import OwnTarget
    from ita_site.delivery.verify.run import Verified
    from ita_site.facts.problems import Language

SITES: Final = Path("sites")
"""Where they lie, each in a folder named as the agency's."""
AT_ONCE: Final = 4
NO_TARGETS: Final = (
    f"ไม่พบ {NAME} ที่บอกปลายทางของแต่ละหน่วยงาน สร้างไฟล์นี้ข้าง mkdocs.yml บรรทัดละหน่วยงาน เช่น "
    "khok-mon: ssh://ita@www.khok-mon.example/ (ดู PUBLISHING.th.md)"
)
HEADS: Final = {"th": ("หน่วยงาน", "ปลายทาง", "ผล"), "en": ("agency", "target", "result")}


def read_own_targets(
    data: Path, language: Language, only: Iterable[str] = ()
) -> tuple[OwnTarget, ...]:
    """The targets of this portal's agencies, or of those asked for; a faulty file ends the run."""
    try:
        found = read_targets(Path(), {folder.name for folder in agency_folders(data)})
    except FileNotFoundError as error:
        raise click.UsageError(NO_TARGETS) from error
    except OSError as error:
        message = f"{NAME}: {error.strerror}"
        raise click.UsageError(message) from error
    except DataError as error:
        give_up(as_text(error.problems, language))
    asked, listed = set(only), {one.agency for one in found}
    if missing := sorted(asked - listed):
        message = f"ไม่มี {', '.join(missing)} ใน {NAME}"
        raise click.BadParameter(message, param_hint="--agency")
    if not found:
        raise click.UsageError(NO_TARGETS)
    return tuple(one for one in found if not asked or one.agency in asked)


def publish_all(
    targets: tuple[OwnTarget, ...], project: Project, terms: Terms, language: Language
) -> bool:
    """Publish each, and tell in a table what became of it; whether all of them are published."""
    tell = _teller(len(targets), language)
    results = publish_each(
        targets, project, terms, lambda it: tell(it.target.agency, it.error is None)
    )
    rows = [(it.target.agency, _shown(it.target), _result(it, language)) for it in results]
    good = sum(result.error is None for result in results)
    _print_table(rows, language)
    words = "published" if language == "en" else "เผยแพร่แล้ว"
    click.echo(_count(good, len(results), words, language))
    _tell_others(project.facts, targets, language)
    return good == len(results)


def verify_all(
    targets: tuple[OwnTarget, ...], *, live: bool, wait: int, form: str, language: Language
) -> bool:
    """Read each site back, and tell what was found; whether readers see all as they should."""
    from ita_site.delivery.verify.each import Asked, verify_each  # noqa: PLC0415 - the network

    stated = {one.agency: _manifest(SITES / one.agency) for one in targets}
    asked = [
        Asked(agency, built.site.url, None if live else built)
        for agency, built in stated.items()
        if built and built.site.url
    ]
    tell = _teller(len(asked), language)
    found: dict[str, Verified] = {}
    for one, verified in verify_each(asked, wait, AT_ONCE):
        tell(one.agency, verified.is_good)
        found[one.agency] = verified
    urls = {one.agency: one.url for one in asked}
    good = sum(verified.is_good for verified in found.values())
    if form == "json":
        entries = [_entry(one.agency, urls, found, language) for one in targets]
        click.echo(json.dumps(entries, ensure_ascii=False, indent=2))
        return good == len(targets)
    rows = [
        (one.agency, urls.get(one.agency, "–"), _verified(one.agency, found, language))
        for one in targets
    ]
    _print_table(rows, language)
    words = "as they should be" if language == "en" else "ถูกต้อง"
    click.echo(_count(good, len(targets), words, language))
    return good == len(targets)


def _shown(target: OwnTarget) -> str:
    """A target as it may be shown; what cannot be read as one may hold a password."""
    try:
        return str(target.address())
    except Exception:  # noqa: BLE001
        return "–"


def _result(result: Result, language: Language) -> str:
    remarks = [remark.message(language, "warning") for remark in result.remarks]
    if result.error:
        return "\n".join([result.error.message(language), *remarks])
    assert result.done  # noqa: S101 - else there was an error
    changes, release = result.done.difference, result.done.release
    files = len(release.manifest.files) if release.manifest else 0
    added, changed, gone = len(changes.added), len(changes.changed), len(changes.gone)
    size, seconds = f"{result.moved / 1000:,.0f} kB", f"{result.seconds:.1f}"
    if language == "en":
        told = f"{files} files: {added} new, {changed} changed, {gone} removed, {size}, {seconds} s"
    else:
        told = f"{files} ไฟล์ เพิ่ม {added} เปลี่ยน {changed} ลบ {gone} รวม {size} ใน {seconds} วินาที"
    return "\n".join([told, *remarks])


def _verified(agency: str, found: dict[str, Verified], language: Language) -> str:
    from ita_site.delivery.verify.run import report_lines  # noqa: PLC0415 - the network

    if agency not in found:
        return _not_built(agency, language)
    result = found[agency]
    read = "files read back" if language == "en" else "ไฟล์อ่านกลับแล้ว"
    return "\n".join([f"{result.files} {read}", *report_lines(result, language)])


def _not_built(agency: str, language: Language) -> str:
    from ita_site.delivery.publish.target import PublishError  # noqa: PLC0415 - as above

    return PublishError("ITA869", agency=agency, folder=SITES / agency).message(language)


def _entry(
    agency: str, urls: dict[str, str], found: dict[str, Verified], language: Language
) -> dict[str, object]:
    if agency not in found:
        return {"agency": agency, "good": False, "reason": _not_built(agency, language)}
    result = found[agency]
    entries = [it.as_entry(language) for it in result.findings]
    whole = {"agency": agency, "url": urls[agency], "good": result.is_good, "files": result.files}
    return {**whole, "release": result.label, "findings": entries}


def _manifest(site: Path) -> manifest.Manifest | None:
    try:
        return manifest.manifest_of(site)
    except (OSError, manifest.ManifestError):
        return None


def _teller(count: int, language: Language) -> Callable[[str, bool], None]:
    """Tells on stderr how far it is, a line for each."""
    done = 0
    words = {"en": ("done", "not done"), "th": ("เสร็จแล้ว", "ไม่สำเร็จ")}[language]

    def tell(agency: str, good: bool) -> None:  # noqa: FBT001 - what it tells
        nonlocal done
        done += 1
        click.echo(f"{done}/{count} {agency} {words[0 if good else 1]}", err=True)

    return tell


def _print_table(rows: list[tuple[str, str, str]], language: Language) -> None:
    """The columns before the last one hold no Thai but in their heads."""
    heads = HEADS[language]
    widths = [max(len(row[column]) for row in (heads, *rows)) for column in (0, 1)]
    below = " " * (sum(widths) + 4)
    for agency, target, told in (heads, *rows):
        first, *others = told.split("\n")
        click.echo(f"{agency:{widths[0]}}  {target:{widths[1]}}  {first}")
        for line in others:
            click.echo(f"{below}{line}")


def _count(good: int, count: int, words: str, language: Language) -> str:
    return (
        f"{good} of {count} {words}" if language == "en" else f"{words} {good} จาก {count} หน่วยงาน"
    )


def _tell_others(
    agencies: Iterable[str], targets: tuple[OwnTarget, ...], language: Language
) -> None:
    """Say which agencies have no site of their own."""
    if others := sorted({*agencies} - {one.agency for one in targets}):
        names = ", ".join(others)
        words = (
            f"without a target of their own in {NAME}: {names}"
            if language == "en"
            else f"ไม่มีปลายทางของตนเองใน {NAME}: {names}"
        )
        click.echo(words, err=True)
