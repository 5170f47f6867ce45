"""How well office files are read: `make bench`, or `python -m tests.bench.import_quality`.

Office files of every shape, made from a seed, go through `ita-site import` into an empty project
each; every value of their keys is then looked for. With the open vocabulary; with two that were
held back from those who write the reader, and of which kinds of failures have been mended since;
with five more (`fresh`, `rural`, `distant`, `outlying`, `novel`), whose first figures stand at the
head of their words; with what offices write on most days (`everyday`); with what three kinds of
offices write in an ordinary year (`usual`); with what clerks of four kinds write on a working day
(`candid`); with the plain words of four other kinds (`plainspoken`); and with the words of four
kinds that are seldom thought of (`workaday`). Options: seeds, parts of files' names (`.pdf`), and
`--failures` for each value that is not right.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.office_files.desk import YEAR
from tests.bench.office_files.found import look
from tests.bench.office_files.judge import Score, Verdict, judge
from tests.bench.office_files.key import Fate
from tests.bench.office_files.make import OfficeFile, office_files
from tests.bench.table import in_columns, say

if TYPE_CHECKING:
    from collections.abc import Sequence

SEED = 1
VOCABULARIES = (
    *("open", "held_back", "unseen", "fresh", "rural"),
    *("distant", "outlying", "novel", "everyday", "usual", "candid", "plainspoken", "workaday"),
)
COLUMNS = tuple(Verdict)[:7]
ASKS_TO_LOOK = re.compile("โปรดดูเอง|ไม่ได้นำเข้า")
"""From here on the command names what an officer should look at."""
Results = list[tuple[OfficeFile, Score]]


def main() -> None:
    """Measure and print; takes a minute."""
    seeds = [int(word) for word in sys.argv[1:] if word.isdigit()] or [SEED]
    parts = [word for word in sys.argv[1:] if not word.isdigit() and word[:2] != "--"]
    for vocabulary in VOCABULARIES:
        results = [result for seed in seeds for result in measured(seed, vocabulary, parts)]
        say(f"\nImport of office files, vocabulary {vocabulary}, seed {seeds}")
        print_table(results)
        print_fields(results)
        if "--failures" in sys.argv:
            print_failures(results)


def measured(seed: int, vocabulary: str, parts: Sequence[str] = ()) -> Results:
    """Import every file of this seed whose name has one of the parts; judge what came of it."""
    files = [
        file
        for file in office_files(seed, vocabulary)
        if not parts or any(part in file.name for part in parts)
    ]
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(_imported, files))


def _imported(file: OfficeFile) -> tuple[OfficeFile, Score]:
    with tempfile.TemporaryDirectory() as name:
        project, outside = Path(name) / "project", Path(name) / "file"
        for folder in (project / "data", outside):
            folder.mkdir(parents=True)
        code, said = _import(project, file.write(outside))
        return file, judge(file.made.facts, file.made.titles, look(project, said, code))


def _import(project: Path, path: Path) -> tuple[int, str]:
    command = [sys.executable, "-m", "ita_site", "import", str(path), "--year", str(YEAR)]
    environment = os.environ | {"PYTHONUTF8": "1"}
    environment.pop("ITA_DATA", None)
    done = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    if "Traceback" in done.stderr:
        sys.exit(f"{path.name}: {done.stderr}")
    asked = ASKS_TO_LOOK.search(done.stdout)
    return done.returncode, done.stdout[asked.start() :] if asked else ""


def print_table(results: Results) -> None:
    """A line a shape, and the whole."""
    heads = ("shape", "files", "measures right", "values", *COLUMNS, "beside", "kept", "leaked")
    shapes: dict[str, Results] = defaultdict(list)
    for file, score in results:
        shapes[file.shape].append((file, score))
    lines = [_line(name, each) for name, each in shapes.items()]
    in_columns([heads, *lines, _line("all", results)])
    counts, total = _counts(results)
    doubted = counts[Verdict.DOUBTED] / total
    say(
        f"  right {share_right(results):.1%} (of them doubted {doubted:.1%}), "
        f"wrong and silent {counts[Verdict.SILENT]}, lost {counts[Verdict.LOST]}"
    )


def print_fields(results: Results) -> None:
    """A line a field, over all shapes."""
    fields: dict[str, Counter[Verdict]] = defaultdict(Counter)
    for _, score in results:
        for each in score.judged:
            if each.fact.fate is Fate.DATA:
                fields[each.fact.fields[0]][each.verdict] += 1
    lines = [
        (name, f"{counts.total()}", *(str(counts[verdict] or "") for verdict in COLUMNS))
        for name, counts in sorted(fields.items())
    ]
    say("")
    in_columns([("field", "values", *COLUMNS), *lines])


def share_right(results: Results) -> float:
    """How much of what belongs into the data is where it belongs, doubted or not."""
    counts, total = _counts(results)
    return (counts[Verdict.RIGHT] + counts[Verdict.DOUBTED]) / total


def _counts(results: Results) -> tuple[Counter[Verdict], int]:
    """Verdicts of the values that belong into the data, and how many these are."""
    verdicts = [
        each.verdict for _, score in results for each in score.judged if each.fact.fate is Fate.DATA
    ]
    return Counter(verdicts), len(verdicts)


def _line(name: str, results: Results) -> tuple[str, ...]:
    counts, total = _counts(results)
    judged = [each for _, score in results for each in score.judged]
    rest = [each.verdict for each in judged if each.fact.fate is Fate.REST]
    out = [each.verdict for each in judged if each.fact.fate is Fate.OUT]
    return (
        name,
        str(len(results)),
        str(sum(score.measures_right for _, score in results)),
        str(total),
        *(str(counts[verdict] or "") for verdict in COLUMNS),
        str(sum(len(score.beside) for _, score in results) or ""),
        f"{rest.count(Verdict.REST)}/{len(rest)}" if rest else "",
        f"{out.count(Verdict.LEAKED)}/{len(out)}" if out else "",
    )


def print_failures(results: Results) -> None:
    """Each value that is not right, and each that stands beside."""
    good = (Verdict.RIGHT, Verdict.DOUBTED, Verdict.LEFT_OUT)
    for file, score in results:
        for each in score.judged:
            if each.verdict not in good and (each.fact.fate, each.verdict) != ("rest", "rest"):
                fact = each.fact
                say(f"{file.name}: {each.verdict}: {fact.fields} {fact.heading!r} {fact.printed!r}")
        for value in score.beside:
            say(f"{file.name}: beside: {value.field} {value.round or ''} {sorted(value.forms)}")


if __name__ == "__main__":
    main()
