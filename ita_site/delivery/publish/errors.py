"""Why a site was not published."""

from __future__ import annotations

from ita_site.facts.problems import CodedError


class PublishError(CodedError):
    """Publishing was refused or failed; `untouched` where nothing readers see was touched."""

    words = "delivery/publish/messages.yml"
    untouched = False
