"""Chromium is found where each system keeps it; that it runs is seen in tests/documents."""

from __future__ import annotations

import pytest

from ita_site.site.chromium import launch


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """A machine with nothing on its search path and nothing installed."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("ITA_CHROMIUM", raising=False)
    for name in launch.WINDOWS_FOLDERS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(launch, "MACOS_FOLDERS", (tmp_path / "Applications",))

    def install(path: str) -> str:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("", "utf-8")
        file.chmod(0o755)
        return str(file)

    return install


@pytest.mark.parametrize("variable", ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"])
@pytest.mark.parametrize("program", launch.ON_WINDOWS)
def test_on_windows_in_the_folders_of_programs(machine, monkeypatch, tmp_path, variable, program):
    monkeypatch.setenv(variable, str(tmp_path / "Program Files"))
    assert launch.find_chromium() is None
    assert machine(f"Program Files/{program}") == launch.find_chromium()


@pytest.mark.parametrize("name", launch.ON_MACOS)
def test_on_macos_among_the_applications(machine, name):
    assert machine(f"Applications/{name}.app/Contents/MacOS/{name}") == launch.find_chromium()


def test_the_one_that_is_named_goes_first_and_the_search_path_next(machine, monkeypatch):
    machine("Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
    edge = machine("bin/msedge")
    assert launch.find_chromium() == edge
    named = machine("elsewhere/my-browser")
    monkeypatch.setenv("ITA_CHROMIUM", named)
    assert launch.find_chromium() == named
