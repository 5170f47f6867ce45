"""A portal's agencies published at once, each to its own target, on real servers."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ita_site.delivery.publish import each
from ita_site.delivery.publish.target import Build
from ita_site.site.manifest import Identity, manifest_of
from ita_site.site.write_manifest import About, write_manifest
from tests.publish.ftps import servers as ftps
from tests.publish.ftps.servers import PASSWORD
from tests.publish.programs import free_port
from tests.publish.releases.servers import ssh_server
from tests.publish.releases.sites import ita_site, shows, site

OTHERS = "ความลับของอีกหน่วยงาน"


@pytest.fixture
def portal(tmp_path, monkeypatch):
    """A project of five agencies, and where one stands in it; gives what makes its sites."""
    project = tmp_path / "project"
    for slug in ("khok-mon", "roi-et", "tak", "udon-thani", "yot-kaeng"):
        (project / "data" / slug).mkdir(parents=True)
        (project / "data" / slug / "agency.yml").write_text(f"name: {slug}\n", "utf-8")
    monkeypatch.chdir(project)
    monkeypatch.delenv("ITA_DATA", raising=False)

    def build(slug, version=1, **about: object):
        return site(project / "sites" / slug, version, **{"name": slug, **about})

    return build


@pytest.fixture
def folder(tmp_path):
    """Where targets lie that are folders."""
    (tmp_path / "web").mkdir()
    return tmp_path / "web"


@pytest.fixture
def ssh(tmp_path):
    with ssh_server(tmp_path / "ssh") as found:
        yield found


@pytest.fixture
def ftp(tmp_path):
    (tmp_path / "ftps").mkdir()
    ca = ftps.certificates(tmp_path / "ftps")
    with ftps.vsftpd(tmp_path / "ftps", ca) as found:
        yield found


def write_targets(**by_agency: str):
    lines = (f"{agency.replace('_', '-')}: {to}\n" for agency, to in by_agency.items())
    Path("targets.yml").write_text("".join(lines), "utf-8")


def publish_all(*options: str, **env: str):
    return ita_site("publish", "--all", *options, env=env)


def row(log, slug):
    (found,) = (line for line in log.splitlines() if line.startswith(f"{slug} "))
    return found


def test_each_goes_to_its_own_target_and_what_fails_stops_no_other(portal, folder, ssh, ftp):
    builds = {slug: portal(slug) for slug in ("khok-mon", "roi-et", "tak", "udon-thani")}
    (folder / "ssh").mkdir()
    nobody = free_port()
    write_targets(
        khok_mon=f"file://{folder}/khok-mon",
        roi_et=ssh.address(folder / "ssh"),
        tak=ftp.address(),
        udon_thani=ssh.address(folder / "udon", nobody),
        yot_kaeng=f"file://{folder}/yot-kaeng",
    )
    passwords = f"udon-thani: {OTHERS}\ntak: {PASSWORD}\n"
    env = {**ssh.environment(), **ftp.environment(), "ITA_FTPS_PASSWORDS": passwords}
    del env["ITA_FTPS_PASSWORD"]
    done = publish_all(**env)
    assert done.code == 1
    assert shows(folder / "khok-mon", builds["khok-mon"])
    assert shows(folder / "ssh", builds["roi-et"])
    assert (ftp.root / "web/index.html").read_bytes() == b"version 1\n"
    files = len(builds["tak"].manifest.files)
    size = f"{builds['tak'].manifest.size / 1000:,.0f} kB"
    for slug in ("khok-mon", "roi-et", "tak"):
        assert f"{files} ไฟล์ เพิ่ม {files} เปลี่ยน 0 ลบ 0 รวม {size} ใน " in row(done.log, slug)
    assert "ITA826" in row(done.log, "udon-thani")
    assert "ITA869" in row(done.log, "yot-kaeng")
    assert "ita-site build --own" in row(done.log, "yot-kaeng")
    assert "เผยแพร่แล้ว 3 จาก 5 หน่วยงาน" in done.log
    assert OTHERS not in done.log
    assert PASSWORD not in done.log


def test_all_of_them_published_is_told_by_the_exit_code(portal, folder):
    first = portal("khok-mon")
    write_targets(khok_mon=f"file://{folder}/a")
    assert publish_all().code == 0
    second = portal("khok-mon", 2)
    done = publish_all("--lang", "en").succeeded()
    assert "0 new, 13 changed, 0 removed" in row(done.log, "khok-mon")
    assert "1 of 1 published" in done.log
    assert "without a target of their own in targets.yml: roi-et, tak" in done.log
    assert shows(folder / "a", second)
    assert first.manifest != second.manifest


def test_each_is_held_to_its_own_rules(portal, folder):
    builds = {"khok-mon": portal("khok-mon"), "roi-et": portal("roi-et", sample=True)}
    builds["tak"] = portal("tak", name="อีกหน่วยงาน")
    builds["udon-thani"] = portal("udon-thani")
    Path("sites/khok-mon/index.html").write_bytes(b"edited")
    write_targets(**{slug.replace("-", "_"): f"file://{folder}/{slug}" for slug in builds})
    (folder / "tak").mkdir()
    ita_site("publish", f"file://{folder}/tak", "--site", "sites/udon-thani", env={}).succeeded()
    refused = publish_all()
    assert refused.code == 1
    assert "ITA812" in row(refused.log, "khok-mon")
    assert "ITA814" in row(refused.log, "roi-et")
    assert "ITA815" in row(refused.log, "tak")
    assert shows(folder / "udon-thani", builds["udon-thani"])
    assert shows(folder / "tak", builds["udon-thani"])
    assert not {"khok-mon", "roi-et"} & {path.name for path in folder.iterdir()}
    publish_all("--sample", "--agency", "roi-et").succeeded()
    assert shows(folder / "roi-et", builds["roi-et"])


def test_pages_that_would_vanish_are_kept_but_for_the_agency_that_is_named(portal, folder):
    for slug in ("khok-mon", "tak"):
        portal(slug)
    write_targets(khok_mon=f"file://{folder}/khok-mon", tak=f"file://{folder}/tak")
    publish_all().succeeded()
    fewer = {}
    for slug in ("khok-mon", "tak"):
        shutil.rmtree(f"sites/{slug}")
        built = portal(slug, 2).folder
        shutil.rmtree(built / "หน้า 0")
        about = About(Identity(slug), epoch=2)
        write_manifest(built, about)
        fewer[slug] = Build(built, manifest_of(built))
    refused = publish_all()
    assert {slug: "ITA819" in row(refused.log, slug) for slug in fewer} == {
        "khok-mon": True,
        "tak": True,
    }
    assert ita_site("publish", "--all", "--force", env={}).code == 2
    publish_all("--force", "--agency", "tak").succeeded()
    assert shows(folder / "tak", fewer["tak"])
    assert not shows(folder / "khok-mon", fewer["khok-mon"])


def test_no_host_is_told_the_password_of_another(portal, ftp):
    portal("tak")
    write_targets(tak=ftp.address())
    refused = publish_all(**ftp.environment())  # ITA_FTPS_PASSWORD is nobody's here
    assert refused.code == 1
    assert "ITA866" in row(refused.log, "tak")
    assert not list((ftp.root / "web").iterdir())


@pytest.mark.parametrize(
    "arguments",
    [
        ("--all", "file:///srv/a"),
        ("--all", "--agency", "nobody"),
        ("--agency", "tak", "file:///srv/a"),
        (),
    ],
)
def test_what_contradicts_itself_is_wrong_usage(portal, arguments):
    portal("tak")
    write_targets(tak="file:///srv/a")
    assert ita_site("publish", *arguments, env={}).code == 2


def test_without_targets_it_says_where_they_stand(portal):
    portal("tak")
    done = publish_all()
    assert done.code == 2
    assert "targets.yml" in done.log


def test_a_faulty_file_of_targets_publishes_nothing(portal, folder):
    portal("tak")
    text = f"tak: file://{folder}/tak\ntak: file://{folder}/b\n"
    Path("targets.yml").write_text(text, "utf-8")
    done = publish_all()
    assert done.code == 1
    assert "targets.yml:2:1: error ITA110" in done.log
    assert list(folder.iterdir()) == []


def test_what_nobody_foresaw_is_told_and_stops_no_other(portal, folder, monkeypatch):
    portal("khok-mon")
    portal("tak")
    write_targets(khok_mon=f"file://{folder}/khok-mon", tak=f"file://{folder}/tak")
    compare = each.compare_with_project

    def fail(build, *rest: object):
        if build.folder.name == "khok-mon":
            raise MemoryError(OTHERS)
        return compare(build, *rest)

    monkeypatch.setattr(each, "compare_with_project", fail)
    done = publish_all()
    assert done.code == 1
    assert "ITA868" in row(done.log, "khok-mon")
    assert OTHERS not in done.log
    assert (folder / "tak/current").exists()
