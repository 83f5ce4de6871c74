"""Figures without their names, for a naming test: `python benchmarks/naming.py FOLDER [--seed N] [--each N]`.

Writes pages of numbered figures in an order of their own, and `key.txt`, which says what each number is. Readers who
know neither the pages nor the library say of each number what the person does; a figure that fewer than 85 of 100
readings name rightly is drawn again. The model is the comprehension test of ISO 9186-1 (named from memory, not read).
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

from massageplan.figures.drawing import draw
from massageplan.figures.reading import read
from massageplan.text.reader import parse

EXERCISES = Path(__file__).resolve().parent.parent / "massageplan" / "library" / "exercises"
STYLE = (
    "body { font: bold 16px sans-serif; margin: 12px } main { display: grid; grid-template-columns: repeat(3, 1fr) }"
    " figure { border: 1px solid #ccc; margin: 0; padding: 12px; text-align: center; break-inside: avoid }"
    " svg { height: auto; max-width: 100% }"
)


def pictures() -> dict[str, str]:
    """The SVG of each built-in figure by the id of its exercise, without words."""
    found: dict[str, str] = {}
    for path in sorted(EXERCISES.glob("*.yaml")):
        document = parse(path.name, path.read_bytes()).document
        figure = read(document.data.get("figure")).figure if document else None
        if figure is not None:
            found[path.stem] = draw(figure, path.stem).svg
    return found


def pages(folder: Path, seed: int, each: int) -> int:
    """Write the pages and their key; gives the number of figures."""
    drawn = list(pictures().items())
    random.Random(seed).shuffle(drawn)
    folder.mkdir(parents=True, exist_ok=True)
    for first in range(0, len(drawn), each):
        some = enumerate(drawn[first : first + each], start=first + 1)
        shown = "".join(f"<figure>{svg}<figcaption>{number}</figcaption></figure>" for number, (_, svg) in some)
        page = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Figures</title><style>{STYLE}</style>'
        (folder / f"page-{first // each + 1:02}.html").write_text(
            f"{page}<main>{shown}</main></html>", encoding="utf-8"
        )
    key = "".join(f"{number} {name}\n" for number, (name, _) in enumerate(drawn, start=1))
    (folder / "key.txt").write_text(key, encoding="utf-8")
    return len(drawn)


def main() -> int:
    """Write what a naming test needs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1, help="another order for each reader")
    parser.add_argument("--each", type=int, default=9, help="figures on a page")
    asked = parser.parse_args()
    print(f"{pages(asked.folder, asked.seed, asked.each)} figures in {asked.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
