"""Agencies of a portal, each with a site of its own: as it would be built and published alone."""

from __future__ import annotations

import re
import shutil

import pytest

from tests.review.proposal import git
from tests.site.project import PORTAL, contents, copy_project, run

ADDRESSES = {slug: f"https://ita.{slug}.example/" for slug in ("roi-et", "tak")}
OF_THE_PORTAL = """\
# เทียบสองหน่วยงาน

<!-- ita:scores agency=tak -->
"""
EVIDENCE = {"files/tak.png": "tak", "files/roi-et.png": "roi-et"}
BUILT = re.compile(r"(\d+) จาก (\d+) หน่วยงานมีเว็บไซต์ของตนเองใน sites/ \(สร้างใหม่ (\d+)\)")


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A portal of which two agencies have sites of their own, built; one has no address yet."""
    folder = tmp_path_factory.mktemp("own")
    project = copy_project(folder / "project", PORTAL)
    for slug, url in ADDRESSES.items():
        edit(project / f"data/{slug}/agency.yml", r"(?m)\Z|^site_url: .*\n", f"site_url: {url}\n")
    for name, slug in EVIDENCE.items():
        shutil.copy(project / "content/files/2568/counter-after.png", project / "content" / name)
        emblem = f"emblem: {name}\n"
        edit(project / f"data/{slug}/agency.yml", r"(?m)\Z|^emblem: .*\n", emblem)
    (project / "content/compare-two.md").write_text(OF_THE_PORTAL, "utf-8")
    targets = "".join(f"{slug}: file://{folder}/{slug}\n" for slug in (*ADDRESSES, "khok-mon"))
    (project / "targets.yml").write_text(targets, "utf-8")
    git(project, "init", "--quiet")
    git(project, "add", "data", "content", "mkdocs.yml", "overrides", "targets.yml")
    git(project, "commit", "--quiet", "--message", "ก")
    return project, build(project, code=1)


@pytest.fixture
def portal(first, tmp_path):
    """A copy of it to be changed, with what was built."""
    shutil.copytree(first[0], tmp_path / "project", symlinks=True)
    return tmp_path / "project"


def edit(file, pattern, text):
    before = file.read_text("utf-8")
    changed = re.sub(pattern, text, before, count=1)
    assert changed != before
    file.write_text(changed, "utf-8")


def build(project, code=0):
    done = run(project, "ita-site", "build", "--own")
    assert done.code == code, done.log
    return done.log


def built(log):
    """How many are built, of how many, and how many of them anew."""
    return tuple(map(int, BUILT.search(log).groups()))


def test_an_agency_without_an_address_is_told_and_stops_no_other(first):
    project, log = first
    assert built(log) == (2, 3, 3)
    assert "khok-mon: ยังไม่มีที่อยู่ของเว็บไซต์ (site_url)" in log
    assert sorted(path.name for path in (project / "sites").iterdir()) == sorted(ADDRESSES)


def test_it_is_the_site_that_the_agency_would_build_alone(first, tmp_path):
    alone = copy_project(tmp_path / "alone", PORTAL)
    shutil.rmtree(alone / "content")
    shutil.copytree(first[0] / "content", alone / "content")
    shutil.rmtree(alone / "data")
    shutil.copytree(first[0] / "data/tak", alone / "data/tak")
    for name in ("compare-two.md", "files/roi-et.png"):
        (alone / "content" / name).unlink()
    run(alone, "ita-site", "build", env={"ITA_DATA": "data/tak"}).succeeded()
    ours, theirs = contents(first[0] / "sites/tak"), contents(alone / "site")
    assert len(theirs) > 80
    assert sorted(ours) == sorted(theirs)
    different = [name for name in theirs if ours[name] != theirs[name]]
    assert different == ["ita-manifest.json"]  # another commit, and more hand-written files


def test_its_addresses_are_its_own_and_none_leads_to_the_portal(first):
    site = first[0] / "sites/tak"
    front = (site / "index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{ADDRESSES["tak"]}"' in front
    pages = [page.read_text("utf-8") for page in site.rglob("*.html")]
    assert not any(re.search(r'(?:href|src)="[^"]*\b(?:roi-et|khok-mon)/', page) for page in pages)


def test_what_is_another_agencys_or_the_portals_is_not_in_it(first):
    tak, roi_et = (contents(first[0] / "sites" / slug) for slug in ("tak", "roi-et"))
    assert ("files/tak.png" in tak, "files/roi-et.png" in tak) == (True, False)
    assert ("files/tak.png" in roi_et, "files/roi-et.png" in roi_et) == (False, True)
    assert not any(name.startswith("compare-two/") for name in (*tak, *roi_et))
    assert "about/index.html" in tak


@pytest.mark.thorough
def test_what_changed_is_built_anew_and_nothing_else(portal):
    edit(portal / "data/khok-mon/agency.yml", r"\Z", "site_url: https://ita.khok-mon.example/\n")
    assert built(build(portal)) == (3, 3, 3 - 2)
    assert built(build(portal)) == (3, 3, 0)
    page = portal / "sites/tak/index.html"
    page.write_bytes(page.read_bytes() + b"<!-- -->")
    assert built(build(portal)) == (3, 3, 1)


@pytest.mark.thorough
def test_a_link_to_what_is_the_portals_alone_is_told_each_time(portal):
    page = portal / "content/about.md"
    page.write_text(f"{page.read_text('utf-8')}\n[เทียบ](compare-two.md)\n", "utf-8")
    for _ in range(2):
        log = build(portal, code=1)
        assert log.count("'compare-two.md'") == 2


def test_faulty_facts_of_one_keep_the_site_it_had(portal):
    before = contents(portal / "sites/tak")
    edit(portal / "data/tak/agency.yml", "kind: .*", "kind: ไม่มีชนิดนี้")
    log = build(portal, code=1)
    assert built(log)[0] == 1
    assert "data/tak/agency.yml" in log
    assert contents(portal / "sites/tak") == before


def test_what_a_proposal_brings_as_built_is_neither_built_on_nor_published(portal, tmp_path):
    targets = f"tak: file://{tmp_path}/tak\n"
    (portal / "targets.yml").write_text(targets, "utf-8")
    git(portal, "add", "--force", "sites/tak/index.html")
    assert "git rm -r --cached sites" in build(portal, code=1)
    done = run(portal, "ita-site", "publish", "--all")
    assert (done.code, "ITA804" in done.log) == (1, True)
    assert not (tmp_path / "tak").exists()


def test_only_what_was_built_from_the_present_facts_is_published(portal, tmp_path):
    targets = "".join(f"{slug}: file://{tmp_path}/{slug}\n" for slug in ADDRESSES)
    (portal / "targets.yml").write_text(targets, "utf-8")
    edit(portal / "data/tak/agency.yml", r"\Z", "# อ่านแล้ว\n")
    done = run(portal, "ita-site", "publish", "--all", "--sample")
    assert done.code == 1
    rows = {line.split()[0]: line for line in done.log.splitlines() if line.strip()}
    assert "ITA818" in rows["tak"]
    assert "data/tak" in rows["tak"]
    assert " ไฟล์ เพิ่ม " in rows["roi-et"]
    assert (tmp_path / "roi-et/current/index.html").is_file()
    assert not (tmp_path / "tak").exists()
    git(portal, "add", "data")
    git(portal, "commit", "--quiet", "--message", "ข")
    build(portal)
    again = run(portal, "ita-site", "publish", "--all", "--sample").succeeded()
    assert "เผยแพร่แล้ว 2 จาก 2 หน่วยงาน" in again.log
    assert "ITA8" not in again.log


@pytest.mark.thorough
def test_a_shard_builds_its_own_part(portal):
    shutil.rmtree(portal / "sites")
    logs = [run(portal, "ita-site", "build", "--own", "--shard", f"{n}/2").log for n in (1, 2)]
    assert sum(built(log)[1] for log in logs) == 3
    assert sorted(path.name for path in (portal / "sites").iterdir()) == sorted(ADDRESSES)


@pytest.mark.thorough
def test_one_whose_facts_lie_in_a_repository_of_its_own_is_published_as_well(portal, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    shutil.move(portal / "data/tak", home / "data")
    git(home, "init", "--quiet")
    git(home, "add", "--all")
    git(home, "commit", "--quiet", "--message", "ก")
    named = f"name: ทุกหน่วยงาน\nagencies:\n  - slug: tak\n    git: file://{home}\n"
    (portal / "data/portal.yml").write_text(named, "utf-8")
    (portal / "targets.yml").write_text(f"tak: file://{tmp_path}/web\n", "utf-8")
    run(portal, "ita-site", "portal", "update", "--local").succeeded()
    assert built(build(portal)) == (1, 1, 1)
    log = run(portal, "ita-site", "publish", "--all").succeeded().log
    assert "เผยแพร่แล้ว 1 จาก 1 หน่วยงาน" in log
    assert contents(tmp_path / "web/current").keys() == contents(portal / "sites/tak").keys()
