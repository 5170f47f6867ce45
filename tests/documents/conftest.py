"""Sites built with their documents, once a worker, and a Chromium of our own."""

from __future__ import annotations

import pytest

from ita_site.documents.browser import start_browser
from tests.site.conftest import browser, build_site, visit
from tests.site.project import PORTAL, mkdocs

__all__ = ["browser", "build_site", "visit"]
PRINTED = {"ITA_PDF": "on"}


@pytest.fixture(scope="session")
def printed(tmp_path_factory):
    """The repository's own site, which says where it will stand."""
    folder = tmp_path_factory.mktemp("printed") / "site"
    mkdocs(folder.parent, folder)
    return folder
