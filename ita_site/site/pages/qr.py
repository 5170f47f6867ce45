"""The EIT QR code, as SVG within a page and as files.

Level Q: as dense as needed for a worn poster, not more; four quiet modules on explicit
white, so that it scans in dark mode as well.
"""

from __future__ import annotations

import io
from functools import lru_cache
from itertools import groupby

QUIET = 4
PNG_SCALE = 16
"""Pixels a module; a multiple of 8, so that a module fills whole bytes."""
XMLNS = "http://www.w3.org/2000/svg"


@lru_cache(maxsize=1024)
def matrix(url: str) -> tuple[tuple[bool, ...], ...]:
    """The modules with their quiet zone, True for dark."""
    import qrcode  # noqa: PLC0415 - it loads a library of pictures that is not used
    from qrcode.constants import ERROR_CORRECT_Q  # noqa: PLC0415

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_Q, border=QUIET)
    code.add_data(url)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


@lru_cache(maxsize=1024)
def strokes(url: str) -> str:
    """The dark modules as one stroked SVG path, a line a run, in relative steps."""
    path: list[str] = []
    for y, row in enumerate(matrix(url)):
        x, pen = 0, None
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                path.append(f"M{x} {y}.5h{length}" if pen is None else f"m{x - pen} 0h{length}")
                pen = x + length
            x += length
    return "".join(path)


def svg(url: str, name: str) -> str:
    """An SVG image; `name` (plain text, already escaped) tells purpose and target."""
    size = len(matrix(url))
    return (
        f'<svg xmlns="{XMLNS}" viewBox="0 0 {size} {size}" width="240"'
        f' height="240" role="img" aria-label="{name}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/>'
        f'<path stroke="#000" d="{strokes(url)}"/></svg>'
    )


def png_image(url: str) -> bytes:
    """A PNG image of one bit a pixel, `PNG_SCALE` pixels a module."""
    import png  # noqa: PLC0415 - comes with the other

    width = PNG_SCALE // 8
    dark, light = b"\x00" * width, b"\xff" * width
    rows = [b"".join(dark if module else light for module in row) for row in matrix(url)]
    out = io.BytesIO()
    size = len(rows) * PNG_SCALE
    writer = png.Writer(width=size, height=size, greyscale=True, bitdepth=1)
    writer.write_packed(out, (row for row in rows for _ in range(PNG_SCALE)))
    return out.getvalue()
