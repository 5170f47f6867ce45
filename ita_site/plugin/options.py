"""What a project may say of us in its settings."""

from __future__ import annotations

from mkdocs.config import base
from mkdocs.config import config_options as opt

from ita_site.site.pdf.press import CHOICES

WORDS_OF_YAML: dict[object, str] = {True: "on", False: "off"}
"""What YAML makes of `on` and `off` without quotes."""


class ItaSiteConfig(base.Config):  # type: ignore[no-untyped-call]
    """Options under `plugins: - ita-site:` in mkdocs.yml."""

    data_dir = opt.Optional(opt.Type(str))
    """The data folder, relative to mkdocs.yml. Default: data. The environment variable ITA_DATA
    goes before it; what that says is relative to where one stands."""
    keep_going = opt.Type(bool, default=False)
    """Whether a portal is built without the agencies whose data has errors; ITA_KEEP_GOING
    goes before it."""
    pdf = opt.Choice((*CHOICES, *WORDS_OF_YAML), default="auto")
    """Whether pages are offered as PDF: where there is a Chromium (`auto`), always, never.
    The environment variable ITA_PDF goes before it. While serving there are none."""
    search = opt.Type(bool, default=True)
    """Whether pages can be searched; `search` among the plugins has no need to be named."""
    allow_scripts = opt.ListOfItems(opt.Type(str), default=[])
    """Digests (`sha256-…`) of scripts within pages that a reviewer has seen and allowed."""

    @property
    def documents(self) -> str:
        """The choice of `pdf` in its own words."""
        return WORDS_OF_YAML.get(self.pdf, str(self.pdf))
