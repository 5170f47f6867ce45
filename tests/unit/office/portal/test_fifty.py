"""A portal of fifty repositories, to which all that can happen happens at once."""

from __future__ import annotations

import shutil

import pytest

from ita_site.office.portal.outcome import Fate
from ita_site.office.portal.update import update
from tests.review.proposal import git
from tests.unit.office.portal.agencies import MEASURES, agency, entry, write_portal
from tests.unit.office.portal.test_update import codes, commits, fates, titles


@pytest.fixture
def data(tmp_path):
    return tmp_path / "portal/data"


@pytest.mark.thorough
def test_of_fifty_each_is_judged_by_itself(data, tmp_path):
    """Forty that stay, and ten of which each has something else happen to it."""
    made = [agency(tmp_path / f"agencies/agency-{number:02}") for number in range(50)]
    first = write_portal(data, *(entry(one) for one in made))
    told = update(first)
    assert [one.fate for one in told] == [Fate.ADDED] * 50
    before = commits(data)
    newer, faulty, torn, linked, gone, empty, away, moved, renamed, left = made[:10]
    newer.write("data/2569/measures.yml", MEASURES.format(title="ใหม่"))
    newest = newer.commit()
    faulty.write("data/agency.yml", "name: เทศบาล\n")
    torn.write("data/2569/measures.yml", "measures: [\n")
    (linked.folder / "data/2570").symlink_to(tmp_path)
    empty.write("data/agency.yml", "")
    for one in (faulty, torn, linked, empty):
        one.commit()
    shutil.rmtree(gone.folder)
    git(away.folder, "mv", "data", "elsewhere")
    away.commit()
    shutil.move(moved.folder, tmp_path / "moved")
    place = {"slug": moved.folder.name, "git": f"file://{tmp_path}/moved"}
    others = [entry(one) for one in made if one not in (moved, renamed, left)]
    come = agency(tmp_path / "agencies/come")
    portal = write_portal(data, *others, place, entry(renamed) | {"slug": "renamed"}, entry(come))
    found = fates(update(portal))
    expected = dict.fromkeys((one.folder.name for one in made[10:]), Fate.SAME)
    expected |= {newer.folder.name: Fate.NEWER, moved.folder.name: Fate.MOVED}
    expected |= {left.folder.name: Fate.GONE, "renamed": Fate.MOVED, "come": Fate.ADDED}
    kept = (faulty, torn, linked, gone, empty, away)
    expected |= dict.fromkeys((one.folder.name for one in kept), Fate.KEPT)
    assert found == expected
    after = commits(data)
    assert after[newer.folder.name] == newest
    assert {slug: after[slug] for slug in after if slug in before} == {
        slug: newest if slug == newer.folder.name else commit
        for slug, commit in before.items()
        if slug in after
    }
    assert set(titles(data)) == set(after)
    assert len(after) == 50
    assert codes(data) == []
