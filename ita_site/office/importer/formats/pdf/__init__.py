"""PDF files with text to blocks, in a process of their own: their libraries are not bounded.

`isolated` starts `child`, which reads the letters of each page (`pdfium`), finds their `layout`
and prints blocks.
"""

from __future__ import annotations
