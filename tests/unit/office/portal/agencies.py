"""Repositories of agencies, and a portal that names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.facts.git.remote import LOCAL
from ita_site.facts.thai.calendar import BEDate
from ita_site.office.portal.update import Portal
from tests.review.proposal import git

if TYPE_CHECKING:
    from pathlib import Path

DAY = BEDate(2569, 11, 20)
AGENCY = "name: เทศบาลตำบล{name}\nkind: subdistrict_municipality\nprovince: จังหวัดตาก\n"
MEASURES = "measures:\n  - id: links\n    title: {title}\n    steps:\n      - ตรวจลิงก์\n"


@dataclass(frozen=True)
class AgencyRepository:
    """An agency's own repository."""

    folder: Path

    @property
    def address(self) -> str:
        return f"file://{self.folder}"

    def write(self, name: str, text: str | bytes) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def commit(self, day: str = "2026-11-20") -> str:
        git(self.folder, "add", "--all", "--force", day=day)
        git(self.folder, "commit", "--quiet", "--allow-empty", "--message", "ก", day=day)
        return git(self.folder, "rev-parse", "HEAD").strip()


def agency(folder: Path, data: str = "data") -> AgencyRepository:
    """A repository of sound facts, in one commit."""
    folder.mkdir(parents=True)
    made = AgencyRepository(folder)
    git(folder, "init", "--quiet")
    below = "" if data == "." else f"{data}/"
    made.write(f"{below}agency.yml", AGENCY.format(name=folder.name))
    made.write(f"{below}2569/measures.yml", MEASURES.format(title="เปิดดูได้ทุกลิงก์"))
    made.commit()
    return made


def write_portal(data: Path, *entries: dict[str, str]) -> Portal:
    """Name repositories in `portal.yml`; what `update` is asked with."""
    data.mkdir(parents=True, exist_ok=True)
    lines = ["name: ทุกหน่วยงาน", "agencies:"]
    for entry in entries:
        first, *others = (f"{key}: {value}" for key, value in entry.items())
        lines += [f"  - {first}", *(f"    {line}" for line in others)]
    (data / "portal.yml").write_text("\n".join(lines) + "\n", "utf-8")
    return Portal(data, data.parent / "content", DAY, LOCAL)


def entry(made: AgencyRepository, **more: str) -> dict[str, str]:
    return {"slug": made.folder.name, "git": made.address, **more}
