"""The program's own words: YAML files that stand beside the module that needs them."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from ita_site.facts.strict_yaml.parse import read


def read_shipped(package: str, file: str) -> Any:  # noqa: ANN401 - whatever stands in it
    """What one of them holds."""
    document = read(files(package).joinpath(file).read_bytes())
    assert not document.flaws, document.flaws  # noqa: S101 - our own file
    return document.value
