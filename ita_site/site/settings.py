"""What the environment says of a run: which data, which day, what to do about faults."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.facts.problems import ItaSiteError
from ita_site.facts.thai.calendar import THAILAND, BEDate

if TYPE_CHECKING:
    from ita_site.facts.problems import Language

ANSWERS = {"": None, "0": False, "false": False, "no": False, "1": True, "true": True, "yes": True}


def data_dir(configured: str | None = None, project: Path | None = None) -> Path:
    """The data folder: `ITA_DATA`, else the one configured, else `data`.

    `ITA_DATA` is relative to where one stands, as every path that is typed; the others are
    relative to the folder of the `project`'s settings, where there is one. The path is as
    short as messages are to name it: relative to where one stands, when it lies below.
    """
    if typed := os.environ.get("ITA_DATA"):
        return Path(typed)
    folder = Path(configured or "data")
    return folder if project is None else _as_seen_from_here(project / folder)


def _as_seen_from_here(path: Path) -> Path:
    """Neither `..` nor a link is followed: the name stays the officer's own."""
    whole, here = Path(os.path.abspath(path)), Path.cwd()  # noqa: PTH100 - `resolve` follows links
    return whole.relative_to(here) if whole.is_relative_to(here) else whole


def keeps_going(asked: bool) -> bool:  # noqa: FBT001 - the one thing it is about
    """Whether one agency's faulty data lets the others be built: `ITA_KEEP_GOING`, else as asked.

    Raises:
        ItaSiteError: when that variable is neither yes nor no.
    """
    stated = os.environ.get("ITA_KEEP_GOING", "")
    if stated not in ANSWERS:
        message = f"ITA_KEEP_GOING ต้องเป็น 1 หรือ 0 ไม่ใช่ “{stated}”"
        raise ItaSiteError(message)
    return asked if ANSWERS[stated] is None else bool(ANSWERS[stated])


def language() -> Language:
    """The language in which a build tells what is wrong: `ITA_LANG`, else Thai.

    Raises:
        ItaSiteError: when that variable is neither th nor en.
    """
    stated = os.environ.get("ITA_LANG") or "th"
    if stated not in ("th", "en"):
        message = f"ITA_LANG ต้องเป็น th หรือ en ไม่ใช่ “{stated}”"
        raise ItaSiteError(message)
    return "en" if stated == "en" else "th"


def jobs_wanted() -> int:
    """In how many processes a portal's agencies are made: `ITA_JOBS`; 0 for all in this one.

    Raises:
        ItaSiteError: when that variable is no such number.
    """
    stated = os.environ.get("ITA_JOBS") or "0"
    if not (stated.isascii() and stated.isdigit()):
        message = f"ITA_JOBS ต้องเป็นจำนวนโพรเซส เช่น 2 ไม่ใช่ “{stated}”"
        raise ItaSiteError(message)
    return int(stated)


def tells_changes() -> bool:
    """Whether pages may tell what changed when, where a history is known: `ITA_LOG`, else yes.

    Raises:
        ItaSiteError: when that variable is neither on nor off.
    """
    stated = os.environ.get("ITA_LOG", "on")
    if stated not in ("on", "off"):
        message = f"ITA_LOG ต้องเป็น on หรือ off ไม่ใช่ “{stated}”"
        raise ItaSiteError(message)
    return stated == "on"


def today() -> BEDate:
    """The day of the build: that of `SOURCE_DATE_EPOCH`, else today in Thailand.

    Raises:
        ItaSiteError: when that variable is not a number of seconds.
    """
    epoch = source_date_epoch()
    now = datetime.datetime.now(THAILAND)
    moment = now if epoch is None else datetime.datetime.fromtimestamp(epoch, THAILAND)
    return BEDate.from_date(moment.date())


def epoch_of_build() -> int:
    """The moment of the build in seconds since 1970: `SOURCE_DATE_EPOCH`, else now.

    Raises:
        ItaSiteError: when that variable is not a number of seconds.
    """
    epoch = source_date_epoch()
    return int(datetime.datetime.now(THAILAND).timestamp()) if epoch is None else epoch


def source_date_epoch() -> int | None:
    """The moment of `SOURCE_DATE_EPOCH` in seconds since 1970; None where it is not set.

    Raises:
        ItaSiteError: when that variable is not a number of seconds.
    """
    stated = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        epoch = int(stated) if stated else None
        datetime.datetime.fromtimestamp(epoch or 0, THAILAND)
    except (ValueError, OverflowError) as error:
        message = f"SOURCE_DATE_EPOCH ต้องเป็นจำนวนวินาที ไม่ใช่ “{stated}”"
        raise ItaSiteError(message) from error
    return epoch
