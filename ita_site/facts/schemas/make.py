"""The model to JSON Schemas (draft-07) that a YAML editor shows and checks while typing.

An editor offers every type, value and example that a schema names, one keystroke away from
being published. What our reader accepts without anybody writing it so, such as a field left
empty, is therefore said by exclusion, and an example stands in the description.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ita_site.facts.problems import catalogue
from ita_site.facts.schemas.files import MODELS

if TYPE_CHECKING:
    from collections.abc import Mapping

Schema = dict[str, Any]
NULL: Schema = {"type": "null"}
DRAFT = "http://json-schema.org/draft-07/schema#"
EMPTY: Schema = {
    "title": "ยังไม่ใส่ค่า",
    "not": {"type": ["string", "number", "object", "array"]},
}
"""Nothing behind the colon; also a bare true or false, which our reader takes for a text."""
OTHERWISE = "ใช้ได้เช่นกัน"
QUOTES = " · ถ้าเป็นข้อความที่มี “: ” ให้ใส่เครื่องหมายคำพูดครอบทั้งข้อความ"
VALUE = ("type", "pattern", "enum", "enumDescriptions", "const", "if", "else")
"""What holds of a value that is there, and not of an empty field."""
MESSAGE = "errorMessage"
GROUP = "ต้องเป็นกลุ่มของช่อง ขึ้นบรรทัดใหม่ ย่อหน้า แล้วพิมพ์ชื่อช่อง: ค่า"
LIST = "ต้องเป็นรายการ แต่ละข้อขึ้นบรรทัดใหม่และขึ้นต้นด้วย “- ”"
TEXT = "ต้องเป็นข้อความ ถ้าในข้อความมี “: ” ให้ใส่เครื่องหมายคำพูดครอบทั้งข้อความ"
TEXTS = f"{TEXT} ถ้ามีหลายข้อ ขึ้นต้นแต่ละข้อด้วย “- ”"
FLAG = "ITA212"
"""The one kind of value that must not be left empty."""
CHOICE = "ITA205"


@dataclass(frozen=True, slots=True)
class Raw:
    """What the models say of one data file."""

    root: Schema
    models: Mapping[str, Schema]

    @classmethod
    def from_models(cls, file: str) -> Raw:
        """What they say of the data files of this name, such as `progress.yml`."""
        root = MODELS[file].model_json_schema()
        return cls(root, root.get("$defs", {}))

    def plain(self, schema: Schema) -> Schema:
        """A field's schema without reference and null; its own words win over its model's."""
        if "$ref" in schema:
            schema = self.models[schema["$ref"].rpartition("/")[2]] | schema
        some = [self.plain(one) for one in schema.get("anyOf", ()) if one != NULL]
        if len(some) != 1:
            return schema
        return some[0] | {key: value for key, value in schema.items() if key != "anyOf"}

    def kind(self, plain: Schema) -> Schema:
        """What one value of a field looks like: of a list, one of its entries."""
        return self.plain(plain["items"]) if plain.get("type") == "array" else plain


def make_schema(file: str) -> Schema:
    """The schema of the data files of this name, such as `progress.yml`."""
    raw = Raw.from_models(file)
    maker = _Maker(raw, laid_over=file == "edition.yml")
    whole = maker.emptyable(maker.form(raw.root, raw.root["title"]))
    return {"$schema": DRAFT, **whole, "title": f"{raw.root['title']} ({file})"}


def as_file(file: str) -> bytes:
    """The schema as it is written to disk and published."""
    return (json.dumps(make_schema(file), ensure_ascii=False, indent=1) + "\n").encode()


@dataclass(frozen=True, slots=True)
class _Maker:
    """Puts a model's raw schema in the form that editors understand best: flat, in Thai.

    With `laid_over` the file holds only what differs from facts shipped, so that a group
    of fields need not be whole; an entry of a list must be.
    """

    raw: Raw
    laid_over: bool

    def form(self, plain: Schema, label: str, *, listed: bool = False) -> Schema:
        """What a value looks like: a group of fields, a list, or a scalar."""
        if "properties" in plain:
            return self._group(plain, label, whole=listed or not self.laid_over)
        if plain.get("type") == "array":
            return self._list(plain, label)
        return _scalar(plain)

    def emptyable(self, form: Schema) -> Schema:
        """The same, or nothing at all."""
        outer = {key: value for key, value in form.items() if key not in VALUE}
        inner = {key: value for key, value in form.items() if key in VALUE}
        if "properties" in form:
            inner[MESSAGE] = GROUP
        elif MESSAGE in form:
            inner[MESSAGE] = outer.pop(MESSAGE)
        return outer | {"anyOf": [*form.get("anyOf", [inner]), EMPTY]}

    def _group(self, plain: Schema, label: str, *, whole: bool) -> Schema:
        required = plain.get("required", []) if whole else []
        title = label if plain["title"].isascii() else plain["title"]
        fields = {
            name: _titled(self._field(self.raw.plain(field), required=name in required), title)
            for name, field in plain["properties"].items()
        }
        known = catalogue()["ITA202"].wordings["th"].mend.format(choices=", ".join(fields))
        needed = f" · ต้องมี: {', '.join(required)}" if required else ""
        quotes = QUOTES if "string" in plain["type"] else ""
        return {
            "title": title,
            "type": plain["type"],
            "properties": fields,
            **({"required": required} if required else {}),
            "additionalProperties": False,
            MESSAGE: known + needed + quotes,
        }

    def _list(self, plain: Schema, label: str) -> Schema:
        items = self.form(self.raw.kind(plain), label, listed=True)
        scalars = [kind for kind in _types(items) if kind not in ("object", "array")]
        return {"type": ["array", *scalars], "items": items, MESSAGE: TEXTS if scalars else LIST}

    def _field(self, plain: Schema, *, required: bool) -> Schema:
        form = self.form(plain, plain["description"])
        form["description"] = "\n".join([plain["description"], *self._hint(plain)])
        return form if required or plain.get("problem") == FLAG else self.emptyable(form)

    def _hint(self, plain: Schema) -> list[str]:
        """How the value is written, else an example; nothing where the editor lists choices."""
        kind = self.raw.kind(plain)
        if "problem" in kind:
            return [] if kind["problem"] == CHOICE else [mend(kind)]
        shown = [example for example in plain.get("examples", ()) if not isinstance(example, list)]
        return [f"ตัวอย่าง: {example}" for example in shown]


def mend(kind: Schema) -> str:
    """The catalogue's words on how to write a value of this kind; empty for a plain text."""
    if "problem" not in kind:
        return ""
    return catalogue()[kind["problem"]].wordings["th"].mend.format_map(kind.get("details", {}))


