"""Several runs of MkDocs within one command, each in a process of its own where there are many."""

from __future__ import annotations

import gc
import logging
import math
import multiprocessing
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


log = get_plugin_logger(__name__)


def progress_teller() -> Callable[[int, int], None]:
    """Tells how many of how many agencies are made, and how long the others will take."""
    started = time.monotonic()

    def tell(done: int, count: int) -> None:
        left = (time.monotonic() - started) / done * (count - done)
        log.info("สร้างแล้ว %d หน่วยงาน เหลือ %d (อีกราว %d วินาที)", done, count - done, math.ceil(left))

    return tell


def pool_of(processes: int) -> ProcessPoolExecutor:
    """Processes that begin with what this one has loaded, where the system can do that."""
    method = "fork" if sys.platform == "linux" else "spawn"
    return ProcessPoolExecutor(processes, multiprocessing.get_context(method))


def build_once(settings: str, site: Path, **wanted: object) -> None:
    """Run MkDocs once, for the part of the site that is wanted: a `batch`, or what is `own`."""
    config = load_config(settings, site_dir=str(site))
    plugin = config.plugins["ita-site"]
    for name, part in wanted.items():
        setattr(plugin, name, part)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def reason_of_failure(make: Callable[[], None]) -> str:
    """Make pages without a log of it; gives why that could not be done."""
    gc.unfreeze()
    gc.collect()  # what the run before has left, for memory to stay flat
    level = logging.getLogger("mkdocs").level
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    try:
        make()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, it is told
        known = error.__context__  # MkDocs has told a plugin's words, and only gives up
        return str(known) if isinstance(known, PluginError) else f"{type(error).__name__}: {error}"
    finally:
        logging.getLogger("mkdocs").setLevel(level)
    return ""
