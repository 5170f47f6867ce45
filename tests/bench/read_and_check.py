"""What reading and checking a data folder takes, as `ita-site check` does it.

    python -m tests.bench.read_and_check FOLDER

Prints the seconds of the work itself, without those of starting.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from ita_site.facts.reading.publication import read_publication
from ita_site.rules.checks.run import check
from ita_site.site.settings import today

start = time.perf_counter()
problems = check(read_publication(Path(sys.argv[1])), today())
sys.stdout.write(str(time.perf_counter() - start))
if problems:
    sys.exit(f"the benchmark's data is not clean: {problems[:3]}")
