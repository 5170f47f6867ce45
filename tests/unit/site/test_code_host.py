"""The history of a file on the code hosts that are known, and nothing on others."""

from __future__ import annotations

import pytest

from ita_site.site.code_host import history_url


@pytest.mark.parametrize(
    ("edit", "history"),
    [
        (
            "https://github.com/o/r/edit/main/data/2566/year.yml",
            "https://github.com/o/r/commits/main/data/2566/year.yml",
        ),
        (
            "https://gitlab.com/o/r/edit/main/data/year.yml",
            "https://gitlab.com/o/r/-/commits/main/data/year.yml",
        ),
        (
            "https://git.a.example/o/g/r/-/edit/main/data/year.yml",
            "https://git.a.example/o/g/r/-/commits/main/data/year.yml",
        ),
        (
            "https://git.a.example/o/r/_edit/main/data/edit/x/year.yml",
            "https://git.a.example/o/r/commits/branch/main/data/edit/x/year.yml",
        ),
        (
            "https://codeberg.org/o/r/_edit/main/data/year.yml",
            "https://codeberg.org/o/r/commits/branch/main/data/year.yml",
        ),
        ("https://git.a.example/o/r/edit/main/data/year.yml", None),
        ("https://github.com/o/r/blob/main/data/year.yml", None),
        ("https://bitbucket.org/o/r/src/main/data/year.yml?mode=edit", None),
    ],
)
def test_the_history_follows_from_the_address_to_edit(edit, history):
    assert history_url(edit) == history
