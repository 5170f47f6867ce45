"""What an officer asks for by a command or a form, as changes to data files."""

from __future__ import annotations
