"""What an administrator is told when the host or the way there is at fault."""

from __future__ import annotations

import datetime
import socket
import threading
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from ita_site.cli import main
from ita_site.delivery.publish.ftps.host import Patience
from ita_site.delivery.publish.target import PublishError
from ita_site.site.manifest import NAME, Identity
from ita_site.site.write_manifest import About, write_manifest
from tests.depth import thorough
from tests.publish.ftps import servers
from tests.publish.ftps.sites import broken_links, is_published, publish, site, target
from tests.publish.programs import free_port

if TYPE_CHECKING:
    from ita_site.delivery.publish.target import Build

NOW = datetime.datetime.now(datetime.UTC)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def build(tmp_path):
    return site(tmp_path / "site", 1)


def told(build: Build, address: str, environment: dict[str, str], *more: str, code: int = 1) -> str:
    """What the command says when it fails; its exit code is as given."""
    command = ["publish", address, "--site", str(build.folder), "--as-built", *more]
    done = CliRunner().invoke(main, command, env=environment)
    assert done.exit_code == code, done.output
    assert servers.PASSWORD not in done.output
    return done.output


def test_what_cannot_be_deleted_is_told_as_a_warning_and_deleted_next_time(tmp_path):
    ca = servers.certificates(tmp_path)
    first, second = (site(tmp_path / str(version), version) for version in (1, 2))
    with servers.vsftpd(tmp_path, ca) as server:
        publish(server, first)
    with servers.vsftpd(tmp_path, ca, "cmds_denied=DELE\n") as server:
        there = server.address(), server.environment()
        said = told(second, *there, "--force", code=0)
        assert "warning ITA839" in said
        assert ", … (+1)" in said
        assert not is_published(server, second)
        back = CliRunner().invoke(main, ["rollback", there[0], "--lang", "en"], env=there[1])
        assert back.exit_code == 0
        assert "warning ITA839" in back.stderr
    with servers.vsftpd(tmp_path, ca) as server:
        publish(server, second)
        assert is_published(server, second)
    assert broken_links(server) == []


def test_a_host_too_busy_to_delete_leaves_it_for_next_time(tmp_path):
    ca = servers.certificates(tmp_path)
    first, second = (site(tmp_path / str(version), version) for version in (1, 2))
    with servers.pyftpdlib(tmp_path, ca) as server:
        publish(server, first)
    with (
        servers.pyftpdlib(tmp_path, ca, "busy=DELE,RMD") as server,
        closing(target(server)) as found,
    ):
        found.put(second, lambda _done, _of: None)
        left = found.switch().left
        assert left
        assert left.code == "ITA839"
    with servers.pyftpdlib(tmp_path, ca) as server:
        publish(server, second)
        assert is_published(server, second)


def test_plain_ftp(build):
    assert told(build, "ftp://web@localhost/web", {}, code=2).startswith("error ITA803: ")


def test_a_password_in_the_address(build):
    said = told(build, "ftps://web:secret@localhost/web", {}, code=2)
    assert "ITA802" in said
    assert "secret" not in said


def test_no_password(build):
    assert "ITA840" in told(build, "ftps://web@localhost/web", {"ITA_FTPS_PASSWORD": ""})


def test_no_ca_file(build, tmp_path):
    environment = {"ITA_FTPS_PASSWORD": "x", "ITA_FTPS_CA": str(tmp_path / "none.pem")}
    assert "none.pem" in told(build, "ftps://web@localhost/web", environment)


def test_no_such_host(build):
    environment = {"ITA_FTPS_PASSWORD": "x"}
    assert "ITA842" in told(build, "ftps://web@no-such-host.invalid/web", environment)


def test_nobody_listens(build, tmp_path):
    nobody = servers.Server(free_port(), tmp_path, servers.certificates(tmp_path), tmp_path / "log")
    with pytest.raises(PublishError, match="ITA843"):
        target(nobody).put(build, lambda _done, _of: None)


@pytest.mark.parametrize(
    ("code", "name", "dates"),
    [
        ("ITA846", "localhost", {"not_before": NOW - 9 * DAY, "not_after": NOW - DAY}),
        ("ITA847", "localhost", {"not_before": NOW + DAY, "not_after": NOW + 9 * DAY}),
        ("ITA848", "www.example.go.th", {}),
    ],
    ids=["expired", "clock is slow", "another name"],
)
def test_a_certificate_at_fault(build, tmp_path, code, name, dates):
    ca = servers.certificates(tmp_path, name, **dates)
    with servers.vsftpd(tmp_path, ca) as server:
        said = told(build, server.address(), server.environment())
        assert code in said
        assert '"PASS' not in server.log.read_text()
    if dates:
        assert f"{datetime.datetime.now().astimezone():%Y-%m-%d}" in said


