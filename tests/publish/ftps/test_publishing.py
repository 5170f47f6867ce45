"""There and back again on two real servers."""

from __future__ import annotations

import json
from contextlib import closing

import pytest
from click.testing import CliRunner

from ita_site.cli import main
from ita_site.delivery.publish.address import parse_address
from ita_site.delivery.publish.ftps import archive
from ita_site.delivery.publish.ftps.connection import ssl_context
from ita_site.delivery.publish.ftps.host import Host
from ita_site.delivery.publish.guards import Permits, refuse_target
from ita_site.delivery.publish.target import PublishError
from tests.publish.ftps import servers
from tests.publish.ftps.servers import PASSWORD
from tests.publish.ftps.sites import HASTY, broken_links, is_published, publish, site, target


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_first_a_site_then_the_next_then_back(server, tmp_path):
    first, second = site(tmp_path / "1", 1), site(tmp_path / "2", 2)
    publish(server, first)
    assert is_published(server, first)
    publish(server, second)
    assert is_published(server, second)
    back = target(server)
    assert back.roll_back(None, lambda _done, _of: None).id == "000001"
    assert is_published(server, first)
    assert [(found.id, found.is_live) for found in back.releases()] == [
        ("000001", True),
        ("000002", False),
    ]
    assert back.roll_back("000002", lambda _done, _of: None).is_live
    assert is_published(server, second)
    with pytest.raises(PublishError, match="ITA859"):
        back.roll_back("000009", lambda _done, _of: None)


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    """Vsftpd knows no MLSD; pyftpdlib answers 501."""
    with servers.pyftpdlib(tmp_path, servers.certificates(tmp_path)) as server:
        known = ssl_context(server.ca)
        with closing(Host(parse_address(server.address()), PASSWORD, known, HASTY)) as host:
            assert host.sizes("nowhere") == {}


def test_the_commands(server, tmp_path):
    """As an administrator calls them, once and again."""
    builds = [site(tmp_path / str(version), version) for version in (1, 2)]
    for build in (*builds, builds[1]):
        command = ["publish", server.address(), "--site", str(build.folder), "--force"]
        command += ["--as-built"]  # of no project
        done = CliRunner().invoke(main, command, env=server.environment())
        assert done.exit_code == 0, done.output
        assert is_published(server, build)
    command = ["publish", server.address(), "--site", str(builds[1].folder), "--as-built"]
    assert CliRunner().invoke(main, command, env=server.environment()).exit_code == 0
    done = CliRunner().invoke(main, ["rollback", server.address()], env=server.environment())
    assert done.exit_code == 0, done.output
    assert is_published(server, builds[0])
    listed = CliRunner().invoke(
        main, ["rollback", server.address(), "--list"], env=server.environment()
    )
    assert [line.split()[0] for line in listed.output.splitlines()] == ["000001", "000002"]


def test_nothing_is_sent_twice(strict, tmp_path):
    publish(strict, site(tmp_path / "1", 1))
    strict.log.write_text("")
    publish(strict, site(tmp_path / "1", 1))
    sent = [line for line in strict.log.read_text().splitlines() if "OK UPLOAD" in line]
    assert [line for line in sent if "/stage/" in line] == [
        line for line in sent if "ita-manifest.json" in line
    ]


def test_what_is_not_ours_stays(server, tmp_path):
    web = server.root / "web"
    (web / "old.php").write_text("theirs")
    (web / "index.html").write_text("theirs")
    build = site(tmp_path / "1", 1)
    found = target(server)
    assert found.in_the_way(build.manifest.files) == ("index.html",)
    publish(server, build)
    (web / "page-1-0/theirs.txt").write_text("theirs")
    publish(server, site(tmp_path / "2", 2))
    assert (web / "old.php").read_text() == (web / "page-1-0/theirs.txt").read_text() == "theirs"
    assert found.in_the_way(build.manifest.files) == ()


def test_what_is_written_over_on_purpose_comes_back(server, tmp_path):
    web = server.root / "web"
    (web / "index.html").write_text("theirs")
    first, second = site(tmp_path / "1", 1), site(tmp_path / "2", 2)
    publish(server, first)
    assert is_published(server, first)
    (web / "page-2-0").mkdir()
    (web / "page-2-0/index.html").write_text("theirs, too")
    publish(server, second)
    assert is_published(server, second)
    target(server).roll_back(None, lambda _done, _of: None)
    assert (web / "page-2-0/index.html").read_text() == "theirs, too"
    assert target(server).in_the_way(second.manifest.files) == ("page-2-0/index.html",)
    target(server).roll_back(None, lambda _done, _of: None)
    assert (web / "index.html").read_text() == "theirs"
    assert not (web / "same.txt").exists()
    assert target(server).in_the_way(first.manifest.files) == ("index.html",)
    publish(server, second)
    assert is_published(server, second)


