"""An office's file into the data folder."""

from __future__ import annotations

import shlex
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from ita_site.cli.options import give_up, language_option
from ita_site.facts.content.folder import REST
from ita_site.facts.problems import ItaSiteError
from ita_site.facts.thai.calendar import parse_year
from ita_site.office.importer.ask.server import AskServer
from ita_site.office.importer.ask.session import Session
from ita_site.office.importer.formats.convert import convert_if_old
from ita_site.office.importer.formats.office_file import RefusedError
from ita_site.office.importer.import_plan import is_download, plan_import, read_layout
from ita_site.office.importer.plan.plan_file import format_plan, plan_path, tabulate
from ita_site.office.importer.plan.plan_reader import read_plan
from ita_site.office.importer.plan.planned_tables import of_other_shape
from ita_site.site.settings import data_dir

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.facts.problems import Language
    from ita_site.office.importer.import_plan import ImportPlan
    from ita_site.office.importer.merging import MergeResult
    from ita_site.office.importer.plan.plan import Plan
    from ita_site.office.importer.planned_file import WrittenFile

MOST = 8
NO_FILE = "บอกไฟล์ที่จะนำเข้า หรือใช้ --ask เพื่อเลือกไฟล์ในเบราว์เซอร์"
OWN = "ไฟล์นี้เป็นไฟล์ที่เว็บไซต์ให้ดาวน์โหลด โปรแกรมรู้ทุกคอลัมน์แล้ว ไม่ต้องมีแผน สั่งใหม่โดยไม่มี --plan"
REDONE = "อ่านเอกสารนี้ใหม่แทนครั้งก่อน เพราะไม่มีใครแก้ไฟล์ที่ครั้งก่อนเขียนไว้"
ASK = "เพิ่มเฉพาะส่วนที่ยังไม่มีลงในไฟล์เดิมหรือไม่ (ค่าเดิมทุกค่าคงอยู่)"


@click.command("import")
@click.argument(
    "file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--year", required=True, metavar="YEAR", help="Assessment year (Buddhist era).")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    help="The agency's data folder. Default: ITA_DATA, else data.",
)
@click.option("--merge", is_flag=True, help="Add what is missing to files that are there.")
@click.option(
    "--plan", "shows_plan", is_flag=True, help="Write how the tables are read, to be mended."
)
@click.option("--ask", is_flag=True, help="Ask in a browser, on this computer alone.")
@click.option("--convert", is_flag=True, help="Have LibreOffice convert .doc, .rtf and .xls.")
@click.option("--with-names", is_flag=True, help="Keep names of persons who sign, in the rest.")
@language_option
def import_file(  # noqa: PLR0913 - each is one option
    file: Path | None,
    year: str,
    into: Path | None,
    lang: str,
    *,
    merge: bool,
    shows_plan: bool,
    ask: bool,
    convert: bool,
    with_names: bool,
) -> None:
    """Import FILE (.docx .xlsx .odt .ods .pdf .html .eml .csv .txt) into a year's data files.

    What is not understood is kept in import-rest.txt. A value that is there is never replaced,
    unless the same document is read anew and nobody has touched what it wrote. With --plan
    nothing is imported: FILE.plan.yml says what each column is read as and what each line outside
    tables begins, and the next import of FILE reads it so; --ask shows the same in a browser, also
    without FILE, which is dropped there. The site's own data.xlsx and CSV files come back as the
    facts they were made of. Exits 0 when done, 1 when nothing was written, 2 on wrong usage.
    """
    folder = into or data_dir()
    if file is None and not ask:
        raise click.UsageError(NO_FILE)
    try:
        if file is not None and convert:
            file = convert_if_old(file)
        if ask:
            _ask(file, folder, _year(year), with_names=with_names)
            return
        assert file is not None  # noqa: S101 - told above
        if shows_plan:
            click.echo("\n".join(_write_plan(file, folder, _year(year))))
            return
        plan = _read_plan(file)
        arrival = plan_import(file, folder, _year(year), plan=plan, with_names=with_names)
        if arrival.clashing and not merge and not _may_merge(arrival):
            sys.exit(1)
        written = arrival.write()
    except RefusedError as error:
        give_up(error.message(cast("Language", lang)))
    except (ItaSiteError, OSError) as error:
        give_up(str(error))
    click.echo("\n".join(_report(arrival, written, folder)))


def _ask(file: Path | None, folder: Path, year: int, *, with_names: bool) -> None:
    """Answer a browser until it saves, and report as after any import."""
    session = Session(folder, year, with_names=with_names)
    if file is not None:
        session.open(file)
    server = AskServer(session)
    click.echo(f"เปิดในเบราว์เซอร์บนเครื่องนี้: {server.address}")
    click.echo("หยุดโดยไม่บันทึก: กด Ctrl+C", err=True)
    if sys.stdout.isatty():
        webbrowser.open(server.address)
    try:
        server.serve()
    except KeyboardInterrupt:
        give_up("ยังไม่ได้เขียนไฟล์ใด")
    finally:
        session.close()
    if session.arrival and session.written is not None:
        click.echo("\n".join(_report(session.arrival, session.written, folder)))


