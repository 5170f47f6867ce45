"""What PyYAML's C loader takes for every YAML file below a folder.

    python -m tests.bench.load_yaml FOLDER

Prints the seconds of the work itself, without those of starting.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import yaml

files = sorted(Path(sys.argv[1]).rglob("*.yml"))
start = time.perf_counter()
for file in files:
    yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
sys.stdout.write(str(time.perf_counter() - start))
