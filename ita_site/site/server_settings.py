"""The same policy and more as settings of web servers, ready to be used.

What a page cannot say itself: who may frame it, how long it is kept, what it may use of a
device. The values are those that SecureDrop asks of a page that leads to a source's channel
(its `docs/admin/deployment/landing_page.rst`), as far as they hold for a whole site.
"""

from __future__ import annotations

from ita_site.site.artifact import Artifact

_DEVICES = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "usb",
    "xr-spatial-tracking",
)
_FOR_A_YEAR = "public, max-age=31536000, immutable"
_NEVER = "no-store"
_ASK_AGAIN = "no-cache"
_HSTS = "max-age=16070400"
_CHANGES_NAME = r"\.[0-9a-f]{8}\.(min\.)?[a-z0-9]+$"
"""A file whose name changes with what is in it."""
_COMPLAINTS = r"/complaints/"
_PRIVATE = r"/\.(ita-site|ht[a-z]+)(/|$)"

_NGINX = """\
# Headers for nginx, made with the site. In the server block that has this site's `root`, or, where
# several sites share one host, in the `location` of each:
#     include /path/to/headers.nginx.conf;
# A `location` with an add_header of its own needs that line as well. What may be said once only
# is yours to say, in the http or server block: server_tokens off;
# ไฟล์นี้สร้างพร้อมเว็บไซต์ สร้างใหม่ทุกครั้ง ให้ nginx อ่านด้วยคำสั่ง include ข้างต้น แล้ว reload
error_page 404 {root}404.html;
set $ita_cache "{ask_again}";
if ($uri ~ "{changes_name}") {{ set $ita_cache "{for_a_year}"; }}
if ($uri ~ "{complaints}") {{ set $ita_cache "{never}"; }}
add_header Cache-Control $ita_cache always;
{headers}
# Nobody should be able to read in the server's log who opened the complaints page.
location ~ "{complaints}" {{ set $ita_cache "{never}"; access_log off; }}
# What publishing to a shared host keeps there for a way back, and Apache's settings.
location ~ "{private}" {{ return 404; }}
# Once everything is reached by https and stays so, for half a year at a time:
# add_header Strict-Transport-Security "{hsts}" always;
"""
_APACHE = """\
# Headers for Apache, made with the site. They take effect by lying here, where AllowOverride
# permits FileInfo and Options and mod_headers is on.
# ไฟล์นี้สร้างพร้อมเว็บไซต์ สร้างใหม่ทุกครั้ง ไม่ต้องแก้
Options -Indexes
ErrorDocument 404 {root}404.html
<IfModule mod_headers.c>
{headers}
Header always set Cache-Control "{ask_again}"
Header always set Cache-Control "{for_a_year}" "expr=%{{REQUEST_URI}} =~ m#{changes_name}#"
Header always set Cache-Control "{never}" "expr=%{{REQUEST_URI}} =~ m#{complaints}#"
# Once everything is reached by https and stays so, for half a year at a time:
# Header always set Strict-Transport-Security "{hsts}"
</IfModule>
# Nobody should be able to read in the server's log who opened the complaints page. This has to be
# said where the log is set up:
# SetEnvIf Request_URI "{complaints}" unlogged
# CustomLog … combined env=!unlogged
"""
_STATIC = """\
# Headers as Netlify and Cloudflare Pages read them, made with the site.
/*
{headers}
{cached}
"""


def headers(policy: str) -> dict[str, str]:
    """What the server says with every file, but for how long it is kept."""
    return {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Permissions-Policy": ", ".join(f"{device}=()" for device in _DEVICES),
        "Cross-Origin-Opener-Policy": "same-origin",
        # The municipality's own main site may show the survey's QR code.
        "Cross-Origin-Resource-Policy": "same-site",
    }


def settings(policy: str, root: str, hashed: list[str]) -> tuple[Artifact, ...]:
    """The files that servers read.

    `root` is the path of the site on its server, `/` at both ends; `hashed` are the files, below
    it, whose names change with what is in them.
    """
    said = headers(policy)
    return (
        Artifact("headers.nginx.conf", _filled(_NGINX, root, said, 'add_header {} "{}" always;')),
        Artifact(".htaccess", _filled(_APACHE, root, said, 'Header always set {} "{}"')),
        Artifact("_headers", _filled(_STATIC, root, said, "  {}: {}", _cached(hashed))),
    )


def _filled(template: str, root: str, said: dict[str, str], line: str, cached: str = "") -> bytes:
    text = template.format(
        headers="\n".join(line.format(name, value) for name, value in said.items()),
        cached=cached,
        root=root,
        ask_again=_ASK_AGAIN,
        for_a_year=_FOR_A_YEAR,
        never=_NEVER,
        hsts=_HSTS,
        changes_name=_CHANGES_NAME,
        complaints=_COMPLAINTS,
        private=_PRIVATE,
    )
    return text.encode()


def _cached(hashed: list[str]) -> str:
    """Such hosts know no patterns, join what is said twice, and let a page be asked for anew."""
    kept = {"/complaints/": _NEVER, "/:agency/complaints/": _NEVER}
    kept |= {f"/{path}": _FOR_A_YEAR for path in hashed}
    return "\n".join(f"{path}\n  Cache-Control: {value}" for path, value in kept.items())
