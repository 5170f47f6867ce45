"""What a column may hold (its role); `roles.yml` lists the roles and the words for them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from ita_site.facts.strict_yaml.shipped import read_shipped
from ita_site.facts.thai.likeness import letters_only

if TYPE_CHECKING:
    from collections.abc import Collection

RESULT: Final = "summary"
"""The role of a heading that names a round and nothing else."""
ONLY_ROUND: Final = "round"

_WORDS: Final = read_shipped(__package__, "roles.yml")
ROLES: Final[dict[str, dict[str, Any]]] = _WORDS["roles"]
STATUS_WORDS: Final[dict[str, list[str]]] = _WORDS["statuses"]
SUM_WORDS: Final[dict[str, list[str]]] = _WORDS["sums"]
GROUPS_SHOWN: Final[dict[str, list[str]]] = _WORDS["shown"]
"""The roles in the order an officer is shown them."""
FORM_HEADS: Final = frozenset(map(letters_only, _WORDS["form_heads"]))
RESULT_ROLES: Final = tuple(name for name, rule in ROLES.items() if "result" in rule)
TITLES: Final = ("measure", "project", "activity")
"""The roles of what names a measure."""
COUNTERS: Final = ("number", "rank")
"""The roles of what only counts rows."""
KEPT_ROLES: Final = frozenset(name for name, rule in ROLES.items() if "kept" in rule)


def label_of(role: str | None) -> str:
    """What officers call a role."""
    return str(ROLES[role]["label"]) if role else "ไม่รู้จัก"


def role_named(label: str) -> str | None:
    """The role of a label or a code; None when there is none."""
    wanted = letters_only(label)
    named = {letters_only(name): role for role in ROLES for name in (role, label_of(role))}
    return named.get(wanted)


def tells(roles: Collection[str]) -> tuple[str, ...]:
    """What each row of a table with columns of these roles tells, as `facts` lists it."""
    found = [kind for kind, rule in _WORDS["facts"].items() if _fits(rule, set(roles))]
    lone = {kind for kind in found if "alone" in _WORDS["facts"][kind]}
    return tuple(kind for kind in found if kind not in lone) or tuple(found[:1])


def _fits(rule: dict[str, Any], roles: set[str]) -> bool:
    every, some, none = rule.get("all", []), rule.get("any"), rule.get("none", [])
    return (
        set(every) <= roles
        and (some is None or not roles.isdisjoint(some))
        and roles.isdisjoint(none)
    )


@cache
def result_key(role: str, months: str) -> str:
    """What a row calls the cells of a role: with the round, where there is one."""
    return f"{role} {months}" if months else role
