"""A portal's agencies made in processes of their own: the same site, and only what changed anew."""

from __future__ import annotations

import dataclasses
import datetime
import re
import shutil

import pytest
from PIL import Image

from ita_site.facts.thai.calendar import THAILAND, BEDate
from ita_site.site.parts.record import read_record
from tests.bench.names import who
from tests.review.proposal import git
from tests.site.project import PORTAL, UDON_THANI, contents, copy_project, run

HAND_WRITTEN = """\
# หน้าที่เขียนเอง

<!-- ita:summary -->

<!-- ita:scores agency=khok-mon -->

<!-- ita:complaints agency=udon-thani -->

[ผลของโคกมน](khok-mon/2569/o26.md)
"""
"""Links to one agency, which is then made with the shared pages; and tells of another one, of which
then the facts are read there."""
SLUGS = ["khok-mon", "roi-et", "tak", "udon-thani", "yot-kaeng"]
MADE = re.compile(r"สร้างหน้าของ (\d+) จาก (\d+) หน่วยงาน")
CHANNELS = '[{kind: phone, label: สายด่วน, value: "042-000-000"}]'
FAULTY = "name: จังหวัดตาก\nkind: ไม่มีชนิดนี้\n"


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A portal with a history, built in one process and in two."""
    project = copy_project(tmp_path_factory.mktemp("apart") / "project", PORTAL)
    (project / "content/own.md").write_text(HAND_WRITTEN, "utf-8")
    (project / "data/portal.yml").write_text(
        "name: ทุกหน่วยงาน\nsite_url: https://ita.tuayang.example/\n", "utf-8"
    )
    git(project, "init", "--quiet")
    commit(project)
    edit(project, "roi-et/channels.yml", lambda text: f"# อ่านแล้ว\n{text}")
    edit(
        project, "tak/2568/measures.yml", lambda text: re.sub("(?m)(title: .*)", r"\1 ทุกเดือน", text)
    )
    commit(project)
    build(project, "whole")
    return project, build(project, "joined", jobs=2)


@pytest.fixture
def portal(first, tmp_path):
    """A copy of it, with what was kept, to be changed."""
    shutil.copytree(first[0], tmp_path / "project", symlinks=True)
    return tmp_path / "project"


def commit(project):
    git(project, "add", "data", "content", "mkdocs.yml", "overrides")
    git(project, "commit", "--quiet", "--message", "ก")


def edit(project, name, change):
    file = project / "data" / name
    text = file.read_text("utf-8")
    changed = change(text)
    assert changed != text
    file.write_text(changed, "utf-8")


def build(project, site, jobs=0, code=0, **env: str):
    options = ["--jobs", str(jobs)] if jobs else []
    told = {"ITA_LOG": "on", **env}
    done = run(project, "ita-site", "build", "--site-dir", site, *options, env=told)
    assert done.code == code, done.log
    return done.log


def made(log):
    """How many agencies were made apart, of how many."""
    found = MADE.search(log)
    return tuple(map(int, found.groups())) if found else None


def told(log):
    """What a build warns of, in its order."""
    return [line for line in log.splitlines() if "WARNING" in line]


def assert_same(project):
    whole, joined = contents(project / "whole"), contents(project / "joined")
    assert sorted(joined) == sorted(whole)
    assert [name for name in whole if joined[name] != whole[name]] == []


def test_the_site_is_the_same_byte_for_byte_as_from_one_process(first):
    project, log = first
    assert made(log) == (4, 4)  # but for the one of which a hand-written page speaks
    assert len(contents(project / "joined")) > 200
    assert_same(project)


def test_nothing_is_made_again_where_nothing_changed_and_all_is_told_again(first):
    project, log = first
    again = build(project, "joined", jobs=2)
    assert made(again) is None
    assert told(again) == told(log) != []
    assert_same(project)


def test_what_a_proposal_brings_as_kept_is_not_taken(portal):
    git(portal, "add", "--force", ".cache/ita-site/tak/record.json")
    log = build(portal, "joined", jobs=2, code=1)
    assert "git rm -r --cached .cache" in log
    assert_same(portal)


def test_a_changed_fact_makes_its_agency_anew_and_no_other(portal):
    edit(portal, "udon-thani/agency.yml", lambda text: text.replace("อุดรธานี", "อุดร"))
    edit(portal, "udon-thani/channels.yml", lambda text: text.replace("[]", CHANNELS))
    assert made(build(portal, "joined", jobs=2)) == (1, 4)
    build(portal, "whole")
    assert_same(portal)


@pytest.mark.thorough
def test_a_file_beside_the_pages_makes_those_anew_that_name_it(portal):
    emblem = portal / "content/files/emblem.png"
    Image.new("RGB", (90, 90), "navy").save(emblem)
    assert made(build(portal, "joined", jobs=2)) is None
    edit(portal, "tak/agency.yml", lambda text: f"{text}emblem: files/emblem.png\n")
    assert made(build(portal, "joined", jobs=2)) == (1, 4)
    Image.new("RGB", (90, 60), "green").save(emblem)
    assert made(build(portal, "joined", jobs=2)) == (1, 4)
    build(portal, "whole")
    assert_same(portal)


@pytest.mark.thorough
def test_a_file_that_is_missing_is_looked_for_each_time(portal):
    edit(portal, "tak/agency.yml", lambda text: f"{text}emblem: files/tak-emblem.png\n")
    for name in ("files/tak-emblm.png", "files/tak-embleem.png"):
        build(portal, "joined", jobs=2, code=1)
        Image.new("RGB", (90, 90), "navy").save(portal / "content" / name)
        assert name in build(portal, "joined", jobs=2, code=1)
        (portal / "content" / name).unlink()


@pytest.mark.thorough
def test_an_agency_that_came_and_one_that_went_change_the_site_alike(portal):
    shutil.rmtree(portal / "data/tak")
    shutil.copytree(portal / "data/roi-et", portal / "data/roi-et-two")
    assert made(build(portal, "joined", jobs=2)) == (1, 4)
    build(portal, "whole")
    assert_same(portal)
    assert not (portal / ".cache/ita-site/tak").exists()


@pytest.mark.thorough
def test_one_faulty_agency_stops_no_other(portal):
    (portal / "data/udon-thani/agency.yml").write_text(FAULTY, "utf-8")  # one that pages tell of
    before = contents(portal / "joined")
    log = build(portal, "joined", jobs=2, code=1)
    assert "data/udon-thani/agency.yml:2:7" in log
    assert contents(portal / "joined") == before
    going = build(portal, "joined", jobs=2, ITA_KEEP_GOING="1")
    assert made(going) is None  # its notice was kept as well
    assert "data/udon-thani/agency.yml:2:7" in going
    build(portal, "whole", ITA_KEEP_GOING="1")
    assert_same(portal)


@pytest.mark.thorough
def test_what_somebody_wrote_into_the_site_is_not_kept(portal):
    build(portal, "joined", jobs=2)  # a copy has no links
    page = portal / "joined/roi-et/index.html"
    page.write_bytes(page.read_bytes() + b"<!-- -->")
    keep_as_of(portal, "tak", made_on=BEDate(2560, 1, 1), until=BEDate(2560, 1, 2))
    assert MADE.findall(build(portal, "joined", jobs=2)) == [("1", "4")] * 2
    assert_same(portal)


@pytest.mark.thorough
def test_shards_made_on_other_machines_are_joined_to_the_same_site(portal):
    kept, brought = portal / ".cache/ita-site", portal / "brought"
    shutil.rmtree(kept)
    for number in (1, 2, 3):
        done = run(portal, "ita-site", "build", "--shard", f"{number}/3", env={"ITA_LOG": "on"})
        done.succeeded()
        if kept.is_dir():  # a shard may have none
            shutil.copytree(kept, brought, dirs_exist_ok=True)
            shutil.rmtree(kept)
    brought.rename(kept)
    joined = run(portal, "ita-site", "join", "--site-dir", "joined", env={"ITA_LOG": "on"})
    assert made(joined.succeeded().log) is None
    assert_same(portal)


def test_a_shard_is_named_by_two_numbers_and_is_of_a_portal(tmp_path):
    assert run(tmp_path, "ita-site", "build", "--shard", "4/3").code == 2
    alone = copy_project(tmp_path / "alone", UDON_THANI)
    refused = run(alone, "ita-site", "build", "--shard", "1/2")
    assert (refused.code, "ita-site build" in refused.log) == (1, True)
    assert not (alone / "site").exists()


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("data/portal.yml", "name: อีกชื่อ\nsite_url: https://ita.tuayang.example/\n"),
        ("content/more.md", "# อีกหน้า\n"),
        ("overrides/partials/footer.html", "<footer>ท้ายหน้า</footer>"),
    ],
)
def test_what_all_agencies_are_made_from_makes_all_anew(portal, name, text):
    (portal / name).parent.mkdir(parents=True, exist_ok=True)
    (portal / name).write_text(text, "utf-8")
    assert made(build(portal, "joined", jobs=2)) == (4, 4)
    build(portal, "whole")
    assert_same(portal)


@pytest.mark.thorough
def test_pages_of_an_earlier_day_do_until_something_is_to_be_told_that_was_not_then(portal):
    today = BEDate.from_date(datetime.datetime.now(THAILAND).date())
    clock = {"SOURCE_DATE_EPOCH": ""}
    assert made(build(portal, "joined", jobs=2, **clock)) == (4, 4)
    keep_as_of(portal, "tak", made_on=BEDate(2569, 1, 1), until=BEDate(today.year + 1, 1, 1))
    keep_as_of(portal, "roi-et", made_on=BEDate(2569, 1, 1), until=today)
    keep_as_of(portal, "udon-thani", made_on=BEDate(today.year + 1, 1, 1))
    assert made(build(portal, "joined", jobs=2, **clock)) == (2, 4)


def keep_as_of(project, slug, **days: BEDate):
    """Let what is kept of an agency be of other days."""
    file = project / f".cache/ita-site/{slug}/record.json"
    record = read_record(file.read_bytes())
    file.write_bytes(dataclasses.replace(record, **days).as_json())


@pytest.mark.thorough
def test_another_day_that_is_asked_for_makes_all_anew(portal):
    tomorrow = {"SOURCE_DATE_EPOCH": "1795100000"}
    assert made(build(portal, "joined", jobs=2, **tomorrow)) == (4, 4)
    build(portal, "whole", **tomorrow)
    assert_same(portal)


@pytest.mark.thorough
def test_pdf_files_are_the_same_as_well(portal):
    prints = {"ITA_PDF": "on"}
    build(portal, "joined", jobs=2, **prints)
    build(portal, "whole", **prints)
    assert (portal / "joined/tak/eit/poster.pdf").is_file() or list(portal.glob("joined/*/*/*.pdf"))
    assert_same(portal)


@pytest.mark.thorough
def test_folders_of_the_last_site_are_taken_over_unless_somebody_changed_them(portal):
    build(portal, "site", jobs=2)
    site = portal / "site"
    wanted, first = contents(site), {slug: (site / slug).stat().st_mtime_ns for slug in SLUGS}
    (site / "tak/index.html").unlink()
    (site / "tak/index.html").write_text("ไม่ใช่ของเรา", "utf-8")
    (site / "roi-et/more.html").write_text("ไม่ใช่ของเรา", "utf-8")
    (site / "yot-kaeng/index.html").unlink()
    build(portal, "site", jobs=2)
    assert contents(site) == wanted
    build(portal, "site", jobs=2)
    assert contents(site) == wanted
    taken = {slug for slug in SLUGS if (site / slug).stat().st_mtime_ns == first[slug]}
    assert taken == {"udon-thani"}


@pytest.mark.thorough
def test_a_link_that_somebody_put_into_the_site_is_not_taken_over(portal):
    build(portal, "site", jobs=2)
    (portal / "site/udon-thani/more").symlink_to(portal / "data")
    build(portal, "site", jobs=2)
    build(portal, "site", jobs=2)
    assert not (portal / "site/udon-thani/more").is_symlink()


@pytest.mark.thorough
def test_of_a_large_portal_only_what_changed_is_filled_and_finished_again(tmp_path):
    project = copy_project(tmp_path / "project", PORTAL)
    for number in range(1, 41):
        (project / f"data/small-{number}").mkdir()
        lines = (f"{key}: {value}\n" for key, value in dataclasses.asdict(who(number, 10)).items())
        (project / f"data/small-{number}/agency.yml").write_text("".join(lines), "utf-8")
    build(project, "joined", jobs=2)
    kept = of_all(project)
    edit(project, "small-7/agency.yml", lambda text: text.replace("name: ", "name: ที่ทำการ"))
    build(project, "joined", jobs=2)
    build(project, "whole")
    assert_same(project)
    assert (len(kept & of_all(project)) > 20, kept < of_all(project)) == (True, False)


def of_all(project):
    """What is kept of the pages of no single agency."""
    return {file.name for file in (project / ".cache/ita-site/.of-all").iterdir()}
