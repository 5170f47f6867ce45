"""Files of LibreOffice (`.odt`, `.ods`) to blocks."""

from __future__ import annotations
