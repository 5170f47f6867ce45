"""The schemas as files of a site, once for all its agencies."""

from __future__ import annotations

from importlib.resources import files

from ita_site.artifact import Artifact
from ita_site.schemas.files import MODELS, schema_name
from ita_site.schemas.line import PUBLISHED


def build_schemas() -> tuple[Artifact, ...]:
    """The schema of each data file, as shipped."""
    shipped = {name: files(__package__) / name for name in map(schema_name, MODELS)}
    return tuple(
        Artifact(f"{PUBLISHED}/{name}", file.read_bytes()) for name, file in shipped.items()
    )
