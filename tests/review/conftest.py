"""A clone for each test."""

from __future__ import annotations

import pytest

from tests.review.proposal import Clone, clone


@pytest.fixture
def officer(tmp_path) -> Clone:
    """An officer's clone of the demonstration data."""
    return clone(tmp_path / "clone")
