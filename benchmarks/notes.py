"""What a note costs: without git as times `python -c pass`, and git's share beside plain `git add` and `git commit`.

`python benchmarks/notes.py [--clients N]`: the practice is generated, 12 files a client (2,000 make 24,000 files). Git
tells its own time (trace2); the time without git is that of the same note in a practice outside any repository.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # measure what users have: compiled modules
ROOT = Path(__file__).resolve().parent.parent
MPLAN = str(Path(sys.executable).parent / "mplan")
LINE = b"n 6>4; lumbar flexion 42>48; did QL, lats; hw 4/7; next: review goal 1"
MOST, MOST_GIT = 14, 1.5


def once(command: list[str], typed: bytes = b"") -> float:
    """Seconds one process takes."""
    begun = time.perf_counter()
    done = subprocess.run(command, input=typed, capture_output=True, check=False)
    took = time.perf_counter() - begun
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode()}")
    return took


def without_git(place: Path, rounds: int) -> bool:
    """A note in a practice that is in no repository, beside `python -c pass`."""
    folder = Path(shutil.copytree(ROOT / "examples" / "riverside", place / "riverside"))
    os.environ["GIT_CEILING_DIRECTORIES"] = str(place)
    base, note = [], []
    for _ in range(rounds):
        base.append(once([sys.executable, "-c", "pass"]))
        note.append(once([MPLAN, "note", "jd-7k2m", "--practice", str(folder), "--today", "2026-10-12"], LINE))
    ratio = statistics.median(note) / statistics.median(base)
    milliseconds = statistics.median(note) * 1000
    print(f"note without git     {milliseconds:8.1f} ms {ratio:6.2f} times python -c pass, at most {MOST}")
    return ratio <= MOST


def with_git(place: Path, clients: int, rounds: int) -> bool:
    """Git's own time in a note, beside that of adding and committing a file like it by hand."""
    folder, trace, settings = place / "practice", place / "trace", place / "gitconfig"
    settings.write_text(f"[user]\nname = a\nemail = a@b.invalid\n[trace2]\neventTarget = {trace}\n", encoding="utf-8")
    os.environ.update(GIT_CONFIG_GLOBAL=str(settings), GIT_CONFIG_SYSTEM=os.devnull)
    once([sys.executable, str(ROOT / "benchmarks/generate.py"), str(folder), str(clients)])
    once(["git", "-C", str(folder), "init", "-q"])
    once(["git", "-C", str(folder), "add", "-A"])
    once(["git", "-C", str(folder), "commit", "-qm", "all"])
    codes = sorted(p.name for p in (folder / "clients").iterdir())
    note, plain = [], []
    for n in range(rounds):
        trace.unlink(missing_ok=True)
        once([MPLAN, "note", codes[n], "--practice", str(folder), "--today", "2025-01-20"], LINE)
        note.append(_own_time(trace))
        file = folder / "clients" / codes[-1 - n] / "2025-01-20-session.yaml"
        file.write_text("date: 2025-01-20\nsaid: as before\n", encoding="utf-8")
        trace.unlink(missing_ok=True)
        once(["git", "-C", str(folder), "add", str(file)])
        once(["git", "-C", str(folder), "commit", "-qm", "by hand"])
        plain.append(_own_time(trace))
    ratio = statistics.median(note) / statistics.median(plain)
    print(
        f"git in a note        {statistics.median(note) * 1000:8.1f} ms {ratio:6.2f} times plain add and commit "
        f"({statistics.median(plain) * 1000:.1f} ms) among {clients * 12} files, at most {MOST_GIT}"
    )
    return ratio <= MOST_GIT


def _own_time(trace: Path) -> float:
    """Seconds of every git that was started by none, by its own clock."""
    events = [json.loads(line) for line in trace.read_text(encoding="utf-8").splitlines()]
    return sum(float(e["t_abs"]) for e in events if e["event"] == "atexit" and "/" not in e["sid"])


def main() -> int:
    """Run both; exit code 1 if a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--clients", type=int, default=2000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        good = without_git(place, asked.rounds)
        good &= with_git(place, asked.clients, asked.rounds)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
