"""What was written for an agency, what it still has to say, and what comes next."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Final

from ita_site.office.init.answers import QUESTIONS, Host

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_site.office.init.answers import Answers
    from ita_site.office.init.project import Project

LATER: Final = {
    "name": "data/agency.yml (ลบบรรทัด sample ด้วย)",
    "district": "data/agency.yml",
    "province": "data/agency.yml",
    "website": "data/agency.yml",
    "site_url": "data/agency.yml",
    "eit": "data/{year}/year.yml",
    "channel": "data/channels.yml",
    "phone": "data/channels.yml",
    "email": "data/channels.yml",
    "repo": "mkdocs.yml",
    "owner": "CODEOWNERS",
    "target": "{automatic}",
}
"""Where each answer goes that was put off."""
OF_PORTALS: Final = {"site_url": "data/portal.yml"}
"""Likewise in a portal, where it is another; what its agencies say, each says for itself."""
AUTOMATIC: Final = {
    Host.GITHUB: ".github/workflows/ita-site.yml",
    Host.GITLAB: ".gitlab-ci.yml",
    Host.FORGEJO: ".forgejo/workflows/ita-site.yml",
}
UNHASHED: Final = (
    "requirements.txt ยังไม่มี hash เพราะถาม PyPI ไม่ได้ เมื่อต่ออินเทอร์เน็ตแล้วสั่ง: ita-site init --lock"
)


def report(project: Project, answers: Answers, folder: Path) -> str:
    """All that, line by line."""
    return "\n".join([written(project, folder), *_lines(project, answers, folder)])


def written(project: Project, folder: Path) -> str:
    """Which files were written."""
    told = f"เขียน {len(project.files)} ไฟล์ไว้ใน {folder.absolute().as_posix()}"
    return "\n".join([told, *(f"  {path}" for path in project.files)])


def _lines(project: Project, answers: Answers, folder: Path) -> Iterator[str]:
    if later := list(_put_off(answers)):
        yield "ยังไม่ได้ตอบ ใส่ภายหลังได้:"
        yield from later
    if not project.lock_is_hashed:
        yield UNHASHED
    yield "ขั้นต่อไป:"
    if folder.absolute() != folder.cwd():
        yield f"  เข้าไปในโฟลเดอร์: cd {shlex.quote(folder.as_posix())}"
    yield "  ดูเว็บไซต์: ita-site serve"
    into = " --into data/<หน่วยงาน>" if answers.is_portal else ""
    command = f"ita-site import รายงาน.docx --year {answers.year}{into}"
    yield f"  เติมข้อมูลใน data/ หรือนำเข้าจาก Word: {command}"
    yield "  ตรวจ: ita-site check"
    if answers.host is not Host.NONE:
        steps = "git init -b main · git add --all · git commit · git push"
        yield f"  ส่งขึ้น {answers.host.label}: {steps}"


def _put_off(answers: Answers) -> Iterator[str]:
    automatic = AUTOMATIC.get(answers.host, "")
    for name, single in LATER.items():
        place = OF_PORTALS.get(name, single) if answers.is_portal else single
        words = QUESTIONS[name].words.partition(":")[0]
        if _is_later(answers, name):
            yield f"  {words}: {place.format(year=answers.year, automatic=automatic)}"


def _is_later(answers: Answers, name: str) -> bool:
    of_host = name in ("repo", "owner", "target")
    if of_host and answers.host is Host.NONE:
        return False
    if answers.is_portal and not (of_host or name in OF_PORTALS):
        return False
    if name == "name":
        return answers.is_sample
    return not getattr(answers, name)
