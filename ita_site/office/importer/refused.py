"""Why a file was not read."""

from __future__ import annotations

from ita_site.facts.problems import CodedError


class RefusedError(CodedError):
    """A file that cannot be imported. Nothing was written."""

    words = "office/importer/messages.yml"
