"""What a measure, finding or weakness belongs to: a topic, an indicator, an instrument, or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ita_site.facts.model.base import Fact
from ita_site.facts.model.fields import Code, Count, Text
from ita_site.facts.model.labelled import Labelled


class GroupKind(Labelled):
    """The three keys by which agencies group what they publish."""

    TOPIC = "topic", "ประเด็น"
    INDICATOR = "indicator", "ตัวชี้วัด"
    INSTRUMENT = "instrument", "เครื่องมือ"


@dataclass(frozen=True, slots=True)
class Group:
    """A reference into the year's edition: kind and identifier."""

    kind: GroupKind
    id: str


class Grouped(Fact):
    """A fact that names at most one group."""

    topic: Text | None = Field(None, description="ประเด็นการประเมิน", examples=["state_property"])
    indicator: Count | None = Field(None, description="เลขตัวชี้วัด", examples=[4])
    instrument: Code | None = Field(None, description="เครื่องมือ เช่น IIT", examples=["EIT"])

    @model_validator(mode="after")
    def _one_group(self) -> Self:
        named = [kind.value for kind in GroupKind if getattr(self, kind.value) is not None]
        if len(named) > 1:
            raise PydanticCustomError("ITA219", "two groups", {"value": ", ".join(named)})
        return self

    @property
    def group(self) -> Group | None:
        """The group named, if any."""
        for kind in GroupKind:
            if (value := getattr(self, kind.value)) is not None:
                return Group(kind, str(value))
        return None
