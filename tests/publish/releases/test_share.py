"""A share whose file system knows no symlinks, as many a mounted one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ita_site.delivery.publish import share
from ita_site.delivery.publish.address import parse_address
from ita_site.delivery.publish.guards import Permits
from ita_site.delivery.publish.run import publish as publish_site
from ita_site.delivery.publish.target import PublishError, Settings
from ita_site.site.manifest import NAME, hash_folder
from ita_site.site.write_manifest import About, write_manifest
from tests.publish.programs import PATH
from tests.publish.releases.sites import ita_site, site


@pytest.fixture
def publish(target, monkeypatch):
    monkeypatch.setattr(share, "knows_symlinks", lambda _folder: False)

    def run(*arguments: object, name="publish"):
        return ita_site(name, f"file://{target}", *map(str, arguments), env={"PATH": PATH})

    return run


def shows(target: Path, build) -> bool:
    own = {path: entry for path, entry in hash_folder(target).items() if path[:9] != ".ita-site"}
    return own == build.manifest.files and (target / NAME).read_bytes() == build.manifest.as_json()


def test_readers_see_what_was_built_and_the_release_before_comes_back(publish, target, builds):
    for version in (1, 2):
        publish("--site", builds[version].folder).succeeded()
        assert shows(target, builds[version])
    publish(name="rollback").succeeded()
    assert shows(target, builds[1])


def test_files_of_others_stay(publish, target, builds):
    (target / "theirs.html").write_text("theirs", "utf-8")
    (target / "index.html").write_text("theirs", "utf-8")
    refused = publish("--site", builds[1].folder)
    assert (refused.code, "ITA817" in refused.log) == (1, True)
    (target / "index.html").unlink()
    publish("--site", builds[1].folder).succeeded()
    publish("--site", builds[2].folder).succeeded()
    assert (target / "theirs.html").read_text("utf-8") == "theirs"


def test_what_is_overwritten_on_purpose_comes_back(publish, target, builds):
    (target / "index.html").write_text("theirs", "utf-8")
    publish("--site", builds[1].folder, "--force").succeeded()
    assert shows(target, builds[1])
    publish(name="rollback").succeeded()
    assert (target / "index.html").read_text("utf-8") == "theirs"


def test_the_settings_of_another_system_are_never_overwritten(publish, target, builds):
    (target / ".htaccess").write_text("RewriteEngine On", "utf-8")
    refused = publish("--site", builds[1].folder, "--force")
    assert (refused.code, "ITA863" in refused.log) == (1, True)
    assert (target / ".htaccess").read_text("utf-8") == "RewriteEngine On"


def test_no_release_is_larger_for_being_published_twice(publish, target, builds):
    publish("--site", builds[1].folder).succeeded()
    publish("--site", builds[1].folder).succeeded()
    assert shows(target, builds[1])


def test_a_folder_that_cannot_be_written_in(builds):
    closed = Path("/sys/kernel" if os.getuid() == 0 else "/usr")
    done = ita_site(
        *("publish", f"file://{closed}", "--site", str(builds[1].folder)), env={"PATH": PATH}
    )
    assert (done.code, "ITA829" in done.log) == (1, True)


def test_the_probe_leaves_nothing(tmp_path):
    assert share.knows_symlinks(tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []


def test_a_full_disk(target):
    (target / "index.html").symlink_to("/dev/full")
    with pytest.raises(PublishError, match="ITA828"):
        share.Folder(parse_address(f"file://{target}")).write("index.html", b"x")


def test_without_rsync_a_share_is_changed_file_by_file(target, builds, tmp_path):
    env = {"PATH": str(tmp_path)}
    done = ita_site("publish", f"file://{target}", "--site", str(builds[1].folder), env=env)
    assert shows(target, builds[1]), done.log


@pytest.mark.parametrize("symlinks", [True, False])
def test_a_build_that_is_exchanged_while_it_is_sent_is_not_shown(
    target, tmp_path, monkeypatch, symlinks
):
    monkeypatch.setenv("PATH", PATH)
    monkeypatch.setattr(share, "knows_symlinks", lambda _folder: symlinks)
    first, second = site(tmp_path / "built", 1), site(tmp_path / "next", 2)

    def exchange(_done, _of):
        if second.folder.exists():
            first.folder.rename(tmp_path / "before")
            second.folder.rename(first.folder)

    address = parse_address(f"file://{target}")
    with pytest.raises(PublishError, match=r"ITA8(61|12)|vanished|ITA820") as error:
        publish_site(first.folder, address, Settings(5, {}), Permits(), exchange)
    assert error.value.untouched
    assert not (target / "current").exists()
    assert not (target / NAME).exists()


def test_of_releases_what_is_overwritten_on_purpose_comes_back(target, tmp_path):
    first, second = site(tmp_path / "1", 1), site(tmp_path / "2", 2)
    (second.folder / "extra.html").write_text("ours", "utf-8")
    write_manifest(second.folder, About(first.manifest.site))

    def run(*arguments: str):
        return ita_site(arguments[0], f"file://{target}", *arguments[1:], env={"PATH": PATH})

    run("publish", "--site", str(first.folder)).succeeded()
    (target / "current/extra.html").write_text("theirs", "utf-8")
    assert "ITA817" in run("publish", "--site", str(second.folder)).log
    run("publish", "--site", str(second.folder), "--force").succeeded()
    assert (target / "current/extra.html").read_text("utf-8") == "ours"
    run("rollback").succeeded()
    assert (target / "current/extra.html").read_text("utf-8") == "theirs"
