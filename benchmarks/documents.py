"""Handouts beside the libraries alone, in one process: `python benchmarks/documents.py [--handouts N] [--rounds N]`.

HTML is compared with Jinja and `markdown` as they come, for the same templates and the same texts; PDF with the printer
alone for the same sheets. Once for the writing only, and once with all that a handout takes from the files on disk.
"""

from __future__ import annotations

import argparse
import gettext
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FunctionLoader
from markdown import markdown

from massageplan.documents import paper
from massageplan.documents.words import fill
from massageplan.workflows.handout import Asked, Handout, make_handout
from massageplan.workflows.load import Opened, open_practice

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 9, 14)
CLIENTS = ("jd-7k2m", "mn-4t7q", "pn-8w2c")
MOST_HTML, MOST_PDF = 2.0, 1.5
EXTENSIONS = ["tables", "attr_list", "sane_lists", "md_in_html"]


def plain(sheet: Handout) -> Callable[[], str]:
    """The same templates and texts through Jinja and `markdown` as they come: no sandbox, no escaping, no page."""
    words = gettext.NullTranslations()
    env = Environment(loader=FunctionLoader(sheet.load), trim_blocks=True, lstrip_blocks=True, autoescape=False)
    env.globals["_"] = lambda message, **values: fill(words.gettext(message), values)
    env.filters |= {"prose": str, "boxes": lambda count: "☐" * (count or 0)}
    template = env.get_template(sheet.template)
    return lambda: markdown(template.render(view=sheet.view), extensions=EXTENSIONS)


def sheets(opened: Opened, handouts: int) -> list[Handout]:
    """So many handouts, of the example clients by turns, each for another week of their course."""
    return [make_handout(opened, asked(n)) for n in range(handouts)]


def asked(n: int) -> Asked:
    """The n-th handout."""
    return Asked(CLIENTS[n % len(CLIENTS)], DAY, week=1 + n % 8, paper=("letter", "a4")[n % 2], anyway=True)


def took(work: Callable[[], Any]) -> float:
    """Seconds of processor time that a piece of work takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def printers(made: list[Handout]) -> list[Callable[[], Any]]:
    """For each sheet the printer alone, on what was printed in the end."""
    kept: list[tuple[dict[str, Any], Any]] = []
    run = paper._run

    def spying(document: dict[str, Any], press: Any) -> bytes:
        kept.append((document, press))
        return run(document, press)

    out: list[Callable[[], Any]] = []
    paper._run = spying
    try:
        for sheet in made:
            sheet.layout()
            document, press = kept[-1]
            out.append(partial(run, document, press))
    finally:
        paper._run = run
    return out


def compared(name: str, ours: Callable[[], Any], theirs: Callable[[], Any], rounds: int, most: float | None) -> bool:
    """Take both by turns, print medians and their ratio."""
    pairs = [(took(ours), took(theirs)) for _ in range(rounds)]
    mine, other = (statistics.median(times) for times in zip(*pairs, strict=True))
    limit = f", at most {most}" if most else ""
    print(f"{name:<28}{mine:7.2f} s beside {other:6.2f} s: {mine / other:5.2f} times{limit}")
    return most is None or mine / other <= most


def main() -> int:
    """Run the measurements; exit code 1 if a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--handouts", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    print(json.dumps({"python": sys.version.split()[0], "cores": os.cpu_count(), "handouts": chosen.handouts}))
    opened = open_practice(ROOT / "examples" / "riverside")
    made = sheets(opened, chosen.handouts)
    bare = [plain(sheet) for sheet in made]
    html = compared(
        "HTML, writing",
        lambda: [sheet.text() for sheet in made],
        lambda: [work() for work in bare],
        chosen.rounds,
        MOST_HTML,
    )
    compared(
        "HTML, from the files",
        lambda: [make_handout(opened, asked(n)).text() for n in range(chosen.handouts)],
        lambda: [work() for work in bare],
        chosen.rounds,
        None,
    )
    alone = printers(made)
    pdf = compared(
        "PDF, writing",
        lambda: [sheet.body("pdf") for sheet in made],
        lambda: [work() for work in alone],
        max(1, chosen.rounds // 2),
        MOST_PDF,
    )
    return 0 if html and pdf else 1


if __name__ == "__main__":
    sys.exit(main())
