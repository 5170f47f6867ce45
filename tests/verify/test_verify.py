"""What reading a live site back finds."""

from __future__ import annotations

import datetime
import io
import json
from dataclasses import replace

import pytest
from click.testing import CliRunner
from PIL import Image

from ita_site.cli import main
from ita_site.delivery.verify import run
from ita_site.delivery.verify.finding import Finding
from ita_site.delivery.verify.pages import content_faults, read_qr_code
from ita_site.delivery.verify.run import Verified, report_lines, verify
from ita_site.site.manifest import NAME, Entry
from ita_site.site.pages import qr
from tests.links.internet import Reply
from tests.verify.conftest import BANNER, PAGE, SITE, SURVEY

DAY = datetime.timedelta(days=1)


def codes(live, url=SITE) -> list[tuple[str, str]]:
    live.stand()
    found = verify(url, live.manifest).findings
    return [(it.code, it.details.get("path", "")) for it in found]


def test_a_site_as_it_was_built(live):
    found = verify(SITE, live.manifest)
    assert [it.message() for it in found.findings] == []
    assert found.files == 5


def test_the_site_alone_can_be_asked(live):
    assert verify(SITE.rstrip("/"), None).is_good
    live.files["index.html"] += b" "
    assert codes(live) == [("ITA872", "index.html")]


@pytest.mark.parametrize("path", ["index.html", "ไทย/หน้า 1.html", "assets/a.css"])
def test_a_file_that_is_gone(live, path):
    del live.files[path]
    assert ("ITA871", path) in codes(live)


def test_another_release(live):
    live.files[NAME] = live.files[NAME].replace(b'"commit": null', b'"commit": "feedbeef"')
    assert codes(live) == [("ITA874", "")]


def test_files_of_another_release_are_not_told_one_by_one(live):
    """But what belongs to neither release is."""
    built = {
        **live.manifest.files,
        "new.html": Entry("0" * 64, 1),
        "index.html": Entry("1" * 64, 1),
    }
    live.files["assets/a.css"] = b"of neither"
    live.stand()
    found = verify(SITE, replace(live.manifest, files=built, commit="feedbeef")).findings
    assert [(it.code, it.details.get("path")) for it in found] == [
        ("ITA874", None),
        ("ITA872", "assets/a.css"),
    ]


def test_of_many_alike_the_first_few_are_told():
    alike = tuple(Finding("ITA872", path=f"{number}.html") for number in range(9))
    lines = list(report_lines(Verified((*alike, Finding("ITA883", path="x")))))
    assert len(lines) == 5 + 1 + 1
    assert lines[5] == "… ITA872 +4"


@pytest.mark.parametrize("content", [b"{", b"[]", b"<html>", b'{"format": 9}'])
def test_a_manifest_that_is_none(live, content):
    live.files[NAME] = content
    assert codes(live) == [("ITA873", NAME)]


def test_no_manifest_at_all(live):
    del live.files[NAME]
    assert codes(live) == [("ITA873", NAME)]


@pytest.mark.parametrize("kind", ["expired", "of-somebody", "unknown", "self-signed"])
def test_a_certificate_nobody_accepts(live, internet, kind):
    internet.certify("site.example", kind)
    assert codes(live) == [("ITA870", NAME)]


def test_a_certificate_that_ends_soon(live, internet):
    soon = datetime.datetime.now(datetime.UTC) + 20 * DAY
    context = internet.certificates["site.example"]
    issued = internet.authority.issue_cert("site.example", not_after=soon)
    issued.configure_cert(context)
    assert codes(live) == [("ITA875", "")]
    assert verify(SITE, live.manifest).is_good


def test_headers(live):
    del live.headers["X-Frame-Options"], live.headers["Permissions-Policy"]
    live.headers["Referrer-Policy"] = "unsafe-url"
    live.stand()
    missing, other = verify(SITE, live.manifest).findings
    assert missing.details == {"header": "X-Frame-Options, Permissions-Policy"}
    assert other.details["header"] == "Referrer-Policy"
    assert not missing.is_error


@pytest.mark.parametrize("reply", [Reply(200), Reply(302, {"Location": "/start"})])
def test_http_that_does_not_lead_to_https(live, reply):
    live.says["http://site.example/"] = reply
    assert codes(live) == [("ITA878", "")]


def test_a_site_without_https(live):
    live.stand()
    live.internet.replies |= {
        address.replace("https:", "http:"): reply
        for address, reply in live.internet.replies.items()
        if address.startswith("https:")
    }
    found = verify("http://site.example/", live.manifest).findings
    assert [it.code for it in found] == ["ITA884"]


def test_our_notes_on_a_shared_host_open_to_readers(live):
    live.says[f"{SITE}.ita-site/state.json"] = Reply(200, live.headers, body=b"{}")
    assert codes(live) == [("ITA883", ".ita-site/state.json")]


def test_a_page_without_banner(live):
    live.files["index.html"] = PAGE.replace(BANNER, "").encode()
    assert ("ITA879", "index.html") in codes(live)


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="https://cdn.example/x.js"></script>',
        '<img srcset="/a.png 1x, https://cdn.example/b.png 2x">',
        '<link rel="preconnect" href="//cdn.example">',
        '<p style="background: url(https://cdn.example/a.png)">',
        "<style>@import 'https://cdn.example/a.css';</style>",
        '<object data="https://cdn.example/x">',
        '<script>fetch("https://cdn.example/count")</script>',
        '<script type="module">import a from "https://cdn.example/a.js"</script>',
        '<script>new WebSocket("wss://cdn.example/live")</script>',
    ],
)
def test_a_page_that_asks_another_host(live, markup):
    live.files["index.html"] = f"{PAGE}{markup}".encode()
    live.stand()
    found = [it for it in verify(SITE, live.manifest).findings if it.code == "ITA880"]
    assert [it.details["host"] for it in found] == ["cdn.example"]


