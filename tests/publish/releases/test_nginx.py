"""nginx with the headers made for it, of one site and of several under one host."""

from __future__ import annotations

import urllib.error
import urllib.request

import pytest

from ita_site.site.server_settings import headers, settings
from tests.publish.releases.servers import web_server

ASSET = "assets/style.01234567.min.css"
FILES = ("index.html", "404.html", "complaints/index.html", ASSET, ".ita-site/state.json")


def policy(name):
    return f"default-src 'none'; img-src https://{name}.example"


def make_site(folder, name, root):
    for path in FILES:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"{name} {path}", "utf-8")
    for artifact in settings(policy(name), root, [ASSET]):
        (folder / artifact.path).write_bytes(artifact.content)
    return folder / "headers.nginx.conf"


def ask(address):
    """Status, headers as a list, and text."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()


def check(home, name):
    wanted = headers(policy(name))
    for path, kept in (("", "no-cache"), ("complaints/", "no-store"), (ASSET, "immutable")):
        status, got, text = ask(home + path)
        assert (status, text.split()[0]) == (200, name), path
        assert {key: got.get_all(key) for key in wanted} == {k: [v] for k, v in wanted.items()}
        assert kept in got["Cache-Control"], path
        assert len(got.get_all("Cache-Control")) == 1
    status, got, text = ask(f"{home}nowhere/")
    assert (status, text) == (404, f"{name} 404.html")
    assert got.get_all("Content-Security-Policy") == [wanted["Content-Security-Policy"]]
    assert ask(f"{home}.ita-site/state.json")[0] == 404


def test_one_site_in_the_server_block(tmp_path):
    file = make_site(tmp_path / "www", "a", "/")
    with web_server(tmp_path / "nginx", tmp_path / "www", f'include "{file}";') as home:
        check(home, "a")


@pytest.mark.parametrize("way", ["root", "alias"])
def test_two_sites_of_one_host_each_in_its_location(tmp_path, way):
    www, blocks = tmp_path / "www", ""
    for name in ("a", "b"):
        folder = www / name if way == "root" else tmp_path / f"elsewhere-{name}"
        file = make_site(folder, name, f"/{name}/")
        alias = f'alias "{folder}/";' if way == "alias" else ""
        blocks += f'location /{name}/ {{ {alias} include "{file}"; }}\n'
    www.mkdir(exist_ok=True)
    with web_server(tmp_path / "nginx", www, blocks) as home:
        for name in ("a", "b"):
            check(f"{home}{name}/", name)


def test_two_sites_whose_files_both_stand_in_the_server_block_start(tmp_path):
    """The files say nothing that may be said only once, though each then speaks for both."""
    www = tmp_path / "www"
    files = [make_site(www / name / "current", name, f"/{name}/current/") for name in ("a", "b")]
    both = " ".join(f'include "{file}";' for file in files)
    with web_server(tmp_path / "nginx", www, both) as home:
        for name in ("a", "b"):
            status, got, text = ask(f"{home}{name}/current/")
            assert (status, text) == (200, f"{name} index.html")
            assert got["X-Content-Type-Options"] == "nosniff"
