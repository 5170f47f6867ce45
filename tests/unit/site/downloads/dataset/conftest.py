"""A portal's files of open data as they lie in its site: five agencies' and the sample's."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest

from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.site.build import build
from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.site.outputs import Outputs

TODAY = BEDate(2569, 11, 20)
HOME = "https://ita.tuayang.example/"
PORTAL = f"""\
name: ข้อมูลของทุกหน่วยงาน
site_url: {HOME}
licence: CC-BY-4.0
contact:
  phone: 0 2000 0000 ต่อ 12
  email: data@tuayang.example
"""
ENDINGS = (".csv", ".json", ".jsonl", ".jsonld", ".xlsx")


class Published(NamedTuple):
    """A site's generated files, those that are data in a folder."""

    outputs: Outputs
    folder: Path


def publish(data: Path, folder: Path) -> Published:
    """Write a publication's files of data as a host would, and join them."""
    reading = read_publication(data)
    assert [problem for problem in reading.problems if problem.is_error] == []
    outputs = build(reading.publication, TODAY)
    for artifact in outputs.artifacts:
        if artifact.path.endswith(ENDINGS):
            (folder / artifact.path).parent.mkdir(parents=True, exist_ok=True)
            (folder / artifact.path).write_bytes(artifact.content)
    outputs.join_data(folder)
    return Published(outputs, folder)


def portal_data(target: Path) -> Path:
    """A portal's data folder."""
    shutil.copytree(REPOSITORY / "tests/agencies", target)
    shutil.copytree(REPOSITORY / "data", target / "tuayang")
    (target / "portal.yml").write_text(PORTAL, "utf-8")
    return target


@pytest.fixture(scope="session")
def portal(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dataset")
    return publish(portal_data(folder / "data"), folder / "site")


@pytest.fixture(scope="session")
def alone(tmp_path_factory):
    return publish(REPOSITORY / "data", tmp_path_factory.mktemp("alone") / "site")
