"""Why a file was not read."""

from __future__ import annotations

from ita_site.problems import CodedError


class RefusedError(CodedError):
    """A file that cannot be imported. Nothing was written."""

    words = "intake/messages.yml"
