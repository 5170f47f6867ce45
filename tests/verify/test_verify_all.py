"""The sites that a portal's agencies have of their own, all read back at once."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from ita_site.cli import main
from ita_site.site.manifest import NAME, Identity
from ita_site.site.write_manifest import About, write_manifest
from tests.verify.conftest import SITE

SLUGS = ("khok-mon", "roi-et", "tak")


@pytest.fixture
def portal(live, tmp_path, monkeypatch):
    """Two built sites of three, one of which is live; what is built, and a call of the command."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ITA_DATA", raising=False)
    for slug in SLUGS:
        (tmp_path / "data" / slug).mkdir(parents=True)
        (tmp_path / "data" / slug / "agency.yml").write_text(f"name: {slug}\n", "utf-8")
    targets = "".join(f"{slug}: file:///srv/{slug}\n" for slug in SLUGS)
    (tmp_path / "targets.yml").write_text(targets, "utf-8")
    (tmp_path / "sites").mkdir()
    (tmp_path / "site").rename(tmp_path / "sites/khok-mon")
    write(live, tmp_path / "sites/khok-mon", SITE)
    (tmp_path / "sites/roi-et").mkdir()
    write_manifest(tmp_path / "sites/roi-et", About(Identity("roi-et", "https://nobody.example/")))

    def verify(*options: str):
        return CliRunner().invoke(main, ["verify", "--all", *options])

    return verify


def write(live, folder, url):
    write_manifest(folder, About(Identity("khok-mon", url)))
    live.files[NAME] = (folder / NAME).read_bytes()
    live.stand()


def row(done, slug):
    (found,) = (line for line in done.stdout.splitlines() if line.startswith(f"{slug} "))
    return found


def test_each_is_asked_and_one_that_does_not_answer_stops_no_other(portal):
    done = portal()
    assert done.exit_code == 1
    assert f"{SITE}" in row(done, "khok-mon")
    assert "5 ไฟล์อ่านกลับแล้ว" in row(done, "khok-mon")
    assert "ITA870" in done.stdout
    assert "ITA869" in row(done, "tak")
    assert "ถูกต้อง 1 จาก 3 หน่วยงาน" in done.stdout


def test_what_readers_do_not_see_as_it_was_built_is_told(portal, live):
    del live.files["a.png"]
    live.stand()
    done = portal("--lang", "en")
    assert "ITA871" in done.stdout
    assert "0 of 3 as they should be" in done.stdout


def test_all_good_is_told_by_the_exit_code(portal, tmp_path):
    (tmp_path / "targets.yml").write_text("khok-mon: file:///srv/a\n", "utf-8")
    done = portal()
    assert (done.exit_code, done.stdout.count("ITA8")) == (0, 0)


def test_an_address_is_not_asked_beside_all(portal):
    assert portal(SITE).exit_code == 2


def test_a_program_reads_the_same(portal):
    done = portal("--format", "json")
    assert done.exit_code == 1
    found = {one["agency"]: one for one in json.loads(done.stdout)}
    assert {slug: found[slug]["good"] for slug in SLUGS} == {
        "khok-mon": True,
        "roi-et": False,
        "tak": False,
    }
    assert found["khok-mon"]["url"] == SITE
    assert [it["code"] for it in found["roi-et"]["findings"]] == ["ITA870"]
    assert "ITA869" in found["tak"]["reason"]
