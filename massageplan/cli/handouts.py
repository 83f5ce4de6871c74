"""`mplan handout --all`: what became of each client's handout, and the sum."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from .context import stopwatch

if TYPE_CHECKING:
    from collections.abc import Iterable
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
    made = list(_told(make_all(house, Batch(now, forms, paper, large, language), progress)))
    failed = sum(bool(each.problem) for each in made)
    good = sum(bool(each.paths) for each in made)
    print(_sum(good, failed, sum(not each.planned for each in made)), file=sys.stderr)
    raise typer.Exit(int(failed > 0))


def _told(made: Iterable[Made]) -> Iterable[Made]:
    """Each, once it is printed where it lies, or why there is none."""
    from ..report.safe import one_line

    for each in made:
        for remark in each.remarks:
            print(one_line(f"note: {each.code}: {remark}"), file=sys.stderr)
        if each.problem:
            print(one_line(f"{each.code}: {each.problem}"), file=sys.stderr)
        for path in each.paths:
            print(path, flush=True)
        yield each


def _sum(good: int, failed: int, without: int) -> str:
    made = f"{good} handout{'' if good == 1 else 's'} made"
    rest = [f"{failed} not"] if failed else []
    if without:
        rest.append(f"{without} active client{' has' if without == 1 else 's have'} no plan in force")
    return ", ".join([made, *rest])
