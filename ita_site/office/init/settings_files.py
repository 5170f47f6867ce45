"""The files of an agency's repository that are neither facts nor the lock, from templates."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Final

from ita_site import SOURCE, __version__
from ita_site.facts.schemas.files import MODELS, schema_name
from ita_site.office.init.answers import PAGES, Host

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.office.init.answers import Answers

FILES: Final = {
    "content/about.md": "about.md",
    "mkdocs.yml": "mkdocs.yml",
    ".gitignore": "gitignore",
    ".vscode/settings.json": "settings.json",
    ".vscode/extensions.json": "extensions.json",
    "README.md": "README.md",
}
"""Where each file of every repository stands, and the template it is made from."""
OF_HOSTS: Final = {
    Host.GITHUB: {
        ".github/workflows/ita-site.yml": "github.yml",
        ".github/ISSUE_TEMPLATE/progress.yml": "progress.yml",
        ".github/CODEOWNERS": "CODEOWNERS",
    },
    Host.GITLAB: {".gitlab-ci.yml": "gitlab-ci.yml", ".gitlab/CODEOWNERS": "CODEOWNERS"},
    Host.FORGEJO: {".forgejo/workflows/ita-site.yml": "forgejo.yml", "CODEOWNERS": "CODEOWNERS"},
    Host.NONE: {},
}
"""Likewise, of each code host."""
OF_PORTALS: Final = {"README.md": "portal.md", "gitlab-ci.yml": "portal-gitlab-ci.yml"}
"""Which template a portal has in place of another."""
SHARDS: Final = """
      shards: "[1, 2, 3, 4]" # แบ่งสร้างพร้อมกัน 4 ส่วน หน่วยงานมากขึ้นให้เพิ่มเลข"""
EDIT: Final = {Host.GITHUB: "edit/main", Host.GITLAB: "-/edit/main", Host.FORGEJO: "_edit/main"}
"""Where each code host lets a file be changed."""
AS_THEY_ARE: Final = ("about.md", "progress.yml")
OWNED: Final = {Host.FORGEJO: ("!(data|content)/.*", "")}
"""Patterns of CODEOWNERS: what has an owner, and what has none. Forgejo's are expressions."""
OWNED_ELSEWHERE: Final = ("*", "/data/\n/content/")


class _Filled(Template):
    """A template in which `%{name}` is filled; a workflow's own `${{ … }}` stays."""

    delimiter = "%"


def settings_files(answers: Answers) -> dict[str, bytes]:
    """Every file that is neither a fact nor the lock, by path."""
    return {path: text.encode() for path, text in _filled(answers)}


def _filled(answers: Answers) -> Iterator[tuple[str, str]]:
    words = _words(answers)
    for path, single in {**FILES, **OF_HOSTS[answers.host]}.items():
        name = OF_PORTALS.get(single, single) if answers.is_portal else single
        text = files(__package__).joinpath("templates", name).read_text("utf-8")
        yield path, text if name in AS_THEY_ARE else _Filled(text).substitute(words)


def _words(answers: Answers) -> dict[str, str]:
    all_files, facts = OWNED.get(answers.host, OWNED_ELSEWHERE)
    return {
        "name": answers.name,
        "year": str(answers.year),
        "version": __version__,
        "source": SOURCE,
        "workflows": f"{SOURCE.removeprefix('https://github.com/')}/.github/workflows",
        "file": f"{_raw()}/ita_site/office/init/gitlab.yml",
        "digest": _digest("gitlab.yml"),
        "portal_file": f"{_raw()}/ita_site/office/init/gitlab-portal.yml",
        "portal_digest": _digest("gitlab-portal.yml"),
        "publisher": "portal-publish" if answers.is_portal else "agency-publish",
        "shards": SHARDS if answers.is_portal else "",
        "names": "ชื่อใน data/portal.yml" if answers.is_portal else "ชื่อหน่วยงานใน data/agency.yml",
        "target": _quoted(answers.target),
        "site_url": _quoted(answers.site_url),
        "repo": _repository(answers),
        "schemas": _schemas(),
        "all": all_files if answers.owner else f"# {all_files}",
        "owner": answers.owner or "@บัญชีของผู้ดูแลระบบ",
        "facts": facts,
        "check": "" if answers.host is Host.NONE else " ส่งเป็นคำขอรวม ระบบจะตรวจซ้ำและสรุปสิ่งที่เปลี่ยน",
        "publish": _publish(answers),
        "host_steps": _host_steps(answers),
    }


def _digest(name: str) -> str:
    included = files(__package__).joinpath(name).read_bytes()
    return b64encode(hashlib.sha256(included).digest()).decode()


def _raw() -> str:
    path = SOURCE.removeprefix("https://github.com/")
    return f"https://raw.githubusercontent.com/{path}/v{__version__}"


def _repository(answers: Answers) -> str:
    address = answers.repo or "https://…"
    edit = EDIT.get(answers.host, "edit/main")
    lines = [f"repo_url: {_quoted(address)}", f"edit_uri: {edit}/content/"]
    return "\n".join(lines if answers.repo else [f"# {line}" for line in lines])


def _schemas() -> str:
    """Which schema each data file has, for editors: that of this version."""
    of_files = {
        f"{_raw()}/ita_site/facts/schemas/{schema_name(name)}": f"data/**/{name}" for name in MODELS
    }
    return json.dumps(of_files, indent=4)[2:-2]


def _publish(answers: Answers) -> str:
    if answers.host is Host.NONE or answers.target.startswith("file:"):
        where = answers.target or "ปลายทาง"
        return f"เผยแพร่** สั่ง `ita-site build` แล้ว `ita-site publish {where}`"
    return "ให้ผู้ตรวจรวมคำขอ** เว็บไซต์จะถูกสร้างและเผยแพร่ใหม่เอง"


def _host_steps(answers: Answers) -> str:
    """What is to be set once at the code host, which no file can say."""
    if answers.host is Host.NONE:
        return ""
    if answers.target == PAGES:
        return "ตั้ง Settings → Pages → Source เป็น GitHub Actions ครั้งเดียว\n\n"
    return (
        f"วิธีตั้งกุญแจของเครื่องแม่ข่าย (`ITA_SSH_KEY` หรือ `ITA_FTPS_PASSWORD`) อยู่ใน"
        f" [คู่มือเผยแพร่]({SOURCE}/blob/v{__version__}/PUBLISHING.th.md)\n\n"
    )


def _quoted(text: str) -> str:
    """A text as YAML takes it, whatever it holds."""
    return json.dumps(text, ensure_ascii=False)
