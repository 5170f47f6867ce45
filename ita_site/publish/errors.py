"""Why a site was not published."""

from __future__ import annotations

from ita_site.problems import CodedError


class PublishError(CodedError):
    """Publishing was refused or failed. Readers still see what they saw before."""

    words = "publish/messages.yml"
