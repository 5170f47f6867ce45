"""What every test has: small data folders, silence, and no way out of this machine."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import sync_playwright

from ita_site.site.chromium.launch import find_chromium

REPOSITORY = Path(__file__).parent.parent
AGENCY = "name: เทศบาลตำบลทดสอบ\nkind: subdistrict_municipality\n"

settings.register_profile("patient", deadline=None)  # a busy machine is no mistake
settings.register_profile("quick", deadline=None, max_examples=25)
settings.load_profile("patient")

BROWSER_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)

DataWriter = Callable[..., Path]


def pytest_xdist_auto_num_workers():
    """More than there are cores: many tests wait for servers, browsers and clocks.

    Not many more: each worker imports and collects everything, and starts a browser of its own.
    """
    return max(2, min(8, (os.cpu_count() or 1) * 3 // 2))


FIRST = ("tests/site/", "tests/publish/", "tests/documents/", "tests/review/", "tests/test_cli")
LAST = "tests/unit/"


def pytest_collection_modifyitems(items):
    """What takes long begins first, so that no worker is left alone with it at the end."""

    def turn(item):
        early = [place for place, start in enumerate(FIRST) if item.nodeid.startswith(start)]
        return early[0] if early else len(FIRST) + item.nodeid.startswith(LAST)

    items.sort(key=turn)


WAITING = pytest.StashKey[int]()
"""How many thorough tests this run leaves out; every worker leaves out the same."""


def pytest_deselected(items):
    """Counts the thorough ones, which `make test` leaves to `make test-all`."""
    for item in items:
        if "thorough" in item.keywords:
            item.config.stash[WAITING] = item.config.stash.get(WAITING, 0) + 1


def pytest_sessionfinish(session):
    """Hands the count on, where this is a worker."""
    config = session.config
    if hasattr(config, "workeroutput"):
        config.workeroutput["waiting"] = config.stash.get(WAITING, 0)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """Takes the count of a worker that is through."""
    node.config.stash[WAITING] = getattr(node, "workeroutput", {}).get("waiting", 0)


def pytest_terminal_summary(terminalreporter, config):
    """Says in one line what was not run."""
    if count := config.stash.get(WAITING, 0):
        terminalreporter.write_line(f"not run: {count} thorough tests, which wait in make test-all")


def pytest_addoption(parser):
    parser.addoption(
        "--update-cases", action="store_true", help="Write anew what the tests expect of files."
    )


@pytest.fixture
def data(tmp_path) -> DataWriter:
    """Writes a data folder: `data({"2566/measures.yml": "measures: []"})`.

    Texts may be indented as the test is; bytes are written as they are. An `agency.yml` is
    added where none is given; `{"agency.yml": None}` leaves it out.
    """

    def write(files: Mapping[str, str | bytes | None] | None = None, folder: str = "data") -> Path:
        for name, content in {"agency.yml": AGENCY, **(files or {})}.items():
            if content is None:
                continue
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else dedent(content).encode())
        return tmp_path / folder

    return write


@pytest.fixture(autouse=True)
def _silence(caplog):
    """A warning nobody asked for fails the test; `caplog.clear()` after asserting one that was."""
    yield
    loud = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not loud, "\n".join(f"{record.name}: {record.getMessage()}" for record in loud)


@pytest.fixture
def expect(request):
    """Compares a text with a file, or writes the file when asked to."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--update-cases"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="")
        remedy = "if that is right, pytest --update-cases writes it; read git diff"
        assert file.is_file(), f"{file} is not there; {remedy}"
        assert text == file.read_text("utf-8"), f"{file} says otherwise; {remedy}"

    return compare


@pytest.fixture(scope="session")
def once(tmp_path_factory):
    """Makes a folder for all workers: `once(name, make)`; `make(folder)` gives what it said.

    Whoever comes first makes it, the others wait; all get the folder and what was said.
    """
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def made(name: str, make: Callable[[Path], str]) -> tuple[Path, str]:
        folder, said = shared / name, shared / f"{name}.said"
        with FileLock(shared / f"{name}.lock"):
            if not said.exists():
                said.write_text(make(folder), "utf-8")
        return folder, said.read_text("utf-8")

    return made


class LeavesThisMachineError(Exception):
    """A test tried to talk to another machine."""


@pytest.fixture(autouse=True, scope="session")
def _loopback_only():
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
        yield


def _guarded(connect):
    def guarded(self, address):
        if self.family != socket.AF_UNIX and not _is_loopback(address[0]):
            raise LeavesThisMachineError(address)
        return connect(self, address)

    return guarded


def _is_loopback(host: str) -> bool:
    return host in ("localhost", "::1") or host.startswith("127.")


@pytest.fixture(autouse=True, scope="session")
def _plain_environment():
    """Neither the caller's data folder nor his day, and no advertisement."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("ITA_DATA", "ITA_KEEP_GOING", "ITA_PDF", "ITA_LOG", "SOURCE_DATE_EPOCH"):
            patch.delenv(name, raising=False)
        patch.setitem(os.environ, "NO_MKDOCS_2_WARNING", "1")
        yield


@pytest.fixture(scope="session")
def browser():
    """Chromium, which finds no other machine."""
    path = find_chromium()
    assert path, "Chromium is needed: install it, or name it in ITA_CHROMIUM"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=[*BROWSER_OPTIONS])
        yield started
        started.close()