@pytest.mark.parametrize(
    "markup",
    ['<a href="https://x.example/">', '<link rel="canonical" href="https://x.example/">', "<img>"],
)
def test_a_mere_link_asks_nobody(live, markup):
    live.files["index.html"] = f"{PAGE}{markup}".encode()
    assert codes(live) == [("ITA872", "index.html")]


def test_a_style_sheet_that_asks_another_host(live):
    live.files["assets/a.css"] = b"@font-face { src: url('https://fonts.example/a.woff2') }"
    assert ("ITA880", "assets/a.css") in codes(live)


@pytest.mark.parametrize(
    "line",
    [
        'fetch( "https://cdn.example/a.json")',
        "import('//cdn.example/a.js')",
        'x.open("GET", "https://cdn.example/")',
        "image.src = `https://cdn.example/i.gif`",
    ],
)
def test_a_script_that_asks_another_host(line):
    (found,) = content_faults(SITE, "assets/a.js", line.encode())
    assert (found.code, found.details["host"]) == ("ITA880", "cdn.example")


@pytest.mark.parametrize("line", ['fetch("/a.json")', '// see https://x.example/\nlet a = "//"'])
def test_a_script_that_asks_its_own_host(line):
    assert not [*content_faults(SITE, "assets/a.js", line.encode())]


def test_a_code_as_it_should_be(survey):
    assert codes(survey) == []


def test_a_code_that_leads_elsewhere(survey):
    survey.files["eit/qr.png"] = qr.png_image("https://evil.example/")
    assert ("ITA882", "eit/qr.png") in codes(survey)


def test_a_code_that_cannot_be_read(survey):
    survey.files["eit/qr.png"] = qr.png_image("x")[:200]
    assert ("ITA881", "eit/qr.png") in codes(survey)


@pytest.mark.parametrize("content", [b"no image", b"", qr.png_image("x")[:200]])
def test_an_image_without_code(content):
    assert read_qr_code(content) is None


def two_codes(first: str, second: str) -> bytes:
    """One image with two codes side by side."""
    left, right = (Image.open(io.BytesIO(qr.png_image(address))) for address in (first, second))
    both = Image.new("L", (left.width + right.width, max(left.height, right.height)), 255)
    both.paste(left, (0, 0))
    both.paste(right, (left.width, 0))
    out = io.BytesIO()
    both.save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("order", [1, -1], ids=["ours first", "theirs first"])
def test_of_two_codes_nobody_knows_which_is_scanned(survey, order):
    """A second code beside ours is as bad as none, whichever a phone takes."""
    survey.files["eit/qr.png"] = two_codes(*[SURVEY, "https://evil.example/"][::order])
    assert ("ITA881", "eit/qr.png") in codes(survey)


def test_a_second_code_on_the_page(survey):
    own, theirs = qr.svg(SURVEY, "x").encode(), qr.svg("https://evil.example/", "x").encode()
    page = survey.files["eit/index.html"]
    survey.files["eit/index.html"] = page.replace(own, own + theirs)
    assert ("ITA881", "eit/index.html") in codes(survey)


def test_a_code_on_the_page_that_leads_elsewhere(survey):
    own, theirs = qr.svg(SURVEY, "x").encode(), qr.svg("https://evil.example/", "x").encode()
    survey.files["eit/index.html"] = survey.files["eit/index.html"].replace(own, theirs)
    assert ("ITA882", "eit/index.html") in codes(survey)


@pytest.mark.parametrize("browser", ["", "/bin/true"], ids=["none", "one that ends at once"])
def test_codes_nobody_could_look_at_are_told(survey, monkeypatch, browser):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("ITA_CHROMIUM", browser)
    (found,) = verify(SITE, survey.manifest).findings
    assert (found.code, found.level, found.details["count"]) == ("ITA885", "warning", "1")


def test_a_copy_on_the_way_grows_old(live, monkeypatch):
    """The first look meets the old release, the second the new one."""
    old = Reply(200, live.headers, body=live.files[NAME].replace(b'"x"', b'"old"'))
    new = Reply(200, live.headers, body=live.files[NAME])
    live.internet.replies[SITE + NAME] = [old, new]
    monkeypatch.setattr(run, "BETWEEN", 0.01)
    assert verify(SITE, live.manifest, wait=30).is_good


def test_the_command(live, tmp_path):
    command = ["verify", SITE, "--manifest", str(tmp_path / "site" / NAME)]
    done = CliRunner().invoke(main, command)
    assert (done.exit_code, done.output) == (0, "อ่านกลับ 5 ไฟล์ รุ่น –: ผิด 0 เตือน 0\n")
    live.files["index.html"] = b"x"
    live.stand()
    done = CliRunner().invoke(main, [*command, "--format", "json", "--lang", "en"])
    said = json.loads(done.output)
    assert done.exit_code == 1
    assert [entry["code"] for entry in said["findings"]] == ["ITA872", "ITA879"]


def test_after_a_rollback_the_site_alone_is_asked(live, tmp_path):
    newer = tmp_path / "newer.json"
    newer.write_bytes(replace(live.manifest, commit="feedbeef").as_json())
    command = ["verify", SITE, "--manifest", str(newer)]
    done = CliRunner().invoke(main, command)
    assert (done.exit_code, "ITA874" in done.output, "--live" in done.output) == (1, True, True)
    assert CliRunner().invoke(main, [*command, "--live"]).exit_code == 0


def test_what_is_no_address():
    assert CliRunner().invoke(main, ["verify", "site.example"]).exit_code == 2
