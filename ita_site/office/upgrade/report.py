"""What an upgrade brings and did, for an officer: in Thai, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_site import __version__
from ita_site.office.upgrade.file_changes import Fate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ita_site.office.upgrade.file_changes import FileChange
    from ita_site.office.upgrade.upgrade import Upgrade
    from ita_site.site.finished.compare_sites import SiteDifference

MOST: Final = 12
HEADS: Final = {
    Fate.ADDED: "ไฟล์ใหม่",
    Fate.UPDATED: "ปรับให้ตรงกับรุ่นใหม่ (หน่วยงานไม่ได้แก้)",
    Fate.MERGED: "ปรับให้ตรงกับรุ่นใหม่ โดยคงสิ่งที่หน่วยงานแก้ไว้ทุกบรรทัด",
    Fate.REMOVED: "ลบ เพราะรุ่นใหม่ไม่ใช้แล้ว และหน่วยงานไม่ได้แก้",
    Fate.KEPT: "คงไว้ตามเดิม เพราะหน่วยงานแก้บรรทัดเดียวกัน ดูแล้วแก้เองถ้าต้องการ",
}
NOTHING: Final = (
    "ทุกไฟล์ตรงกับรุ่น {version} แล้ว ไม่มีอะไรต้องทำ\n"
    "ถ้าต้องการรุ่นใหม่กว่านี้ ให้ติดตั้งก่อน: python3 -m pip install --upgrade ita-site"
    " (บน Windows ใช้ py แทน python3) แล้วสั่ง ita-site upgrade อีกครั้ง"
)


def describe_upgrade(
    upgrade: Upgrade, difference: SiteDifference | None, *, is_written: bool
) -> str:
    """All that, line by line; `difference` is None where the site was not compared."""
    if not upgrade.files and not any(change.difference for change in upgrade.changes):
        return NOTHING.format(version=__version__)
    return "\n".join(_lines(upgrade, difference, is_written=is_written))


def _lines(
    upgrade: Upgrade, difference: SiteDifference | None, *, is_written: bool
) -> Iterator[str]:
    if upgrade.is_of_another_version:
        yield f"จากรุ่น {upgrade.former} เป็นรุ่น {__version__}"
    if upgrade.news:
        yield "มีอะไรใหม่:"
        yield from (f"  - {line}" for line in upgrade.news)
    for fate, head in HEADS.items():
        if changes := [one for one in upgrade.changes if one.fate is fate and _shows(one)]:
            yield f"{head}:"
            yield from _changes(changes)
    if difference:
        yield from _site(difference)
    yield from _next(upgrade, is_written=is_written)


def _shows(change: FileChange) -> bool:
    return change.fate is not Fate.MERGED or bool(change.difference)


def _changes(changes: Sequence[FileChange]) -> Iterator[str]:
    for change in changes:
        yield f"  {change.path}"
        yield from (f"    {line}" for line in change.difference.split("\n")[2:])


def _site(difference: SiteDifference) -> Iterator[str]:
    """What readers will see otherwise."""
    if difference.gone:
        yield "ที่อยู่ที่จะไม่มีแล้ว (ลิงก์เดิมจะเสีย):"
        yield from _listed(difference.gone)
    if difference.added:
        yield "ที่อยู่ใหม่:"
        yield from _listed(difference.added)
    if difference.said:
        yield f"หน้าที่ข้อความเปลี่ยน {len(difference.said)} หน้า:"
        yield from _listed(f"{path}: {line[:100]}" for path, line in difference.said)
    if difference.data:
        yield "ไฟล์ข้อมูลที่เปลี่ยน:"
        yield from _listed(difference.data)
    if difference.looks:
        yield f"หน้าที่ข้อความเหมือนเดิม เปลี่ยนเฉพาะรูปลักษณ์หรือโค้ด {len(difference.looks)} หน้า"
    if not any((difference.gone, difference.added, difference.said, difference.data)):
        yield "ข้อความ ที่อยู่ และไฟล์ข้อมูลของเว็บไซต์เหมือนเดิมทั้งหมด"


def _listed(lines: Iterable[str]) -> Iterator[str]:
    every = list(lines)
    yield from (f"  {line}" for line in every[:MOST])
    if len(every) > MOST:
        yield f"  และอีก {len(every) - MOST}"


def _next(upgrade: Upgrade, *, is_written: bool) -> Iterator[str]:
    if not is_written:
        yield "ยังไม่ได้เขียนไฟล์ใด เพราะสั่งด้วย --dry-run"
        return
    yield f"เขียนแล้ว: {', '.join(upgrade.files)}" if upgrade.files else "ไม่มีไฟล์ใดต้องเขียน"
    yield "ขั้นต่อไป:"
    yield "  ดูสิ่งที่เปลี่ยน: git diff"
    yield "  ติดตั้งให้ตรงรุ่น: python3 -m pip install -r requirements.txt (บน Windows ใช้ py แทน python3)"
    yield "  แล้วส่งเป็นคำขอรวมเหมือนการแก้ข้อมูล ถ้าไม่ต้องการ สั่ง git checkout . เพื่อกลับไปเป็นอย่างเดิม"
