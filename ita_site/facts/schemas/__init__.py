"""What a YAML editor knows of the data files: a JSON Schema each, made from the model."""

from __future__ import annotations
