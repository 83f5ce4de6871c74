"""Measurements, always as ratios taken side by side in one run: `python benchmarks/run.py [--bulk CLIENTS]`.

Start-up is compared with `python -c pass`; the bulk check with only parsing the same files with the same parser on as
many processes, and with `check-jsonschema` on a sample of them.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # measure what users have: compiled modules
ROOT = Path(__file__).resolve().parent.parent
RIVERSIDE = ROOT / "examples" / "riverside"
FIRST = ROOT / "examples" / "first-visits"
BASE = [sys.executable, "-c", "pass"]
MPLAN = [str(Path(sys.executable).parent / "mplan")]
START: dict[str, tuple[list[str], float]] = {
    "--version": (["--version"], 1.7),
    "--help": (["--help"], 7),
    "check one client": (["check", "jd-7k2m", "--practice", str(RIVERSIDE), "--today", "2026-11-01"], 13),
    "handout as HTML": (
        ["handout", "jd-7k2m", "--practice", str(RIVERSIDE), "--today", "2026-10-07", "--out", os.devnull + ".html"],
        36,  # three figures on it: 22 without, and at most 20 that benchmarks/figures.py measures apart
    ),
    "plan as draft": (["plan", "sg-3k9d", "--practice", str(FIRST), "--today", "2026-11-01", "--print"], 18),
}
"""Command and the most it may cost, in times `python -c pass`."""


def once(command: list[str], may_find: bool = False) -> float:
    """Seconds one process takes; `may_find` allows exit code 1, findings."""
    begun = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    took = time.perf_counter() - begun
    if done.returncode not in ((0, 1) if may_find else (0,)):
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}")
    return took


def start_up(rounds: int) -> bool:
    """Interleave base and commands, and print the median of each and its ratio to the base."""
    commands = {"python -c pass": BASE} | {name: [*MPLAN, *args] for name, (args, _) in START.items()}
    commands["handout as HTML"][-1] = str(Path(tempfile.mkdtemp()) / "handout.html")
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(once(command, may_find=name.startswith("check")))
    base = statistics.median(times["python -c pass"])
    print(f"{'python -c pass':<20}{base * 1000:8.1f} ms")
    good = True
    for name, (_, most) in START.items():
        ratio = statistics.median(times[name]) / base
        good &= ratio <= most
        print(f"{name:<20}{statistics.median(times[name]) * 1000:8.1f} ms {ratio:6.2f} times, at most {most}")
    return good


PARSE = """
import sys, gc
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from massageplan.text.reader import parse
def work(files):
    gc.disable()
    for file in files:
        parse(file, Path(file).read_bytes())
    return len(files)
if __name__ == "__main__":
    files = sorted(str(p) for p in Path(sys.argv[1], "clients").glob("*/*.yaml"))
    n, chunk = int(sys.argv[2]), 300
    chunks = [files[i:i + chunk] for i in range(0, len(files), chunk)]
    if n > 1:
        with ProcessPoolExecutor(n) as pool:
            list(pool.map(work, chunks))
    else:
        list(map(work, chunks))
"""

CHECK = """
import sys
from datetime import date
from pathlib import Path
from massageplan.workflows.check import check_practice
import resource
report = check_practice(Path(sys.argv[1]), date(2026, 11, 1), processes=int(sys.argv[2]))
own, children = (resource.getrusage(w).ru_maxrss for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(report.clients, report.records, len(report.findings), own // 1024, children // 1024)
"""


def bulk(clients: int, rounds: int) -> bool:
    """Check a generated practice beside only parsing it, on one process and on two."""
    good = True
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "practice"
        subprocess.run([sys.executable, str(ROOT / "benchmarks/generate.py"), str(folder), str(clients)], check=True)
        scripts = {name: Path(place) / f"{name}.py" for name in ("parse", "check")}
        scripts["parse"].write_text(PARSE)
        scripts["check"].write_text(CHECK)
        for processes in (1, 2):
            times: dict[str, list[float]] = {"parse": [], "check": []}
            for _ in range(rounds):
                for name, script in scripts.items():
                    times[name].append(once([sys.executable, str(script), str(folder), str(processes)]))
            parse, check = (statistics.median(times[name]) for name in ("parse", "check"))
            good &= check / parse <= 2
            print(
                f"{processes} process(es): parse {parse:.2f} s, check {check:.2f} s, "
                f"{check / parse:.2f} times, at most 2"
            )
        said = subprocess.run(
            [sys.executable, str(scripts["check"]), str(folder), "1"], capture_output=True, text=True, check=True
        ).stdout.split()
        good &= int(said[3]) < 200
        print(f"clients {said[0]}, records {said[1]}, findings {said[2]}, memory {said[3]} MB, at most 200")
        good &= beside_check_jsonschema(folder, check / (clients * 12))
    return good


def beside_check_jsonschema(folder: Path, ours: float) -> bool:
    """The time per file of `check-jsonschema` on a hundred sessions, beside ours on all files."""
    command = Path(sys.executable).parent / "check-jsonschema"
    if not command.exists():
        print("check-jsonschema is not installed; not compared")
        return True
    files = [str(p) for p in sorted((folder / "clients").glob("*/*-session.yaml"))[:200]]
    schema = str(ROOT / "schemas" / "session.schema.json")
    few, many = (once([str(command), "--schemafile", schema, *files[:n]]) for n in (20, 200))
    theirs = (many - few) / 180
    print(
        f"check-jsonschema {theirs * 1000:.2f} ms a file, mplan {ours * 1000:.3f}, "
        f"{theirs / ours:.0f} times, at least 60"
    )
    return theirs / ours >= 60


def main() -> int:
    """Run the measurements asked for; exit code 1 if a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--bulk", type=int, metavar="CLIENTS", help="also check this many generated clients")
    asked = parser.parse_args()
    print(json.dumps({"python": sys.version.split()[0], "cores": os.cpu_count()}))
    good = start_up(asked.rounds)
    if asked.bulk:
        good &= bulk(asked.bulk, 3)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