def _titled(form: Schema, title: str) -> Schema:
    """With a title for each alternative: an editor takes those without one for the same."""
    if "anyOf" not in form:
        return form
    first, *others = form["anyOf"]
    named = [{"title": OTHERWISE, **other} for other in others]
    return form | {"anyOf": [{"title": title, **first}, *named]}


def _scalar(kind: Schema) -> Schema:
    message = mend(kind) or TEXT
    if "anyOf" in kind:
        return {"anyOf": [{**choice, MESSAGE: message} for choice in kind["anyOf"]]}
    form = {key: kind[key] for key in VALUE if key in kind} | {MESSAGE: message}
    return form | _bounds(kind) if "ranges" in kind else form


def _bounds(kind: Schema) -> Schema:
    """Numbers within the ranges; a condition, for only so an editor says it in our words."""
    words = mend({"problem": kind.get("beyond", kind["problem"])})
    form: Schema = {"type": "string", MESSAGE: words}
    for least, most in reversed(kind["ranges"]):
        form = {"if": {"minimum": least, "maximum": most}, "else": form}
    return form


def _types(form: Schema) -> list[str]:
    """The types a value may have."""
    given = [one.get("type", []) for one in (form, *form.get("anyOf", ()))]
    lists = ([types] if isinstance(types, str) else types for types in given)
    return list(dict.fromkeys(kind for types in lists for kind in types))
