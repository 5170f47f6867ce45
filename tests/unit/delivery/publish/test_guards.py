"""What is never published, and what only on purpose."""

from __future__ import annotations

import dataclasses

import pytest

from ita_site.delivery.publish.guards import Permits, open_build, refuse_target
from ita_site.delivery.publish.target import Build, PublishError
from ita_site.site.manifest import NAME, Entry, Identity, Manifest
from ita_site.site.write_manifest import About, write_manifest

SITE = Identity("เทศบาลทดสอบ", "https://a.go.th/")
FORCE = Permits(force=True)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "index.html").write_text("hello", "utf-8")
    (tmp_path / "a.css").write_text("a", "utf-8")
    write_manifest(tmp_path, About(SITE))
    return tmp_path


class Shown:
    """A target that only shows what it holds."""

    def __init__(self, live=None, taken=()) -> None:
        self._live, self._taken = live, taken

    def live(self):
        return self._live

    def in_the_way(self, paths):
        return tuple(path for path in self._taken if path in set(paths))


def numbered(count, site=SITE):
    return Manifest(site, {f"{number:03}": Entry("a" * 64, 1) for number in range(count)})


def code(call, *arguments: object):
    with pytest.raises(PublishError) as error:
        call(*arguments)
    return error.value.code


def test_a_folder_as_it_was_built_is_published(folder):
    assert open_build(folder, Permits()).manifest.site == SITE


def test_no_build_is_refused(tmp_path):
    assert code(open_build, tmp_path, FORCE) == "ITA810"
    assert code(open_build, tmp_path / "none", FORCE) == "ITA810"
    (tmp_path / NAME).write_text("?", "utf-8")
    assert code(open_build, tmp_path, FORCE) == "ITA811"


@pytest.mark.parametrize("harm", ["changed", "gone", "added"])
def test_a_folder_touched_since_is_refused_and_named(folder, harm):
    file = folder / ("new.html" if harm == "added" else "index.html")
    file.unlink() if harm == "gone" else file.write_text("HELLO", "utf-8")
    with pytest.raises(PublishError, match=file.name) as error:
        open_build(folder, FORCE)
    assert error.value.code == "ITA812"


def test_demonstration_data_and_faulty_data_need_a_word_of_their_own(folder):
    write_manifest(folder, About(SITE, sample=True))
    assert code(open_build, folder, FORCE) == "ITA814"
    open_build(folder, Permits(sample=True))
    write_manifest(folder, About(SITE, errors=2, withheld=("อบต.ก (data/ก)",)))
    assert code(open_build, folder, Permits(force=True, sample=True)) == "ITA813"
    open_build(folder, Permits(incomplete=True))


def test_a_first_time_is_allowed():
    refuse_target(Build(None, numbered(3)), Shown(), Permits())


def test_another_sites_place_is_refused_unless_forced():
    build = Build(None, numbered(3))
    other = Shown(numbered(3, Identity("อื่น", "https://b.go.th/")))
    assert code(refuse_target, build, other, Permits(sample=True, incomplete=True)) == "ITA815"
    refuse_target(build, other, FORCE)


def test_thirty_of_a_hundred_files_may_vanish_and_no_more():
    live = Shown(numbered(100))
    refuse_target(Build(None, numbered(70)), live, Permits())
    assert code(refuse_target, Build(None, numbered(69)), live, Permits()) == "ITA816"
    refuse_target(Build(None, numbered(69)), live, FORCE)


@pytest.mark.parametrize("name", ["2566/o42/index.html", "files/รายงาน.pdf"])
def test_no_page_and_no_pdf_vanishes_without_a_word(name):
    new = numbered(100)
    live = Shown(dataclasses.replace(new, files={**new.files, name: Entry("b" * 64, 1)}))
    with pytest.raises(PublishError, match=name) as error:
        refuse_target(Build(None, new), live, Permits())
    assert error.value.code == "ITA819"
    refuse_target(Build(None, new), live, FORCE)


def test_the_settings_of_another_system_are_never_overwritten():
    new = Manifest(SITE, {".htaccess": Entry("a" * 64, 1)})
    assert code(refuse_target, Build(None, new), Shown(None, [".htaccess"]), FORCE) == "ITA863"


def test_files_of_others_in_the_way_are_refused_unless_forced():
    taken = Shown(numbered(3), ["001"])
    assert code(refuse_target, Build(None, numbered(3)), taken, Permits()) == "ITA817"
    refuse_target(Build(None, numbered(3)), taken, FORCE)


def test_the_same_site_under_a_new_commit_is_the_same_site():
    new = dataclasses.replace(numbered(3), commit="c" * 40, made="2026-01-01T00:00:00Z")
    refuse_target(Build(None, new), Shown(numbered(3)), Permits())
