"""What one says of an agency before it has a repository, and the questions that ask for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from ita_site.facts.model.agency import AgencyKind
from ita_site.facts.model.labelled import Labelled, suggestion
from ita_site.facts.problems import DataError, Problem
from ita_site.office.edit_commands.request import request_problem

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = TypeVar("Kind", bound=Labelled)
LATER: Final = ""
"""The answer to a question that is to be settled later."""
NO_NAME: Final = "หน่วยงานของท่าน"
"""Stands for a name that comes later; the data is a sample then, which is not published."""
PAGES: Final = "pages"
"""The target of a site that its code host shows itself."""


class Host(Labelled):
    """Where the repository lies, which decides who runs its automatic work."""

    GITHUB = "github", "GitHub"
    GITLAB = "gitlab", "GitLab"
    FORGEJO = "forgejo", "Forgejo"
    NONE = "none", "ไม่ใช้"

    @classmethod
    def synonyms(cls) -> dict[str, str]:
        """Programs that run the same workflows."""
        return {"gitea": "forgejo", "codeberg": "forgejo"}


@dataclass(frozen=True, slots=True)
class Question:
    """A question on the terminal; every one may be answered later."""

    words: str
    example: str


QUESTIONS: Mapping[str, Question] = {
    "name": Question("ชื่อหน่วยงาน", "เทศบาลเมืองตัวอย่าง"),
    "kind": Question("ประเภทหน่วยงาน", "เทศบาลเมือง"),
    "district": Question("อำเภอ", "อำเภอเมืองตัวอย่าง"),
    "province": Question("จังหวัด", "จังหวัดตัวอย่าง"),
    "website": Question("เว็บไซต์หลักของหน่วยงาน", "https://tuayang.example/"),
    "eit": Question("ลิงก์แบบวัด EIT ของปีนี้ จากระบบ ITAS", "https://itas.nacc.go.th/go/eit/abc123"),
    "channel": Question("ลิงก์แบบแจ้งเรื่องทุจริต", "https://tuayang.example/complaint"),
    "phone": Question("โทรศัพท์รับแจ้งเรื่องทุจริต", "0 0000 0000 ต่อ 101"),
    "email": Question("อีเมลรับแจ้งเรื่องทุจริต", "report@tuayang.example"),
    "host": Question("ระบบที่เก็บไฟล์: github gitlab forgejo (รวม Gitea) หรือ none", "github"),
    "repo": Question("ที่อยู่ของที่เก็บไฟล์", "https://github.com/tuayang/ita"),
    "owner": Question("บัญชีของผู้ดูแลระบบในระบบนั้น", "@tuayang-admin"),
    "target": Question(
        "ปลายทางที่จะเผยแพร่: ssh:// ftps:// file:// หรือ pages", "ssh://ita@ita.tuayang.example/"
    ),
    "site_url": Question("ที่อยู่ของเว็บไซต์นี้เมื่อเผยแพร่แล้ว", "https://ita.tuayang.example/"),
}
"""In the order in which they are asked."""


@dataclass(frozen=True, slots=True)
class Answers:
    """An agency as it was told; an empty text is an answer that comes later.

    Of a portal it is the site of all agencies, which has its name and address.
    """

    name: str
    kind: AgencyKind
    host: Host
    year: int
    district: str = LATER
    province: str = LATER
    website: str = LATER
    eit: str = LATER
    channel: str = LATER
    phone: str = LATER
    email: str = LATER
    repo: str = LATER
    owner: str = LATER
    target: str = LATER
    site_url: str = LATER
    is_portal: bool = False

    @property
    def is_sample(self) -> bool:
        """Whether not even the name is known, so that nothing may be published."""
        return self.name == NO_NAME


def read_answers(words: Mapping[str, str], year: int) -> Answers:
    """The answers in the words of `QUESTIONS`.

    Raises:
        DataError: with everything that is wrong: ITA711 for a kind that neither is known nor
            is in the name, ITA712 for a code host, ITA713 for a target that it does not have.
    """
    said = {name: " ".join(words.get(name, LATER).split()) for name in QUESTIONS}
    kind, host = _kind(said["kind"], said["name"]), _host(said["host"])
    wrong = (kind, host, _wrong_target(said, host))
    if problems := [found for found in wrong if isinstance(found, Problem)]:
        raise DataError(problems)
    assert isinstance(kind, AgencyKind)  # noqa: S101 - else it was a problem
    assert isinstance(host, Host)  # noqa: S101
    said |= {"name": said["name"] or NO_NAME, "repo": said["repo"].rstrip("/")}
    said["owner"] = f"@{said['owner'].lstrip('@')}" if said["owner"] else LATER
    said["district"] = _with_prefix(said["district"], "อำเภอ", "เขต")
    said["province"] = _with_prefix(said["province"], "จังหวัด", "กรุงเทพ")
    others = {name: value for name, value in said.items() if name not in ("kind", "host")}
    return Answers(kind=kind, host=host, year=year, is_portal=False, **others)


def kind_in(name: str) -> AgencyKind | None:
    """The kind with which an agency's name begins, in full or for short."""
    for kind in AgencyKind:
        if name.startswith(kind.label) or (kind.short and name.startswith(kind.short)):
            return kind
    return None


def _kind(said: str, name: str) -> AgencyKind | Problem:
    found = _choice(AgencyKind, said) if said else kind_in(name)
    if found:
        return found
    if not said and not name:
        return AgencyKind.OTHER
    return request_problem(
        "ITA711",
        "kind",
        value=said or name,
        choices=", ".join(f"{kind.value} ({kind.label})" for kind in AgencyKind),
        suggestion=suggestion(said, [kind.value for kind in AgencyKind]) if said else "",
    )


def _host(said: str) -> Host | Problem:
    if not said:
        return Host.NONE
    codes = [host.value for host in Host]
    near = suggestion(said, codes)
    return _choice(Host, said.lower()) or request_problem(
        "ITA712", "host", value=said, choices=" ".join(codes), suggestion=near
    )


def _wrong_target(said: Mapping[str, str], host: Host | Problem) -> Problem | None:
    if said["target"] == PAGES and isinstance(host, Host) and host is not Host.GITHUB:
        return request_problem("ITA713", "target", value=said["target"])
    return None


def _choice(kinds: type[Kind], said: str) -> Kind | None:
    words = {kind.value: kind for kind in kinds} | {kind.label: kind for kind in kinds}
    words |= {form: words[code] for form, code in kinds.synonyms().items()}
    return words.get(said)


def _with_prefix(said: str, prefix: str, other: str) -> str:
    return said if not said or said.startswith((prefix, other)) else prefix + said
