"""Links of facts."""

from __future__ import annotations

import pytest
import qrcode
from qrcode.constants import ERROR_CORRECT_Q
from qrcode.exceptions import DataOverflowError

from ita_site.facts.model.channels import Channels
from ita_site.facts.model.described import leaves
from ita_site.facts.schemas.files import MODELS
from ita_site.rules.checks.links import links_of
from ita_site.rules.checks.year import MOST_OF_A_QR_CODE


def test_every_link_of_a_fact_is_walked():
    channels = Channels.model_validate(
        {"channels": [{"kind": "web", "label": "ก", "url": "https://a.example/"}]}
    )
    (link,) = links_of(channels)
    assert link.path == ("channels", 0, "url")
    assert link.shown == ("web", "ก")


def test_files_with_links_are_those_that_are_checked():
    """A link field in another file would be checked by nobody."""
    holding = {
        file
        for file, model in MODELS.items()
        for leaf in leaves(model)
        if leaf.names[-1] in ("url", "website", "site_url")
    }
    assert holding == {
        *("agency.yml", "channels.yml", "oit.yml", "portal.yml", "progress.yml", "year.yml")
    }


def test_a_code_holds_as_much_as_the_rule_says():
    def code(size: int) -> None:
        made = qrcode.QRCode(error_correction=ERROR_CORRECT_Q)
        made.add_data("a" * size)
        made.make()

    code(MOST_OF_A_QR_CODE)
    with pytest.raises((DataOverflowError, ValueError)):
        code(MOST_OF_A_QR_CODE + 1)
