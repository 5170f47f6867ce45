"""What the servers' settings say; that servers take them is tried in tests/site."""

from __future__ import annotations

import re

from ita_site.site.server_settings import headers, settings

POLICY = "default-src 'none'; script-src 'self' 'sha256-AAAA'"
HASHED = ["assets/javascripts/bundle.01234567.min.js"]
LONGEST_LINE = 2000
"""What Cloudflare Pages reads of a line of `_headers`."""
MOST_RULES = 100


def texts(root="/"):
    return {file.path: file.content.decode() for file in settings(POLICY, root, HASHED)}


def said(name, pattern):
    return dict(re.findall(pattern, texts()[name], re.MULTILINE))


def test_every_server_says_the_same():
    wanted = headers(POLICY)
    nginx = said("headers.nginx.conf", r'^add_header (\S+) "(.*)" always;$')
    apache = said(".htaccess", r'^Header always set (\S+) "(.*)"$')
    apache.pop("Cache-Control")
    everywhere = re.search(r"^/\*\n((?:  .+\n)+)", texts()["_headers"], re.MULTILINE)[1]
    static = dict(line.strip().split(": ", 1) for line in everywhere.splitlines())
    assert nginx == apache == static == wanted


def test_the_servers_say_what_securedrop_asks_of_a_page_that_leads_to_a_channel():
    found = headers(POLICY)
    assert found["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'none'"
    assert found["X-Frame-Options"] == "DENY"
    assert found["X-Content-Type-Options"] == "nosniff"
    assert found["Referrer-Policy"] == "no-referrer"
    devices = found["Permissions-Policy"].split(", ")
    assert all(re.fullmatch(r"[a-z-]+=\(\)", device) for device in devices)
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(devices)


def test_https_for_good_is_a_suggestion_since_it_cannot_be_taken_back():
    for name in ("headers.nginx.conf", ".htaccess"):
        lines = [line for line in texts()[name].splitlines() if "Strict-Transport" in line]
        assert len(lines) == 1
        assert lines[0].startswith("# ")
        assert "16070400" in lines[0]


def test_static_hosts_read_every_line_and_join_nothing():
    text = texts()["_headers"]
    assert max(map(len, text.splitlines())) < LONGEST_LINE
    rules = [line for line in text.splitlines() if line.startswith("/")]
    assert len(rules) == len(set(rules)) < MOST_RULES
    assert "Cache-Control" not in text[: text.index("/complaints/")]


def test_a_file_whose_name_changes_is_kept_and_the_complaints_page_is_not():
    text = texts()["_headers"]
    assert f"\n/{HASHED[0]}\n  Cache-Control: public, max-age=31536000, immutable\n" in text
    assert "\n/complaints/\n  Cache-Control: no-store\n" in text


def test_the_page_for_unknown_addresses_is_found_below_a_path():
    assert "ErrorDocument 404 /ita/404.html\n" in texts("/ita/")[".htaccess"]
    assert "error_page 404 /ita/404.html;\n" in texts("/ita/")["headers.nginx.conf"]


def test_nginx_keeps_to_itself_what_a_shared_host_holds_for_a_way_back():
    text = texts()["headers.nginx.conf"]
    closed = re.search(r'^location ~ "(.+)" { return 404; }$', text, re.MULTILINE)
    private = re.compile(closed[1])
    assert private.search("/.ita-site/state.json")
    assert private.search("/ita/.ita-site/releases/000001.zip")
    assert private.search("/.htaccess")
    assert not private.search("/.well-known/security.txt")
    assert not private.search("/help/ita-site/index.html")
