"""`mplan explain`."""

from __future__ import annotations

from typing import Annotated

import typer


def _complete(incomplete: str) -> list[str]:
    from ..findings import SEVERITIES

    return [name for name in SEVERITIES if name.startswith(incomplete)]


def run(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="Name of a finding, as check prints it.", autocompletion=_complete),
    ] = None,
) -> None:
    """Say what a finding means and how to settle it; without a name, list them all."""
    from ..checks.registry import names, page
    from ..errors import UsageError
    from ..findings import SEVERITIES, did_you_mean
    from ..report.pages import as_terminal

    if name is None:
        wide = max(map(len, names()))
        for each in names():
            print(f"{each:<{wide}}  {SEVERITIES[each]:<7}  {page(each).title}")
        return
    if name not in SEVERITIES:
        raise UsageError(
            f"No finding is called {name[:60]!r}.", did_you_mean(name, names()) or "see all: mplan explain"
        )
    print(as_terminal(name, SEVERITIES[name], page(name)), end="")
