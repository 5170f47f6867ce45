"""What `make test` leaves to `make test-all`: more of what a quicker test guards already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet


def thorough(*values: object) -> list[ParameterSet]:
    """Parameters for thorough runs alone, to stand behind those of every run.

    Where a test takes several parameters at once, each value is a tuple of them.
    """
    each = [value if isinstance(value, tuple) else (value,) for value in values]
    return [pytest.param(*value, marks=pytest.mark.thorough) for value in each]
