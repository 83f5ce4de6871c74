"""What a therapist has to know of a client first: alerts, open warning signs, and what to be careful of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..records.base import texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ..clinical.screening import Act, Answer
    from ..library.catalogue import Library
    from ..records.folder import Folder
    from .recording import Work

_DEEP = "deep-pressure"
"""The block by which a precaution changes what hands do at every visit."""


def warnings(work: Work, signs: bool = True) -> list[str]:
    """A sentence for each alert of the client and each answer that is open, as they stand on the day of the record.

    What was answered in a draft that was left is told too.

    Args:
        signs: whether grave signs are named too; a drafted plan names them in its own way.
    """
    client, library = work.folder.client, work.opened.library
    return [
        *(f"ALERT: {alert}" for alert in (texts(client.alerts) if client else ())),
        *(open_signs(work.folder, library, work.day) if signs else ()),
        *(unfinished(work) if signs else ()),
        *careful(work.folder, library, work.day),
        *_decision(work),
    ]


def _decision(work: Work) -> list[str]:
    """The decision that is due or overdue at a visit, and how it is noted."""
    from .look_back import wanted

    found = wanted(work)
    return [f"{found} It is asked after the homework; in a note: decision continue; because ..."] if found else []


def open_signs(folder: Folder, library: Library, day: date) -> list[str]:
    """Grave warning signs that nobody has cleared, the gravest first, each with what to do."""
    from ..clinical.screening import acts, open_flags, to_ask

    found = open_flags(folder.entries, library, day.isoformat())
    named = [(answer, act) for answer in found if (act := acts(library, answer.id))]
    return [
        f"OPEN WARNING SIGN ({answer.entry.moment}): {act.name}. {act.advice} Once it is cleared: "
        f"{to_ask(folder.code, (answer.id,))}"
        for answer, act in named
    ]


def unfinished(work: Work) -> list[str]:
    """Grave warning signs that were answered in a draft and are in no record, each with what to do."""
    from .unfinished import go_on, signs_left

    return [
        f"WARNING SIGN IN A DRAFT ({left.draft.changed}): {act.name}. {act.advice} Go on with it: {go_on(left.draft)}"
        for left in signs_left(work.opened, work.folder)
        for act in left.signs
    ]


def careful(folder: Folder, library: Library, day: date) -> list[str]:
    """Precautions that are open and rule out deep pressure, each with what to do instead."""
    return [
        f"CAREFUL ({answer.entry.moment}{', not sure' if answer.answer == 'unsure' else ''}): {act.name}. {act.advice}"
        for answer, act in _precautions(folder, library, day)
    ]


def _precautions(folder: Folder, library: Library, day: date) -> Iterator[tuple[Answer, Act]]:
    from ..clinical.screening import acts, standing

    for answer in standing(folder.entries, day.isoformat()).values():
        act = acts(library, answer.id) if answer.is_open else None
        if act and not act.is_grave and not act.is_yellow and _DEEP in act.blocks:
            yield answer, act
