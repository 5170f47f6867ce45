"""What a build refuses, before it touches the last good site."""

from __future__ import annotations

import os
import re
import shutil

import pytest
from bs4 import BeautifulSoup

from tests.commands import everything_said
from tests.depth import thorough
from tests.site.project import contents, copy_project, mkdocs, run
from tests.site.small_project import small_project


@pytest.fixture(scope="session")
def _good_project(tmp_path_factory):
    project = copy_project(tmp_path_factory.mktemp("good") / "project")
    mkdocs(project, project / "site").succeeded()
    return project


@pytest.fixture
def project(tmp_path, _good_project):
    """A copy of the project with its site already built."""
    return shutil.copytree(_good_project, tmp_path / "project", symlinks=True)


def refused(project):
    """Build again, which must fail and leave every byte of the good site."""
    before = contents(project / "site")
    assert len(before) > 40
    done = mkdocs(project, project / "site")
    assert done.code == 1, done.log
    assert "Traceback" not in done.log
    assert contents(project / "site") == before
    return done.log


def append(file, line):
    """Add a line to a file; gives its number."""
    text = file.read_text("utf-8").rstrip("\n")
    file.write_text(f"{text}\n{line}\n", "utf-8")
    return text.count("\n") + 2


def test_wrong_data_costs_nothing_and_every_mistake_is_named_at_once(project):
    channels = append(project / "data/channels.yml", "recieverr: ใครสักคน")
    agency = append(project / "data/agency.yml", "  \tname: x")
    year = append(project / "data/2568/year.yml", "assessment_year: 2568")
    progress = project / "data/2566/progress.yml"
    text = progress.read_text("utf-8")
    progress.write_text(text.replace("status: done", "status: finnished", 1), "utf-8")
    status = text[: text.index("status: done")].count("\n") + 1

    log = refused(project)

    assert "ข้อมูลยังเผยแพร่ไม่ได้" in log
    assert "เว็บไซต์เดิมยังอยู่ครบ" in log
    for place in (
        f"data/channels.yml:{channels}:",
        f"data/agency.yml:{agency}:",
        f"data/2568/year.yml:{year}:",
        f"data/2566/progress.yml:{status}:",
    ):
        assert re.search(re.escape(place) + r"\d+: error ITA\d+", log), (place, log)


def test_what_is_wrong_is_told_in_english_where_that_is_asked_for(tmp_path):
    faulty = {"data/2566/measures.yml": "measures:\n  - id: a\n    titel: ก\n"}
    done = run(small_project(tmp_path, faulty), "ita-site", "build", "--lang", "en")
    assert done.code == 1
    assert "cannot be published yet, to be mended: 1 (the site that was there stays)" in done.log
    assert re.search("measures.yml:3:5: error ITA202 .* — ", done.log)
    assert not re.search("เผยแพร่ไม่ได้|ยังอยู่ครบ|ไม่รู้จักช่อง", done.log)


@pytest.mark.thorough
def test_a_missing_data_folder_costs_nothing(project):
    (project / "data").rename(project / "elsewhere")
    assert "ITA222" in refused(project)


@pytest.mark.parametrize(
    "name",
    [
        "2566/o42.md",
        *thorough("2566/o42/index.md", "2566/o42/README.md", "2566/measures.csv"),
    ],
)
def test_a_hand_written_file_at_a_generated_address_is_refused(project, name):
    file = project / "content" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("# ของฉัน\n", "utf-8")
    log = refused(project)
    assert "ITA502" in log
    assert f"content/{name}" in log


def test_a_block_that_does_not_exist_is_refused_with_its_line(project):
    text = "# หน้า\n\n<!-- ita:sumary -->\n\n<!-- ita:scores year=2560 -->\n"
    (project / "content/page.md").write_text(text, "utf-8")
    log = refused(project)
    assert "content/page.md:3:1: error ITA501" in log
    assert "content/page.md:5:1: error ITA503" in log
    assert "summary" in log


@pytest.mark.thorough
def test_addresses_that_would_break_published_ones_are_refused(project):
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "\nuse_directory_urls: false\n", "utf-8")
    assert "use_directory_urls" in refused(project)


@pytest.mark.thorough
def test_a_theme_whose_search_has_no_worker_is_refused(project):
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("  custom_dir: overrides", "  custom_dir: other"), "utf-8")
    worker = project / "other/assets/javascripts/workers/search.00000000.min.js"
    worker.parent.mkdir(parents=True)
    worker.write_text("", "utf-8")
    log = refused(project)
    assert "search: one worker expected in the theme, found 2" in log


@pytest.mark.thorough
@pytest.mark.parametrize(
    "config", ["", *thorough("{{ super() }}{{ super() }}")], ids=["never", "twice"]
)
def test_a_page_that_does_not_start_the_search_once_is_refused(project, config):
    main = project / "overrides/main.html"
    block = f"{{% block config %}}{config}{{% endblock %}}"
    main.write_text(f'{{% extends "ita.html" %}}{block}', "utf-8")
    done = mkdocs(project, project / "site")
    assert done.code == 1
    assert "index.html:1:1: error ITA515" in done.log
    assert "Traceback" not in done.log


