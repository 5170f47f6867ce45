"""Folders with data, what the internet says of its addresses, and what an officer is told.

A case under `tests/cases/links` holds `data/`, perhaps `content/`, `answers.yml` and
`expected.txt`. `pytest --update-cases` writes what is expected anew.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
import yaml

from ita_site.delivery.links.run import link_problems
from ita_site.facts.problems import as_text
from tests.links.conftest import PATIENT

CASES = Path(__file__).parent.parent / "cases/links"


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_every_address_gets_its_verdict(case, internet, expect, monkeypatch):
    monkeypatch.chdir(case)
    said = yaml.safe_load(Path("answers.yml").read_text("utf-8"))
    for host, kind in said.get("certificates", {}).items():
        internet.certify(host, kind)
    internet.answer(said["replies"])
    limits = dataclasses.replace(PATIENT, within=said.get("within", PATIENT.within))
    problems = link_problems(Path("data"), Path("content"), limits, lambda *_: None)
    expect(Path("expected.txt"), as_text(problems) + "\n")
