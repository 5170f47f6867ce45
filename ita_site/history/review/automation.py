"""What a changed workflow may do that it might not before; its text is never run nor trusted."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_site.facts.strict_yaml.parse import read
from ita_site.history.review.lines import Span, Style, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.strict_yaml.document import Value
    from ita_site.history.review.lines import Line

RIGHTS = ("none", "read", "write")
ALL_RIGHTS = {"read-all": "read", "write-all": "write"}
RUNS = frozenset({"run", "script", "before_script", "after_script", "entrypoint", "args"})
BRINGS = frozenset({"uses", "image", "include", "container"})
SECRET = re.compile(r"\bsecrets\s*(?:\.\s*([A-Za-z_]\w*)|\[|:\s*(inherit))")


@dataclass(slots=True)
class Powers:
    """What a workflow asks for: rights by job and scope, what it brings in, runs and starts at."""

    rights: dict[tuple[str, str], str] = field(default_factory=dict)
    brings: Counter[str] = field(default_factory=Counter)
    runs: Counter[str] = field(default_factory=Counter)
    starts: set[str] = field(default_factory=set)

    def add(self, value: Value, path: tuple[str, ...] = ()) -> None:
        """Gather what a value and everything in it asks for."""
        if isinstance(value, dict):
            for key, inner in value.items():
                self._add_field(key, inner, path)
        elif isinstance(value, list):
            for inner in value:
                self.add(inner, path)

    def _add_field(self, key: str, value: Value, path: tuple[str, ...]) -> None:
        if key in ("permissions", "id_tokens"):
            self._add_rights("/".join(path), key, value)
        elif key in RUNS:
            self.runs.update(_texts(value))
        elif key in BRINGS:
            self.brings.update(_texts(value))
        elif key == "on" and not path:
            self.starts.update(value if isinstance(value, dict) else _texts(value))
        self.add(value, (*path, key))

    def _add_rights(self, holder: str, key: str, value: Value) -> None:
        if isinstance(value, dict):
            self.rights[holder, ""] = ""
            for scope, right in value.items():
                self.rights[holder, scope] = right if isinstance(right, str) else key
        elif isinstance(value, str):
            self.rights[holder, ""] = ""
            self.rights[holder, "*"] = ALL_RIGHTS.get(value, value)


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def automation_details(old: str, new: str) -> Iterator[Line]:
    """Rights gained, actions and images added, commands changed, secrets named, new occasions."""
    before, after = _powers(old), _powers(new)
    if before is None or after is None:
        yield (Span("อ่านโครงสร้างของไฟล์นี้ไม่ได้ ต้องดูทั้งไฟล์", Style.STRONG),)
    else:
        yield from _gained(before, after)
    yield from _listed("อ้างถึงความลับ", _secrets(new) - _secrets(old))


def _powers(text: str) -> Powers | None:
    document = read(text.encode())
    if document.flaws or document.partly_read:
        return None
    powers = Powers()
    powers.add(document.value)
    powers.starts |= {str(path[1]) for path in document.empty if path[:-1] == ("on",)}
    return powers


def _gained(before: Powers, after: Powers) -> Iterator[Line]:
    yield from _listed("ได้สิทธิ์เพิ่ม", set(_rights_gained(before, after)))
    yield from _listed("นำของภายนอกเข้ามา", set(after.brings - before.brings))
    yield from _listed("คำสั่งที่จะทำงาน", set(after.runs - before.runs))
    yield from _listed("คำสั่งที่ตัดออก", set(before.runs - after.runs))
    yield from _listed("เริ่มทำงานเมื่อ", after.starts - before.starts)


def _rights_gained(before: Powers, after: Powers) -> Iterator[str]:
    for (holder, scope), right in after.rights.items():
        former = before.rights.get((holder, scope), before.rights.get((holder, "*"), "none"))
        if scope and _height(right) > _height(former):
            yield f"{holder or 'ทั้งไฟล์'} {scope}: {former} → {right}"
    for holder, scope in before.rights.keys() - after.rights.keys():
        if not scope:
            yield f"{holder or 'ทั้งไฟล์'}: ไม่จำกัดสิทธิ์แล้ว"


def _height(right: str) -> int:
    return RIGHTS.index(right) if right in RIGHTS else len(RIGHTS)


def _secrets(text: str) -> set[str]:
    return {found[1] or found[2] or found[0] for found in SECRET.finditer(text)}


def _listed(title: str, values: set[str]) -> Iterator[Line]:
    for value in sorted(values):
        yield (Span(f"{title}: ", Style.STRONG), Span(shorten(value), Style.CODE))
