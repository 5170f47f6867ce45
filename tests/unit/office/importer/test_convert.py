"""Files of old kinds: converted when asked for, by the LibreOffice that is installed."""

from __future__ import annotations

import pytest

from ita_site.office.importer.formats.convert import convert_if_old
from ita_site.office.importer.formats.office_file import RefusedError
from ita_site.office.importer.formats.readers import read_blocks
from ita_site.site.documents import libreoffice

RTF = rb"{\rtf1\ansi\ansicpg874 \u3649?\u3612?\u3609?\par}"
NEEDED = pytest.mark.skipif(libreoffice._find() is None, reason="LibreOffice is not installed")  # noqa: SLF001


@NEEDED
def test_an_old_text_becomes_one_that_is_read_and_stays_itself(tmp_path):
    old = tmp_path / "แผน.rtf"
    old.write_bytes(RTF)
    made = convert_if_old(old)
    assert made == tmp_path / "แผน.docx"
    assert [block.text for block in read_blocks(made).blocks] == ["แผน"]
    assert old.read_bytes() == RTF


def test_a_conversion_that_lies_there_is_not_written_over(tmp_path):
    (tmp_path / "แผน.rtf").write_bytes(RTF)
    (tmp_path / "แผน.docx").write_bytes(b"mine")
    assert convert_if_old(tmp_path / "แผน.rtf").read_bytes() == b"mine"


def test_a_file_that_is_read_anyway_is_left_alone(tmp_path):
    (tmp_path / "a.txt").write_text("ก", "utf-8")
    assert convert_if_old(tmp_path / "a.txt") == tmp_path / "a.txt"


@pytest.mark.parametrize(
    ("program", "code"), [(None, "ITA954"), ("/bin/false", "ITA955")], ids=["absent", "failing"]
)
def test_what_cannot_be_converted_is_told(program, code, tmp_path, monkeypatch):
    monkeypatch.setattr(libreoffice, "_find", lambda: program)
    (tmp_path / "แผน.rtf").write_bytes(RTF)
    with pytest.raises(RefusedError) as refused:
        convert_if_old(tmp_path / "แผน.rtf")
    assert refused.value.code == code
    assert list(tmp_path.iterdir()) == [tmp_path / "แผน.rtf"]