def _read_plan(file: Path) -> Plan | None:
    path = plan_path(file)
    if not path.exists():
        return None
    click.echo(f"อ่านตามแผน {path.as_posix()}", err=True)
    return read_plan(path)


def _write_plan(file: Path, folder: Path, year: int) -> Iterable[str]:
    """Write the plan beside the document unless it is there, and show how it is read."""
    path = plan_path(file)
    plan = read_plan(path) if path.exists() else None
    if plan is None and is_download(file):
        yield OWN
        return
    layout = read_layout(file, folder, year, plan)
    yield tabulate(layout)
    yield ""
    if plan and not of_other_shape(plan, layout.tables):
        yield f"แผนมีอยู่แล้ว: {path.as_posix()} ถ้าต้องการเริ่มใหม่ ให้ลบไฟล์นี้"
    else:
        path.write_text(format_plan(file.name, layout), encoding="utf-8", newline="\n")
        yield f"เขียนแผนแล้ว: {path.as_posix()} (git ไม่เก็บไฟล์นี้)"
    yield "แก้คำหลัง role: ที่ไม่ถูก แล้วสั่งนำเข้าไฟล์เดิมอีกครั้งโดยไม่มี --plan"


def _year(said: str) -> int:
    try:
        return parse_year(said)
    except ValueError as error:
        message = f"--year ต้องเป็นปี พ.ศ. เช่น 2568 ไม่ใช่ “{said}”"
        raise click.UsageError(message) from error


def _may_merge(arrival: ImportPlan) -> bool:
    """Show how files that are there differ, and ask; without a terminal, say how to go on."""
    names = ", ".join(file.path.as_posix() for file in arrival.clashing)
    click.echo(f"มีไฟล์อยู่แล้ว และต่างจากเอกสาร: {names}", err=True)
    click.echo("+ คือบรรทัดที่จะเพิ่มลงในไฟล์เดิม", err=True)
    for file in arrival.clashing:
        click.echo("\n".join(filter(None, [file.difference(), *_otherwise(file.merge())])))
    if sys.stdin.isatty():
        return click.confirm(ASK, default=False, err=True)
    click.echo(
        "ยังไม่ได้เขียนไฟล์ใด สั่งใหม่พร้อม --merge เพื่อเพิ่มเฉพาะส่วนที่ยังไม่มี"
        " หรือ --into โฟลเดอร์ใหม่ เพื่อแยกไว้เทียบกัน",
        err=True,
    )
    return False


def _report(arrival: ImportPlan, written: tuple[WrittenFile, ...], folder: Path) -> Iterable[str]:
    yield str(arrival.result.report)
    if arrival.redone:
        yield REDONE
    if arrival.content.left_out:
        yield "อยู่ในไฟล์แต่ไม่ได้นำเข้า"
        yield from (f"  {words}" for words in arrival.content.left_out)
    yield from _results(written)
    rest = folder.parent / REST
    if rest.exists():
        yield f"อ่านข้อความที่ยังไม่ได้ใส่ใน {rest.as_posix()} (git ไม่เก็บไฟล์นี้)"
    name = shlex.quote(folder.as_posix())
    is_usual = folder == data_dir()
    data = "" if is_usual else f" --data {name}"
    yield "ขั้นต่อไป: อ่านเทียบไฟล์กับเอกสาร แก้จุดที่ให้ดูเอง"
    yield f"  ตรวจ: ita-site check{data}"
    yield f"  ดูเว็บไซต์: ita-site serve{data}"


def _results(written: tuple[WrittenFile, ...]) -> Iterable[str]:
    for each in written:
        done = "เขียนแล้ว" if each.file.is_new else "เพิ่มในไฟล์เดิมแล้ว"
        yield f"{'ไม่มีอะไรต้องเพิ่ม' if each.is_unchanged else done}: {each.file.path.as_posix()}"
        yield from _otherwise(each.merged)


def _otherwise(merged: MergeResult) -> Iterable[str]:
    """What the document says otherwise: the field, and both values where they are short."""
    if not merged.differences:
        return
    yield f"  ต่างจากค่าเดิม {len(merged.differences)} แห่ง ค่าเดิมคงอยู่ ค่าในเอกสารเก็บไว้ใน {REST}"
    for each in merged.differences[:MOST]:
        yield f"    {each}"
    if len(merged.differences) > MOST:
        yield f"    และอีก {len(merged.differences) - MOST} แห่ง"
