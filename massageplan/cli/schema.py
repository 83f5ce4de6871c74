"""`mplan schema`."""

from __future__ import annotations

from typing import Annotated

import typer


def _complete(incomplete: str) -> list[str]:
    from ..workflows.schemas import names

    return [name for name in names() if name.startswith(incomplete)]


def run(
    kind: Annotated[
        str | None, typer.Argument(metavar="KIND", help="session, plan, library/exercise ...", autocompletion=_complete)
    ] = None,
    out: Annotated[
        str | None, typer.Option("--out", metavar="FOLDER", help="Write all schemas there, for an editor or validator.")
    ] = None,
) -> None:
    """Print the JSON Schema of a kind of record; without a kind, list them."""
    from ..workflows.schemas import names, text, write_all

    if out is not None:
        print(write_all(out))
    elif kind is None:
        print("\n".join(names()))
    else:
        print(text(kind), end="")