def test_a_certificate_of_somebody(build, server):
    environment = {"ITA_FTPS_PASSWORD": servers.PASSWORD}
    assert "ITA849" in told(build, server.address(), environment)


def test_a_host_without_encryption_hears_no_password(build, tmp_path):
    ca = servers.certificates(tmp_path)
    with servers.vsftpd(tmp_path, ca, "ssl_enable=NO\n") as server:
        assert "ITA844" in told(build, server.address(), server.environment())
        assert '"PASS' not in server.log.read_text()


def test_a_wrong_password(build, server):
    environment = {**server.environment(), "ITA_FTPS_PASSWORD": "wrong-one"}
    said = told(build, server.address(), environment)
    assert "ITA851" in said
    assert "wrong-one" not in said


def test_a_host_that_tells_no_sizes(build, tmp_path):
    with servers.pyftpdlib(
        tmp_path, servers.certificates(tmp_path), "without=SIZE,MLSD,MLST"
    ) as found:
        assert "ITA852" in told(build, found.address(), found.environment())


@pytest.mark.parametrize("without", ["MLSD,MLST", *thorough("SIZE")])
def test_a_host_that_tells_sizes_in_one_way_only(build, tmp_path, without):
    ca = servers.certificates(tmp_path)
    with servers.pyftpdlib(tmp_path, ca, f"without={without}") as server:
        publish(server, build)
        publish(server, following := site(tmp_path / "2", 2))
        assert is_published(server, following)


def test_no_right_to_write(build, tmp_path):
    with servers.vsftpd(tmp_path, servers.certificates(tmp_path), "write_enable=NO\n") as server:
        assert "ITA853" in told(build, server.address("/~/new"), server.environment())


def test_no_room_left(build, tmp_path):
    """The old site stays whole; with room made, the next run finishes."""
    ca = servers.certificates(tmp_path)
    following = site(tmp_path / "2", 2)
    with servers.pyftpdlib(tmp_path, ca) as server:
        publish(server, build)
    with servers.pyftpdlib(tmp_path, ca, "full=200000") as server:
        assert "ITA854" in told(following, server.address(), server.environment(), "--force")
        assert is_published(server, build)
    with servers.pyftpdlib(tmp_path, ca) as server:
        publish(server, following)
        assert is_published(server, following)


def test_another_sites_place(build, server, tmp_path):
    other = site(tmp_path / "other", 2)
    write_manifest(other.folder, About(Identity("เทศบาลอื่น")))
    publish(server, build)
    said = told(other, server.address(), server.environment())
    assert "ITA815" in said
    assert is_published(server, build)


def test_a_manifest_nobody_can_read(build, server):
    (server.root / "web" / NAME).write_text("{")
    assert "ITA858" in told(build, server.address(), server.environment())


def test_a_line_that_breaks_now_and_then(strict, build):
    with cutting(strict.port, after=6_000, lives=30) as port:
        publish(strict.at(port), build)
        assert is_published(strict, build)


def test_a_line_that_breaks_again_and_again(strict, build, tmp_path):
    publish(strict, build)
    following = site(tmp_path / "2", 2)
    with cutting(strict.port, after=2_600, lives=3) as port, pytest.raises(PublishError) as error:
        publish(strict.at(port), following)
    assert error.value.code == "ITA857"
    assert broken_links(strict) == []
    publish(strict, following)
    assert is_published(strict, following)


def test_a_host_that_falls_silent(tmp_path, build):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        server = servers.Server(
            silent.getsockname()[1], tmp_path, servers.certificates(tmp_path), tmp_path / "log"
        )
        with pytest.raises(PublishError, match="ITA843"):
            target(server, patience=Patience(0.2, (0.01,))).put(build, lambda _done, _of: None)


@contextmanager
def cutting(port: int, after: int, lives: int):
    """A way to a port that is cut after so many bytes; after so many lives it stays cut."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        threading.Thread(target=_serve, args=(door, port, after, lives), daemon=True).start()
        yield door.getsockname()[1]


def _serve(door: socket.socket, port: int, after: int, lives: int) -> None:
    for _ in range(lives):
        try:
            here = door.accept()[0]
        except OSError:
            return
        with here, socket.create_connection(("127.0.0.1", port)) as there:
            back = threading.Thread(target=_pump, args=(there, here, 1 << 40), daemon=True)
            back.start()
            _pump(here, there, after)
            for end in (here, there):
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
            back.join(5)
    door.close()


def _pump(source: socket.socket, sink: socket.socket, most: int) -> None:
    with suppress(OSError):
        while most > 0 and (part := source.recv(min(most, 4096))):
            sink.sendall(part)
            most -= len(part)
