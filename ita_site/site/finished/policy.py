"""The policy that a page carries itself, for servers that cannot be told anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.site.policy.inline import inline_code

if TYPE_CHECKING:
    from ita_site.site.policy.inline import Inline

_ALWAYS = (
    "default-src 'none'",
    "img-src 'self' data:",  # The theme's stylesheet holds its icons as data.
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)
_OURS = re.compile(r'\n<meta http-equiv="Content-Security-Policy"[^>]*>')
_PLACE = re.compile(r"<head\b[^>]*>(?:\s*<meta charset=[^>]*>)?", re.IGNORECASE)
"""Before everything that the policy is about; the charset has to be even earlier."""
_OUTSIDE = re.compile(r"""<a\b(?=[^>]*\shref=["']?https?:)[^>]*>""", re.IGNORECASE)
_REL = re.compile(r"""\srel=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_GUARDS = ("noopener", "noreferrer")


def content_security_policy(inline: Inline) -> str:
    """A Content-Security-Policy (W3C CSP level 3) for what stands within one page or many."""
    return "; ".join(
        (
            *_ALWAYS,
            _sources("script-src", inline.scripts),
            _sources("style-src", inline.styles),
            *([_aligning(inline)] if inline.alignments else []),
        )
    )


def protected(html: str) -> tuple[str, Inline]:
    """A finished page with its policy and guarded links; and what stands within it.

    What has no `<head>` is no page and stays as it is.
    """
    inline = inline_code(html)
    policy = content_security_policy(inline)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    page = _PLACE.sub(lambda found: f"{found[0]}\n{meta}", _OURS.sub("", html), count=1)
    return guarded(page), inline


def guarded(html: str) -> str:
    """HTML whose links to other sites neither hand over the window nor say where they stand."""
    return _OUTSIDE.sub(lambda found: _guarded_link(found[0]), html)


def _guarded_link(tag: str) -> str:
    own = " ".join("".join(found) for found in _REL.findall(tag)[:1]).split()
    tokens = " ".join([*own, *(guard for guard in _GUARDS if guard not in own)])
    return f'{_REL.sub("", tag, count=1)[:-1].rstrip()} rel="{tokens}">'


def _sources(directive: str, digests: frozenset[str]) -> str:
    return " ".join((directive, "'self'", *sorted(digests)))


def _aligning(inline: Inline) -> str:
    return " ".join(("style-src-attr", "'unsafe-hashes'", *sorted(inline.alignments)))
