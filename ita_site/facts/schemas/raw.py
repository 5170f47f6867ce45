"""A model's own schema, its references and its `X | None` taken out of the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ita_site.facts.schemas.files import MODELS

if TYPE_CHECKING:
    from collections.abc import Mapping

Schema = dict[str, Any]
NULL: Schema = {"type": "null"}


@dataclass(frozen=True, slots=True)
class Raw:
    """What the models say of one data file."""

    root: Schema
    models: Mapping[str, Schema]

    @classmethod
    def of(cls, file: str) -> Raw:
        """Of the data files of this name, such as `progress.yml`."""
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
