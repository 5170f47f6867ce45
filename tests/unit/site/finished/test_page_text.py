"""What a page says and where it leads: nothing on it is left out."""

from __future__ import annotations

from ita_site.site.finished.page_text import files_shown, page_text


def page(folder, body, path="2569/o25/index.html"):
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"<!doctype html><title>ชื่อ</title>{body}", "utf-8")
    return page_text(folder, path)


def test_frame_folded_and_excluded_parts_are_text(tmp_path):
    body = (
        "<header>หัว</header><main data-search-exclude>กลาง <b>หนา</b></main>"
        "<details><summary>พับ</summary>ใน</details><footer hidden>ท้าย</footer>"
        "<script>var x = 1</script><style>b{}</style>"
    )
    assert page(tmp_path, body).lines == ("ชื่อ", "หัว", "กลาง หนา", "พับ", "ใน", "ท้าย")


def test_links_stand_with_where_they_lead(tmp_path):
    body = (
        '<a href="../../eit/">สำรวจ</a><a href="//evil.example/x">สำรวจ</a>'
        '<a href=" mailto:a@b.example">เมล</a><a href="#ข">ข</a><a href="http://[">พัง</a>'
        '<form action="https://x.example/f"></form><meta http-equiv=Refresh content="0;url=/y">'
    )
    assert page(tmp_path, body).links == (
        "สำรวจ → /eit/",
        "สำรวจ → //evil.example/x",
        "เมล →  mailto:a@b.example",
        "ข → /2569/o25/#ข",
        "พัง → http://[",
        "→ https://x.example/f",
        "→ 0;url=/y",
    )


def test_no_address_passes_for_the_sites_own(tmp_path):
    (link,) = page(tmp_path, '<a href="http://here.invalid/eit/">ก</a>').links
    assert link == "ก → http://here.invalid/eit/"


def test_the_files_that_a_page_shows(tmp_path):
    page(
        tmp_path,
        '<img src="../../files/%E0%B8%81.png?x"><link rel=stylesheet href="/a.css">'
        '<a href="b.pdf">ก</a><img srcset="c.png 2x">',
    )
    shown = files_shown(tmp_path, "2569/o25/index.html")
    assert {"files/ก.png", "a.css", "2569/o25/c.png"} <= shown
    assert "2569/o25/b.pdf" not in shown
