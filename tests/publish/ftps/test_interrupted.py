"""Stopped anywhere: a reader meets no broken page, and the next run finishes."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from ita_site.delivery.publish.ftps.connection import Connection
from ita_site.delivery.publish.ftps.host import Host
from ita_site.delivery.publish.target import PublishError
from tests.publish.ftps.sites import broken_links, is_published, publish, site, target

RENAMES = 9
"""Of a second version: the note, its eight files."""
PLACED = (("placed", "2"), ("placed", "5"))


@pytest.mark.parametrize(
    "when",
    [
        pytest.param(when, marks=() if when == ("sent", "0.5") else pytest.mark.thorough)
        for when in [*(("sent", part) for part in ("0.1", "0.5", "0.9")), *PLACED]
    ],
    ids="-".join,
)
def test_a_run_that_is_killed(server, tmp_path, when):
    first, second = site(tmp_path / "1", 1), site(tmp_path / "2", 2)
    publish(server, first)
    program = [sys.executable, "-m", "tests.publish.ftps.killed"]
    about = (str(server.port), server.root, server.ca, second.folder, *when)
    done = subprocess.run([*program, *about], check=False)
    assert done.returncode == -signal.SIGKILL
    assert broken_links(server) == []
    assert when[0] == "placed" or is_published(server, first)
    publish(server, second)
    assert is_published(server, second)


class Stopped(BaseException):
    """As a kill: nobody catches it."""


@pytest.mark.thorough
@pytest.mark.parametrize("third", [False, True], ids=["same", "another"])
def test_stopped_after_any_step(strict, tmp_path, monkeypatch, third):
    """Also when what comes next is not what was interrupted."""
    first, second = site(tmp_path / "1", 1), site(tmp_path / "2", 2)
    follows = site(tmp_path / "3", 3) if third else second
    for step in range(1, 200, 5):
        publish(strict, first)
        with monkeypatch.context() as patch:
            left = [step]
            for name in ("write", "rename", "delete", "delete_empty", "make"):
                patch.setattr(Host, name, _stops(getattr(Host, name), left))
            try:
                publish(strict, second)
            except Stopped:
                pass
            else:
                break
        assert broken_links(strict) == [], step
        publish(strict, follows)
        assert is_published(strict, follows), step
    assert step > RENAMES * 3


def _stops(method, left):
    def stopping(self, *arguments: object):
        method(self, *arguments)
        left[0] -= 1
        if left[0] == 0:
            raise Stopped

    return stopping


def test_a_rename_that_was_done_when_the_line_broke(strict, tmp_path, monkeypatch):
    build = site(tmp_path / "1", 1)
    once = []

    def lost(self, command):
        answer = sendcmd(self, command)
        if command.startswith("RNTO") and "style" in command and not once:
            once.append(command)
            raise EOFError
        return answer

    sendcmd = Connection.sendcmd
    monkeypatch.setattr(Connection, "sendcmd", lost)
    monkeypatch.setattr(Connection, "voidcmd", lost)
    publish(strict, build)
    assert once
    assert is_published(strict, build)


def test_a_host_that_loses_bytes(strict, tmp_path, monkeypatch):
    first, second = site(tmp_path / "1", 1), site(tmp_path / "2", 2)
    publish(strict, first)
    size = Host.size
    monkeypatch.setattr(Host, "size", lambda self, path: size(self, path) and 7)
    with pytest.raises(PublishError, match="ITA856"):
        target(strict).put(second, lambda _done, _of: None)
    assert is_published(strict, first)
