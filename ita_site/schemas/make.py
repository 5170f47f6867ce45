"""The model to JSON Schemas (draft-07) that a YAML editor shows and checks while typing.

An editor offers every type and every value that a schema names. What our reader accepts
without anybody writing it so, such as a field left empty, is therefore said by exclusion.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ita_site.problems import catalogue
from ita_site.schemas.files import MODELS

if TYPE_CHECKING:
    from collections.abc import Mapping

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
EMPTY: Schema = {
    "title": "ยังไม่ใส่ค่า",
    "not": {"type": ["string", "number", "object", "array"]},
}
"""Nothing behind the colon; also a bare true or false, which our reader takes for a text.

Without a title of its own an editor would take all alternatives for one.
"""
VALUE = ("type", "pattern", "minimum", "maximum", "enum", "enumDescriptions", "examples")
MESSAGE = "errorMessage"
GROUP = "ต้องเป็นกลุ่มของช่อง ขึ้นบรรทัดใหม่ ย่อหน้า แล้วพิมพ์ชื่อช่อง: ค่า"
LIST = "ต้องเป็นรายการ แต่ละข้อขึ้นบรรทัดใหม่และขึ้นต้นด้วย “- ”"
TEXT = "ต้องเป็นข้อความ ถ้าในข้อความมี “: ” ให้ใส่เครื่องหมายคำพูดครอบทั้งข้อความ"
TEXTS = f"{TEXT} ถ้ามีหลายข้อ ขึ้นต้นแต่ละข้อด้วย “- ”"
FLAG = "ITA212"
"""The one kind of value that must not be left empty."""
CHOICE = "ITA205"


def make_schema(file: str) -> Schema:
    """The schema of the data files of this name, such as `progress.yml`."""
    model = MODELS[file]
    raw = model.model_json_schema()
    maker = _Maker(raw.get("$defs", {}), laid_over=file == "edition.yml")
    whole = maker.emptyable(maker.form(raw, raw["title"]))
    return {"$schema": DRAFT, **whole, "title": f"{raw['title']} ({file})"}


def as_file(file: str) -> bytes:
    """The schema as it is written to disk and published."""
    return (json.dumps(make_schema(file), ensure_ascii=False, indent=1) + "\n").encode()


@dataclass(frozen=True, slots=True)
class _Maker:
    """Puts a model's raw schema in the form that editors understand best: flat, in Thai.

    With `laid_over` the file holds only what differs from facts shipped, so that a group
    of fields need not be whole; an entry of a list must be.
    """

    models: Mapping[str, Schema]
    laid_over: bool

    def form(self, raw: Schema, label: str, *, listed: bool = False) -> Schema:
        """What a value looks like: a group of fields, a list, or a scalar."""
        if "properties" in raw:
            return self._group(raw, label, whole=listed or not self.laid_over)
        if raw.get("type") == "array":
            return self._list(raw, label)
        return _scalar(raw)

    def emptyable(self, form: Schema) -> Schema:
        """The same, or nothing at all."""
        outer = {key: value for key, value in form.items() if key not in VALUE}
        inner = {key: value for key, value in form.items() if key in VALUE}
        if "properties" in form:
            inner[MESSAGE] = GROUP
        elif MESSAGE in form:
            inner[MESSAGE] = outer.pop(MESSAGE)
        return outer | {"anyOf": [*form.get("anyOf", [inner]), EMPTY]}

    def _group(self, raw: Schema, title: str, *, whole: bool) -> Schema:
        required = raw.get("required", []) if whole else []
        fields = {
            name: self._field(field, name in required) for name, field in raw["properties"].items()
        }
        said = catalogue()["ITA202"].wordings["th"].mend.format(choices=", ".join(fields))
        needed = f" · ต้องมี: {', '.join(required)}" if required else ""
        named = title if raw["title"].isascii() else raw["title"]
        form = {"title": named, "type": raw["type"], "properties": fields, "required": required}
        form |= {"additionalProperties": False, MESSAGE: said + needed}
        return form if required else {key: form[key] for key in form if key != "required"}

    def _list(self, raw: Schema, label: str) -> Schema:
        items = self.form(self._plain(raw["items"]), label, listed=True)
        scalars = [kind for kind in _types(items) if kind not in ("object", "array")]
        shown = {"examples": raw["examples"]} if "examples" in raw else {}
        message = TEXTS if scalars else LIST
        return {"type": ["array", *scalars], "items": items, MESSAGE: message, **shown}

    def _field(self, raw: Schema, required: bool) -> Schema:  # noqa: FBT001 - what it is about
        plain = self._plain(raw)
        form = self.form(plain, plain["description"])
        form["description"] = "\n".join([plain["description"], *_hint(plain)])
        if required or plain.get("problem") == FLAG:
            return form
        return self.emptyable(form)

    def _plain(self, raw: Schema) -> Schema:
        """A field's schema without the reference, and without the null of `X | None`."""
        if "$ref" in raw:
            raw = self.models[raw["$ref"].rpartition("/")[2]] | raw
        some = [self._plain(one) for one in raw.get("anyOf", ()) if one != {"type": "null"}]
        if len(some) != 1:
            return raw
        return some[0] | {key: value for key, value in raw.items() if key != "anyOf"}


def _scalar(raw: Schema) -> Schema:
    message = _mend(raw) or TEXT
    shown = {"examples": raw["examples"]} if "examples" in raw else {}
    if "anyOf" not in raw:
        return {key: raw[key] for key in VALUE if key in raw} | {MESSAGE: message}
    first, *others = ({**choice, MESSAGE: message} for choice in raw["anyOf"])
    return {"anyOf": [first | shown, *others]}


def _types(form: Schema) -> list[str]:
    """The types a value may have."""
    found = [one.get("type", []) for one in (form, *form.get("anyOf", ()))]
    lists = ([types] if isinstance(types, str) else types for types in found)
    return list(dict.fromkeys(kind for types in lists for kind in types))


def _hint(plain: Schema) -> list[str]:
    """How the value is written, where it is of a kind that has a rule."""
    kind = plain.get("items", plain)
    return [_mend(kind)] if kind.get("problem", CHOICE) != CHOICE else []


def _mend(raw: Schema) -> str:
    """The catalogue's words on how to write a value of this kind; empty for a plain text."""
    if "problem" not in raw:
        return ""
    return catalogue()[raw["problem"]].wordings["th"].mend.format_map(raw.get("details", {}))
