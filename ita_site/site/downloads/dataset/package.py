"""`datapackage.json`: what the tables are and what each column means (Frictionless Data Package).

Beside the standard's own names, `description_en` has the English words, `unit` what a number
counts.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from ita_site.facts.model.kinds import Type
from ita_site.site.downloads.dataset.english import column_in_english, table_in_english

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.site.downloads.dataset.publisher import Publisher
    from ita_site.site.downloads.dataset.tables import Tidy
    from ita_site.site.downloads.table import Column

FILE: Final = "datapackage.json"
COMMON_ERA: Final = "ค.ศ."
HOW: Final = (
    "ช่องว่างคือไม่ได้ระบุ ช่องที่มีหลายค่าคั่นด้วย “ | ” ปีเป็น พ.ศ. วันที่เป็น ค.ศ. "
    "ใน CSV ข้อความที่โปรแกรมตารางจะคำนวณมีเครื่องหมาย ' นำหน้า"
)
HOW_EN: Final = (
    "An empty cell is not stated; several values are separated by ' | '; years are of the "
    "Buddhist era, days of the Common Era; in CSV an apostrophe stands before texts that a "
    "spreadsheet would run as a formula"
)


def data_package(publisher: Publisher, tables: Iterable[Tidy]) -> bytes:
    """The description of the tables that stand in one folder with it."""
    licence = publisher.licence
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "ita-" + re.sub(r"[^a-z0-9.]+", "-", publisher.id),
        "title": publisher.title,
        "title_en": publisher.title_en,
        "description": HOW,
        "description_en": HOW_EN,
        "keywords": ["ITA", "O42", "O43", "ความโปร่งใส", "ข้อมูลเปิด"],
        "homepage": publisher.home or None,
        "licenses": [{"name": licence.value, "path": licence.url, "title": licence.label}]
        if licence
        else None,
        "contributors": [_contributor(publisher)],
        "resources": [_resource(tidy) for tidy in tables],
    }
    return (json.dumps(_known(package), ensure_ascii=False) + "\n").encode()


def _contributor(publisher: Publisher) -> dict[str, Any]:
    email = publisher.contact.email
    about = {"title": publisher.name, "path": publisher.website, "email": email}
    return _known({**about, "role": "publisher"})


def _resource(tidy: Tidy) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": tidy.name,
        "path": f"{tidy.name}.csv",
        "title": tidy.table.title,
        "description_en": table_in_english(tidy.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": _schema(tidy),
    }


def _schema(tidy: Tidy) -> dict[str, Any]:
    leads = {"resource": tidy.parent, "fields": list(tidy.parent_key)}
    keys = [{"fields": list(tidy.parent_key), "reference": leads}] if tidy.parent else None
    fields = [_field(tidy, column) for column in tidy.table.columns]
    return _known({"fields": fields, "primaryKey": list(tidy.key), "foreignKeys": keys})


def _field(tidy: Tidy, column: Column) -> dict[str, Any]:
    kind, unit = column.kind, column.kind.unit
    codes = [{"value": it.value, "label": it.label} for it in kind.codes]
    enum = [code["value"] for code in codes]
    needed = True if column.name in tidy.key else None
    return _known(
        {
            "name": column.name,
            "type": kind.type.value,
            "title": column.heading,
            "description": _description(column),
            "description_en": column_in_english(tidy.name, column.name),
            "unit": unit.value if unit else None,
            "unit_th": unit.label if unit else None,
            "constraints": _known({"required": needed, "enum": enum or None}) or None,
            "categories": codes or None,
        }
    )


def _description(column: Column) -> str:
    told = column.kind.type is not Type.DATE or COMMON_ERA in column.description
    return column.description if told else f"{column.description} ({COMMON_ERA})"


def _known(node: dict[str, Any]) -> dict[str, Any]:
    """Without what is not stated."""
    return {name: value for name, value in node.items() if value is not None}
