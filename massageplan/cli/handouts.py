"""`mplan handout --all`: what became of each client's handout, and the sum."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from .context import stopwatch

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..workflows.handouts import Made
    from ..workflows.load import Opened
    from ..workflows.printing import Form


def make(house: Opened, now: date, wanted: tuple[tuple[Form, ...], str | None, bool, str | None]) -> None:
    """Make them all, print where each lies, and end with 1 where one could not be made.

    Args:
        wanted: forms, paper, large print and language, as for one.
    """
    from ..report.progress import bar
    from ..workflows.handouts import Batch, make_all

    forms, paper, large, language = wanted
    progress = bar(sys.stderr, stopwatch, "handouts")
    made: list[Made] = []
    try:
        for each in make_all(house, Batch(now, forms, paper, large, language), progress):
            _tell(each)
            made.append(each)
    except KeyboardInterrupt:
        print(f"\nstopped after {_sum(made)}", file=sys.stderr)
        raise typer.Exit(130) from None
    print(_sum(made), file=sys.stderr)
    if doubtful := [each.code for each in made if each.doubtful]:
        print(f"look at these (mplan handout CLIENT tells why): {', '.join(doubtful)}", file=sys.stderr)
    raise typer.Exit(int(any(each.problem for each in made)))


def _tell(made: Made) -> None:
    """Where it lies, or why there is none."""
    from ..report.safe import one_line

    for remark in made.remarks:
        print(one_line(f"note: {made.code}: {remark}"), file=sys.stderr)
    if made.problem:
        print(one_line(f"{made.code}: {made.problem}"), file=sys.stderr)
    for path in made.paths:
        print(path, flush=True)


def _sum(made: Sequence[Made]) -> str:
    failed = sum(bool(each.problem) for each in made)
    without = sum(not each.planned for each in made)
    good = len(made) - failed - without
    rest = [f"{failed} not"] if failed else []
    if without:
        rest.append(f"{without} active client{' has' if without == 1 else 's have'} no plan in force")
    return ", ".join([f"{good} handout{'' if good == 1 else 's'} made", *rest])
