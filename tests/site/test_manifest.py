"""The build's last step lists what it made."""

from __future__ import annotations

import pytest

from ita_site.delivery.publish.guards import Permits, open_build
from ita_site.delivery.publish.target import PublishError
from ita_site.site.manifest import hash_folder, manifest_of


@pytest.mark.parametrize("name", ["own", "udon_thani", "mixed"])
def test_a_built_site_is_just_what_its_manifest_lists(name, request):
    folder = request.getfixturevalue(name).folder
    said = manifest_of(folder)
    assert hash_folder(folder) == said.files
    assert {"index.html", "404.html", ".htaccess", "sitemap.xml.gz"} <= said.files.keys()
    assert said.made == "2026-11-18T05:00:00Z"


def test_it_says_whose_site_it_is(own, udon_thani, mixed):
    built = (own, udon_thani, mixed)
    told = [manifest_of(site.folder) for site in built]
    assert [said.sample for said in told] == [True, False, True]
    assert told[1].site.name.startswith("เทศบาลนครอุดรธานี")
    assert (told[2].site.name, told[2].site.url) == ("รวมสองหน่วยงาน", "https://ita.test.example/")


def test_demonstration_data_is_not_published(own, udon_thani):
    with pytest.raises(PublishError, match="ITA814"):
        open_build(own.folder, Permits(force=True))
    assert open_build(udon_thani.folder, Permits()).manifest.errors == 0
