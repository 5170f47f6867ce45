"""A fact of an edition, with where it was read and how sure it is."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from ita_site.facts.model.base import Fact
from ita_site.facts.model.fields import Text
from ita_site.facts.model.labelled import Labelled, suggestion

OWN = "หน่วยงานระบุเองใน edition.yml"
YEARS = ("assessment_year", "result_year", "results_fiscal_year")
ROLE = re.compile(r"\{(\w*)\}")
"""A year named by its role: `{assessment_year}`, in curly brackets."""


def _roles(text: str) -> str:
    for name in ROLE.findall(text):
        if name not in YEARS:
            choices = ", ".join(f"{{{year}}}" for year in YEARS)
            near = f"{{{near}}}" if (near := suggestion(name, list(YEARS))) else ""
            details = {"value": f"{{{name}}}", "choices": choices, "suggestion": near}
            raise PydanticCustomError("ITA411", "no year", details)
    return text


Words = Annotated[Text, AfterValidator(_roles)]
"""A text in which years may be named by their roles; `facts/editions/years.py` fills them in."""


class Certainty(Labelled):
    """How sure a fact of an edition is; all but the first are to be checked with the manual."""

    CERTAIN = "certain", "แน่นอน"
    PROBABLE = "probable", "น่าจะใช่"
    UNCONFIRMED = "unconfirmed", "ยังไม่ยืนยัน"


class Sourced(Fact):
    """A fact with where it was read and how sure it is."""

    source: Words = Field(OWN, description="ที่มา", examples=["คู่มือการประเมินของสังกัด ปี 2569 หน้า 12"])
    certainty: Certainty = Field(Certainty.CERTAIN, description="ความแน่นอน")

    @property
    def needs_checking(self) -> bool:
        """Whether an officer should hold it against the year's manual."""
        return self.certainty is not Certainty.CERTAIN
