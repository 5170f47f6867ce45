"""The schemas as files of a site, once for all its agencies."""

from __future__ import annotations

from importlib.resources import files

from ita_site.facts.schemas.files import MODELS, schema_name
from ita_site.facts.schemas.line import PUBLISHED
from ita_site.site.artifact import Artifact


def build_schemas() -> tuple[Artifact, ...]:
    """The schema of each data file, as shipped."""
    shipped = {name: files("ita_site.facts.schemas") / name for name in map(schema_name, MODELS)}
    return tuple(
        Artifact(f"{PUBLISHED}/{name}", file.read_bytes()) for name, file in shipped.items()
    )
