"""An edition: the items, instruments, topics and rules of one assessment year."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict


class Certainty(StrEnum):
    """How sure a fact of an edition is; all but the first are to be checked with the manual."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    UNCONFIRMED = "unconfirmed"


class Sourced(BaseModel):
    """A fact with where it was read and how sure it is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str
    certainty: Certainty = Certainty.CERTAIN

    @property
    def needs_checking(self) -> bool:
        """Whether an officer should hold it against the year's manual."""
        return self.certainty is not Certainty.CERTAIN


class Item(Sourced):
    """One of the two items. `covers` is the fiscal year it speaks of, less the edition's year."""

    code: str
    title: str
    covers: int

    @property
    def slug(self) -> str:
        """Its part of an address: `o42`."""
        return self.code.lower()


class Items(BaseModel):
    """The two items by what they ask for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    measures: Item
    results: Item


class Instrument(Sourced):
    """IIT, EIT or OIT; the weights of all add up to 100."""

    code: str
    name: str
    weight: Decimal


class Indicator(Sourced):
    """One of the ten indicators."""

    no: int
    name: str
    instrument: str


class Topic(Sourced):
    """One of the seven topics measures are grouped by."""

    id: str
    no: int
    name: str


class Level(BaseModel):
    """A rating: reached with this total and, where `each` is given, each instrument."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    total: Decimal
    each: Decimal = Decimal(0)


class RatingRule(Sourced):
    """The ratings of a span of result years, best first. `target` is the score to reach."""

    first_year: int
    last_year: int | None = None
    target: Decimal
    levels: tuple[Level, ...]

    def covers(self, year: int) -> bool:
        """Whether results of that year are rated by this rule."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


class EitRule(Sourced):
    """What the public survey's link must look like."""

    hosts: tuple[str, ...]
    path: str
    example: str
    staff_path: str


class Edition(BaseModel):
    """Everything one assessment year asks, under one framework."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    year: int
    framework: Literal["nacc"] = "nacc"
    items: Items
    instruments: tuple[Instrument, ...]
    indicators: tuple[Indicator, ...]
    topics: tuple[Topic, ...]
    ratings: tuple[RatingRule, ...]
    eit: EitRule

    def rating_rule(self, result_year: int) -> RatingRule | None:
        """The rule by which results of that year are rated."""
        return next((rule for rule in self.ratings if rule.covers(result_year)), None)

    def group_name(self, kind: str, identifier: str) -> str | None:
        """The official name of a topic, indicator or instrument; None when unknown."""
        return self.group_names[kind].get(identifier)

    @cached_property
    def group_names(self) -> dict[str, dict[str, str]]:
        """Names by kind of group and identifier, in the official order."""
        return {
            "topic": {topic.id: topic.name for topic in self.topics},
            "indicator": {str(indicator.no): indicator.name for indicator in self.indicators},
            "instrument": {instrument.code: instrument.name for instrument in self.instruments},
        }

    @property
    def to_check(self) -> tuple[str, ...]:
        """In Thai, the facts that are not certain: check with the year's manual."""
        items = (("มาตรการ", self.items.measures), ("ผลการดำเนินการ", self.items.results))
        unsure = [
            f"ข้อ{name}: รหัส {item.code} “{item.title}”"
            for name, item in items
            if item.needs_checking
        ]
        if any(topic.needs_checking for topic in self.topics):
            unsure.append("การใช้ประเด็นการประเมิน 7 ประเด็นในปีนี้")
        if any(rule.needs_checking for rule in self.ratings if rule.covers(self.year - 1)):
            unsure.append("เกณฑ์ระดับผลการประเมิน")
        return tuple(unsure)
