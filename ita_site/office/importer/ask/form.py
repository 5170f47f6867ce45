"""What the page sent, as a plan: the same YAML that an officer may write by hand."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import HTTP
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs

from ita_site.facts.thai.numerals import to_arabic
from ita_site.facts.writing.emit import emit
from ita_site.office.importer.plan.plan import KEEP, Plan, takes_round
from ita_site.office.importer.plan.plan_reader import parse_plan
from ita_site.office.importer.words.roles import role_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Fields = dict[str, list[str]]
_MOST_FIELDS: Final = 20_000
_MOST_TABLES: Final = 3000


def read_fields(body: bytes) -> Fields:
    """A form's fields.

    Raises:
        ValueError: when they are more than a page of ours has.
    """
    return parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)


def read_upload(body: bytes, content_type: str) -> tuple[str, bytes] | None:
    """The file of a form with one: its name without folders, and its bytes."""
    head = f"Content-Type: {content_type}\r\n\r\n".encode("latin-1", "replace")
    for part in message_from_bytes(head + body, policy=HTTP).iter_parts():
        name = (part.get_filename() or "").replace("\\", "/").rpartition("/")[2].strip()
        data = part.get_payload(decode=True)
        if name.strip(".") and isinstance(data, bytes):
            return name, data
    return None


def as_plan(fields: Mapping[str, Sequence[str]], document: str) -> Plan:
    """The plan that the menus say.

    Raises:
        RefusedError: ITA933, as of a plan's file.
    """
    tables: list[dict[str, Any]] = []
    for at in range(_MOST_TABLES):
        if (name := _one(fields, f"t{at}")) is None:
            break
        if f"t{at}.joins" in fields and tables:
            tables[-1].setdefault("goes_on", []).append(name)
            tables[-1]["goes_on"] += fields.get(f"t{at}.on", [])
            tables[-1]["leave_out"] += fields.get(f"t{at}.out", [])
        else:
            tables.append(_table(fields, at, name))
    tree: dict[str, Any] = {"document": document, "tables": tables, "prose": [*_prose(fields)]}
    return parse_plan(emit(tree, {}).encode("utf-8"), document)


def _one(fields: Mapping[str, Sequence[str]], name: str) -> str | None:
    return next(iter(fields.get(name, ())), None)


def _table(fields: Mapping[str, Sequence[str]], at: int, name: str) -> dict[str, Any]:
    table: dict[str, Any] = {"table": name}
    if shape := _one(fields, f"t{at}.shape"):
        table["shape"] = shape
    if (heads := _one(fields, f"t{at}.heads")) is not None:
        table["heading_rows"] = to_arabic(heads).replace(",", " ").split()
    if goes_on := fields.get(f"t{at}.on"):
        table["goes_on"] = list(goes_on)
    table["leave_out"] = list(fields.get(f"t{at}.out", []))
    table["columns"] = []
    while (said := _one(fields, key := f"t{at}.c{len(table['columns'])}")) is not None:
        table["columns"].append(_column(fields, key, said))
    return table


def _prose(fields: Mapping[str, Sequence[str]]) -> Iterator[dict[str, Any]]:
    """What lines begin: those chosen by themselves, and the others of their kind."""
    for at in range(_MOST_TABLES):
        if (said := _one(fields, key := f"p{at}")) is None:
            return
        names, own = fields.get(f"{key}.line", []), fields.get(f"{key}.own", [])
        label = {"label": given} if (given := _one(fields, f"{key}.label")) else {}
        kinds: dict[str, list[str]] = {}
        for name, chosen in zip_longest(names, own):
            kinds.setdefault(chosen or said or KEEP, []).append(name)
        yield from ({**label, "lines": lines, "role": role} for role, lines in kinds.items())


def _column(fields: Mapping[str, Sequence[str]], key: str, said: str) -> dict[str, str]:
    """A column; a round beside a role that has none says nothing."""
    column = {"heading": _one(fields, f"{key}.heading") or "", "role": said or KEEP}
    months = _one(fields, f"{key}.round")
    return {**column, "round": months} if months and takes_round(role_named(said)) else column
