"""The two habits every fact shares: it is frozen, and it refuses keys it does not know."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError


class Fact(BaseModel):
    """A group of fields as an agency publishes them."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        defer_build=True,  # a validator is made when a file of its kind is read
    )


class Shorthand(Fact):
    """A fact that may be written as a bare text, which then stands for its main field."""

    @classmethod
    def main_field(cls) -> str:
        """The first field declared."""
        return next(iter(cls.model_fields))

    @classmethod
    def spread(cls, text: str) -> dict[str, Any]:
        """The fields for which a bare text stands."""
        return {cls.main_field(): text}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """The group of fields, or a text."""
        return handler.resolve_ref_schema(handler(core)) | {"type": ["object", "string", "number"]}

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:  # noqa: ANN401 - whatever the YAML holds
        if isinstance(value, str):
            return cls.spread(value)
        if isinstance(value, dict) and len(value) == 1:
            key, rest = next(iter(value.items()))
            if not key.isascii() and isinstance(rest, str | None):
                text = f"{key}: {rest or ''}".strip()
                raise PydanticCustomError("ITA204", "a colon in a text", {"value": text})
        return value
