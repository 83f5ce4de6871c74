"""`mplan assess`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from .context import ClientArgument, PracticeOption, TodayOption
from .record import DateOption, EditOption, FromOption, TherapistOption, record


def _complete_region(incomplete: str) -> list[str]:
    from ..workflows.library import ids_of

    return [id for id in ids_of("region") if id.startswith(incomplete)]


def _complete_presentation(incomplete: str) -> list[str]:
    from ..workflows.library import ids_of

    return [id for id in ids_of("presentation") if id.startswith(incomplete)]


def run(
    client: ClientArgument,
    region: Annotated[
        str | None,
        typer.Option(
            "--region",
            metavar="REGION",
            help="Where to begin, such as low-back, neck or shoulder.",
            autocompletion=_complete_region,
        ),
    ] = None,
    presentation: Annotated[
        str | None,
        typer.Option(
            "--like",
            metavar="ID",
            help="The picture of the library it is most like, such as lbp-chronic.",
            autocompletion=_complete_presentation,
        ),
    ] = None,
    edit: EditOption = False,
    source: FromOption = None,
    date: DateOption = None,
    therapist: TherapistOption = None,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Assess a client: what they feel, warning signs, and what you measure.

    Asks on a terminal in the order of a first visit (Enter skips, < goes back, ? explains). It suggests what to test in
    the region and shows usual and last values beside. Or takes it from --edit or --from.
    """
    told: dict[str, Any] = {}
    if region or presentation:
        from ..workflows.library import entry

        region = entry(practice, "region", region).id if region else None
        if presentation:
            item = entry(practice, "presentation", presentation)
            told["presentation"] = item.id
            region = region or str(item.data.get("region") or "") or None
    record("assessment", client, edit, source, (date, therapist, practice, today_), told, region=region)