def test_a_servers_settings_that_another_system_wrote_into_are_theirs(server, tmp_path):
    build = site(tmp_path / "1", 1)
    publish(server, build)
    found = target(server)
    assert found.in_the_way([".htaccess"]) == ()
    (server.root / "web/.htaccess").write_text("RewriteEngine On")
    assert found.in_the_way([".htaccess"]) == (".htaccess",)
    with pytest.raises(PublishError, match="ITA863"):
        refuse_target(build, found, Permits(force=True))


def test_a_file_spoilt_on_the_host_is_sent_again(server, tmp_path):
    build = site(tmp_path / "1", 1)
    publish(server, build)
    (server.root / "web/same.txt").write_text("cut")
    (server.root / "web/index.html").unlink()
    publish(server, build)
    assert is_published(server, build)


def test_a_file_spoilt_on_the_host_goes_when_it_is_no_longer_wanted(strict, tmp_path):
    publish(strict, site(tmp_path / "1", 1))
    (strict.root / "web/page-1-0/index.html").write_text("cut")
    following = site(tmp_path / "2", 2)
    publish(strict, following)
    assert is_published(strict, following)


def test_a_file_that_was_changed_and_kept_its_size_can_be_sent_anew(strict, tmp_path):
    build = site(tmp_path / "1", 1)
    publish(strict, build)
    (strict.root / "web/same.txt").write_text("evil")
    command = ["publish", strict.address(), "--site", str(build.folder), "--as-built"]
    assert CliRunner().invoke(main, command, env=strict.environment()).exit_code == 0
    assert not is_published(strict, build)
    environment = {**strict.environment(), "ITA_FTPS_RESEND": "1"}
    assert CliRunner().invoke(main, command, env=environment).exit_code == 0
    assert is_published(strict, build)


def test_our_folder_is_closed_to_readers(strict, tmp_path):
    publish(strict, site(tmp_path / "1", 1))
    assert "Require all denied" in (strict.root / "web/.ita-site/.htaccess").read_text()


def test_only_so_many_releases_stay_and_each_can_be_restored(strict, tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MOST_PACKS", 2)
    builds = [site(tmp_path / str(version), version) for version in range(5)]
    for build in builds:
        publish(strict, build, keep=3)
    kept = strict.root / "web/.ita-site/releases"
    assert [name for name in names(kept) if name[0] == "0" and "json" in name] == [
        "000003.json",
        "000004.json",
        "000005.json",
    ]
    held = json.loads((kept / "packs.json").read_text())
    assert {f"{number}.zip" for number in held} == {name for name in names(kept) if "zip" in name}
    found = target(strict, keep=3)
    for build in (builds[3], builds[2]):
        found.roll_back(None, lambda _done, _of: None)
        assert is_published(strict, build)


def test_what_readers_were_led_back_from_is_no_release_before(strict, tmp_path):
    builds = [site(tmp_path / str(version), version) for version in range(3)]
    publish(strict, builds[0])
    publish(strict, builds[1])
    target(strict).roll_back(None, lambda _done, _of: None)
    publish(strict, builds[2])
    target(strict).roll_back(None, lambda _done, _of: None)
    assert is_published(strict, builds[0])


def test_of_two_runs_the_later_goes_on(strict, tmp_path):
    first, second = site(tmp_path / "1", 1), site(tmp_path / "2", 2)
    slow = target(strict)
    slow.put(first, lambda _done, _of: None)
    publish(strict, second)
    with pytest.raises(PublishError, match="ITA860"):
        slow.switch()
    assert is_published(strict, second)


def test_a_host_behind_a_router(tmp_path):
    """It names an address for the files that is its own network's."""
    ca = servers.certificates(tmp_path)
    with servers.vsftpd(tmp_path, ca, "pasv_address=10.99.99.99\n") as server:
        build = site(tmp_path / "1", 1)
        publish(server, build)
        assert is_published(server, build)
        assert broken_links(server) == []
