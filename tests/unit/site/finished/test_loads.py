"""What a browser would fetch for a document from another host."""

from __future__ import annotations

import pytest

from ita_site.site.finished.addresses import host_of
from ita_site.site.finished.document import HtmlDocument
from ita_site.site.finished.loads import foreign_hosts

OWN = "ita.test"


def foreign(html):
    return [address for address, _ in foreign_hosts(HtmlDocument(html).elements, OWN)]


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://evil.test/a", "evil.test"),
        (" \tHTTPS://EVIL.test:8443", "evil.test:8443"),
        ("//evil.test?q", "evil.test"),
        ("///evil.test", "evil.test"),
        ("\\\\evil.test\\a", "evil.test"),
        ("/\t/evil.test", "evil.test"),
        ("https:/evil.test", "evil.test"),
        ("https:evil.test", "evil.test"),
        ("http://ita.test@evil.test/", "evil.test"),
        ("wss://evil.test", "evil.test"),
        ("a/b.png", ""),
        ("/a//b", ""),
        ("?https://evil.test", ""),
        ("#//evil.test", ""),
        ("data:image/png;base64,//A", ""),
        ("tel:1205", ""),
        ("", ""),
    ],
)
def test_the_host_of_an_address_is_what_a_browser_takes_for_it(address, host):
    assert host_of(address) == host


@pytest.mark.parametrize(
    "element",
    [
        '<img src="E">',
        '<img alt="" srcset="a.png 1x, E 2x">',
        '<picture><source srcset="E"></picture>',
        '<script src="E"></script>',
        '<script type="text/later" src="E"></script>',
        '<link rel="stylesheet" href="E">',
        '<link rel="alternate stylesheet" href="E">',
        '<link rel="preload" as="font" href="E">',
        '<link rel="DNS-prefetch" href="E">',
        '<link rel="preload" as="image" imagesrcset="E 1x">',
        '<iframe src="E"></iframe>',
        "<iframe srcdoc=\"<img src='E'>\"></iframe>",
        '<frameset><frame src="E"></frameset>',
        '<embed src="E">',
        '<object data="E"></object>',
        '<video src="E"></video>',
        '<video poster="E"></video>',
        '<audio><source src="E"></audio>',
        '<video><track src="E"></video>',
        '<input type="image" src="E">',
        '<form action="E"></form>',
        '<a href="x" ping="E"></a>',
        '<base href="E">',
        '<body background="E">',
        '<meta http-equiv="Refresh" content="0; url=E">',
        '<meta http-equiv="refresh" content="5,E">',
        "<meta http-equiv=refresh content='0;URL = \"E\"'>",
        '<svg><use href="E"/></svg>',
        '<svg><use xlink:href="E"/></svg>',
        '<svg><image href="E"/></svg>',
        '<svg><rect fill="url(E)"/></svg>',
        '<svg><style>@import "E";</style></svg>',
        '<p style="background: url(E)">',
        "<p style=\"background: url('E')\">",
        "<style>@import url(E);</style>",
        '<style>@import "E" screen;</style>',
        '<style>@media print { a { background: URL("E") } }</style>',
        '<style>a { background: image-set("E" 1x) }</style>',
        '<style>@font-face { src: local("x"), url(E) }</style>',
        "<style>a { background: \\75rl(E) }</style>",
        "<style>b { background: url(data:,http://www.w3.org/2000/svg) url(E) }</style>",
        '<noscript><img src="E"></noscript>',
        '<template shadowrootmode="open"><img src="E"></template>',
    ],
)
@pytest.mark.parametrize("address", ["https://evil.test/x", "//evil.test/x"])
def test_nothing_that_a_browser_fetches_is_overlooked(element, address):
    assert foreign(element.replace("E", address, 1)) == [address]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://nacc.test/">ไป</a>',
        '<svg><a xlink:href="https://nacc.test/">ไป</a></svg>',
        '<link rel="canonical" href="https://elsewhere.test/">',
        '<link rel="alternate feed" href="https://elsewhere.test/">',
        '<meta property="og:image" content="https://elsewhere.test/">',
        '<img src="https://ita.test/own.png">',
        '<img src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E">',
        "<style>a { mask: url(\"data:image/svg+xml,<svg xmlns='http://w3.te/'>\") }</style>",
        '<style>/* https://elsewhere.test */ a::after { content: "//elsewhere.test" }</style>',
        '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
        '<blockquote cite="https://elsewhere.test/" title="url(x) https://elsewhere.test">',
        "<!-- <img src=https://elsewhere.test> --><p>https://elsewhere.test",
    ],
)
def test_what_waits_for_a_reader_or_stays_at_home_is_no_load(html):
    assert foreign(html) == []
