"""Whether Thai can be set in pictures here: by Raqm, which Pillow has from most places.

Without it tone marks would stand beside their letters; then no picture is made.
"""

from __future__ import annotations

from functools import cache
from typing import Final

NO_RAQM: Final = (
    "ไม่มีภาพสำหรับแชร์ลิงก์ เพราะ Pillow ในเครื่องนี้วางสระและวรรณยุกต์ไทยไม่ได้ (ไม่มี Raqm)"
    " หน้าเว็บใช้ภาพรวม assets/share.png แทน"
)


@cache
def can_draw() -> bool:
    """Whether Thai can be set here."""
    from PIL import features  # noqa: PLC0415 - loaded only where pictures are made

    return bool(features.check("raqm"))
