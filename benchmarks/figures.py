"""Figures beside `python -c pass` in one run: `python benchmarks/figures.py [--rounds N]`.

Each figure of the library is read, posed and drawn so many times, with `python -c pass` between them; its time is that
of one processor. A handout with three figures is compared with the same handout whose exercises have none.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from massageplan.figures.drawing import draw
from massageplan.figures.reading import read
from massageplan.text.reader import parse

ROOT = Path(__file__).resolve().parent.parent
EXERCISES = ROOT / "massageplan" / "library" / "exercises"
RIVERSIDE = ROOT / "examples" / "riverside"
MOST_MEDIAN, MOST_LARGEST, MOST_HANDOUT, MOST_BYTES = 6.0, 15.0, 20.0, 30_000
PASS = [sys.executable, "-c", "pass"]
MPLAN = str(Path(sys.executable).parent / "mplan")
BARE = "base:"


def process(command: list[str]) -> float:
    """Seconds one process takes."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


def figures() -> dict[str, object]:
    """What stands behind `figure` in each built-in exercise that has a posture to show."""
    found: dict[str, object] = {}
    for path in sorted(EXERCISES.glob("*.yaml")):
        document = parse(path.name, path.read_bytes()).document
        data = document.data.get("figure") if document else None
        if isinstance(data, dict):
            found[path.stem] = data
    return found


def drawn(name: str, data: object) -> tuple[float, int]:
    """Seconds of processor time that a figure takes from its words to its SVG, and the bytes of that."""
    begun = time.process_time()
    figure = read(data).figure
    if figure is None:
        raise SystemExit(f"{name} cannot be read")
    svg = draw(figure, name).svg
    return time.process_time() - begun, len(svg.encode())


def each(rounds: int) -> bool:
    """The median and the largest of all figures, in times `python -c pass`; and their size."""
    all_figures = figures()
    times: dict[str, list[float]] = {name: [] for name in all_figures}
    sizes: dict[str, int] = {}
    base: list[float] = []
    for _ in range(rounds):
        for n, (name, data) in enumerate(all_figures.items()):
            if n % 10 == 0:
                base.append(process(PASS))
            seconds, sizes[name] = drawn(name, data)
            times[name].append(seconds)
    unit = statistics.median(base)
    medians = {name: statistics.median(found) / unit for name, found in times.items()}
    middle, largest = statistics.median(medians.values()), max(medians, key=lambda name: medians[name])
    size, heaviest = statistics.median(sizes.values()), max(sizes, key=lambda name: sizes[name])
    print(f"{len(all_figures)} figures; python -c pass {unit * 1000:.1f} ms")
    print(f"median {middle:.2f} times, at most {MOST_MEDIAN:g}")
    print(f"largest {medians[largest]:.2f} times ({largest}), at most {MOST_LARGEST:g}")
    print(f"SVG {size / 1000:.1f} kB in the median, at most {MOST_BYTES / 1000:g}")
    print(f"largest {sizes[heaviest] / 1000:.1f} kB ({heaviest})")
    return middle <= MOST_MEDIAN and medians[largest] <= MOST_LARGEST and size <= MOST_BYTES


def handout(rounds: int) -> bool:
    """What three figures add to a handout, in times `python -c pass`."""
    with tempfile.TemporaryDirectory() as place:
        with_figures, without = Path(place, "with"), Path(place, "without")
        for folder in (with_figures, without):
            shutil.copytree(RIVERSIDE, folder, ignore=shutil.ignore_patterns("out"))
        own = without / "library" / "exercises"
        own.mkdir(parents=True, exist_ok=True)
        for name in figures():
            text = (EXERCISES / f"{name}.yaml").read_text(encoding="utf-8")
            before, _, after = text.partition("\nfigure:\n")
            rest = after[after.index("\nsources:") :] if "\nsources:" in after else ""
            (own / f"{name}.yaml").write_text(before + rest + "\n", encoding="utf-8")
        times: dict[str, list[float]] = {"pass": [], "with": [], "without": []}
        for n in range(rounds):
            times["pass"].append(process(PASS))
            for name, folder in (("with", with_figures), ("without", without)):
                out = Path(place, f"{name}-{n}.html")
                asked = ["handout", "jd-7k2m", "--practice", str(folder), "--today", "2026-10-07", "--out", str(out)]
                times[name].append(process([MPLAN, *asked]))
                drawings = out.read_text(encoding="utf-8").count("<svg")
            print(f"\r{n + 1} of {rounds}", end="", file=sys.stderr)
        print(file=sys.stderr)
    unit = statistics.median(times["pass"])
    added = (statistics.median(times["with"]) - statistics.median(times["without"])) / unit
    print(f"three figures add {added:.1f} times to a handout, at most {MOST_HANDOUT:g} ({drawings} drawings without)")
    return added <= MOST_HANDOUT


def main() -> int:
    """Run both; exit code 1 if a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    asked = parser.parse_args()
    return 0 if each(asked.rounds) & handout(asked.rounds) else 1


if __name__ == "__main__":
    sys.exit(main())