def _change(project, old, new):
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    assert old in text
    settings.write_text(text.replace(old, new), "utf-8")


def test_a_theme_that_cannot_bear_the_look_is_refused_with_the_remedy(project):
    _change(project, "  name: material\n", "  name: readthedocs\n")
    log = refused(project)
    assert "readthedocs" in log
    assert "name: material" in log


@pytest.mark.thorough
def test_fonts_of_another_server_are_switched_off_aloud(project):
    before = contents(project / "site")
    _change(project, "  name: material\n", "  name: material\n  font: {text: Kanit}\n")
    assert "theme.font" in refused(project)
    done = mkdocs(project, project / "site", "--no-strict").succeeded()
    assert "theme.font" in done.log
    after = contents(project / "site")
    assert before.keys() == after.keys()
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {"ita-manifest.json"}  # it has the digest of the settings


@pytest.mark.thorough
def test_the_search_is_there_unless_it_is_switched_off(project):
    page = (project / "site/index.html").read_text("utf-8")
    assert "md-search" in page
    _change(project, "  - ita-site\n", "  - search\n  - ita-site: {search: false}\n")
    mkdocs(project, project / "site").succeeded()
    page = (project / "site/index.html").read_text("utf-8")
    assert "md-search" not in page
    assert not (project / "site/search").exists()


@pytest.mark.thorough
def test_a_block_of_the_look_is_changed_by_a_file_of_its_name(project):
    main = '{% extends "ita.html" %}{% block footer %}<footer>ท้ายหน้าของเรา</footer>{% endblock %}'
    (project / "overrides/main.html").write_text(main, "utf-8")
    mkdocs(project, project / "site").succeeded()
    page = BeautifulSoup((project / "site/2566/o43/index.html").read_text("utf-8"), "lxml")
    assert [footer.get_text() for footer in page.select("footer")] == ["ท้ายหน้าของเรา"]
    assert page.select_one("[data-ita=complaint-banner]")


@pytest.mark.parametrize("name", ["assets/leak.txt", "main.html", "assets/leaks"])
def test_a_link_in_the_look_brings_nothing_in(project, name):
    (project / "overrides" / name).symlink_to("/etc" if name.endswith("s") else "/etc/passwd")
    assert f"overrides/{name}:1:1: error ITA128" in refused(project)
    code, said = everything_said(project, "check")
    assert code == 1
    assert f"overrides/{name}:1:1: error ITA128" in said


def _link(content):
    (content / "papers").mkdir()
    (content / "papers/minutes.pdf").symlink_to("/proc/self/environ")


def _linked_folder(content):
    (content / "papers").symlink_to("/etc")


def _broken_link(content):
    (content / "minutes.md").symlink_to("nothing.md")


def _name_in_tis_620(content):
    (content / os.fsdecode("ประกาศ.md".encode("tis-620"))).write_text("# ก\n", "utf-8")


def _page_in_tis_620(content):
    (content / "old.html").write_bytes("<html>ประกาศ</html>".encode("tis-620"))


def _own_template(content):
    (content / "x.md").write_text("---\ntemplate: nothere.html\n---\n\n# ก\n", "utf-8")


def _own_frame(content):
    (content / "x.md").write_text("---\nita: x\n---\n\n# ก\n", "utf-8")


def _colon(content):
    (content / "x.md").write_text("---\ntitle: ประกาศ: 1\n---\n\n# ก\n", "utf-8")


@pytest.mark.parametrize(
    ("put", "code"),
    [
        (_link, "ITA128"),
        (_name_in_tis_620, "ITA520"),
        (_page_in_tis_620, "ITA523"),
        *thorough(
            (_linked_folder, "ITA128"),
            (_broken_link, "ITA128"),
            (_own_template, "ITA528"),
            (_own_frame, "ITA528"),
            (_colon, "ITA102"),
        ),
    ],
)
def test_what_lies_among_the_pages_costs_no_good_site(project, put, code):
    put(project / "content")
    assert f"error {code}" in refused(project)
    check = run(project, "ita-site", "check")
    assert (check.code, f"error {code}" in check.log) == (1, True)


def test_what_comes_after_the_reading_is_not_published(tmp_path):
    hook = "import os\n\n\ndef on_pre_build(config):\n    for name in ('late.txt', 'late.md'):\n"
    hook += "        os.symlink('/etc/passwd', os.path.join(config.docs_dir, name))\n"
    project = small_project(tmp_path / "project", {"hook.py": hook})
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "\nhooks: [hook.py]\n", "utf-8")
    done = run(project, "mkdocs", "build").succeeded()
    assert "late.txt" in done.log
    assert not [name for name, data in contents(project / "site").items() if b"root:x" in data]
