"""Whether a document and a data folder are of one agency, however each of them writes its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.agency import SHORT
from ita_site.facts.thai.text import compact

if TYPE_CHECKING:
    from ita_site.facts.strict_yaml.document import Value

_PLACES: Final = {"district": ("อำเภอ", "อ."), "province": ("จังหวัด", "จ.")}
_FULL: Final = {compact(short): compact(kind.label) for kind, short in SHORT.items()}


def is_same_agency(old: Value, new: Value) -> bool:
    """Whether the names are one, in full or for short, and do not stand for places far apart.

    Many agencies share a name: where both tell district and province, one of them must agree.
    """
    short, long = sorted((_full_name(old), _full_name(new)), key=len)
    return short in long and not all(_is_elsewhere(old, new, name) for name in _PLACES)


def describe_agency(agency: Value) -> str:
    """Its name, and where it lies as far as that is told."""
    return " ".join(filter(None, (_text(agency, name) for name in ("name", *_PLACES))))


def without_known_name(old: Value, new: Value) -> Value:
    """What a document tells of an agency, without a name that only is written otherwise."""
    if not isinstance(new, dict) or _full_name(old) != _full_name(new):
        return new
    return {key: value for key, value in new.items() if key != "name"}


def _full_name(agency: Value) -> str:
    name = compact(_text(agency, "name"))
    short = next((each for each in _FULL if name.startswith(each)), "")
    return f"{_FULL[short]}{name.removeprefix(short)}" if short else name


def _is_elsewhere(old: Value, new: Value, field: str) -> bool:
    mine, other = (_place(agency, field) for agency in (old, new))
    return bool(mine and other) and mine != other


def _place(agency: Value, field: str) -> str:
    name = _text(agency, field)
    for word in _PLACES[field]:
        name = name.removeprefix(word).strip()
    return compact(name)


def _text(agency: Value, field: str) -> str:
    return str(agency.get(field) or "") if isinstance(agency, Mapping) else ""
