"""What the client said of the symptoms, by the newest assessment that lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...records.base import key_of, texts
from ...records.care import Assessment
from .base import Reason

if TYPE_CHECKING:
    from ...records.parts import Symptom
    from .base import Case


def symptoms(case: Case) -> list[tuple[int, Symptom, str]]:
    """The symptoms as last listed, each with its number and the file it stands in."""
    for entry in reversed(case.entries):
        listed = entry.record.symptoms if isinstance(entry.record, Assessment) else None
        if isinstance(listed, tuple):
            return [(n, symptom, entry.stem) for n, symptom in enumerate(listed)]
    return []


def told(case: Case, field: str) -> list[tuple[str, Reason]]:
    """What stands under a key of the symptoms, such as `worse_with`: each text with its place."""
    entries = {entry.stem: entry for entry in case.entries}
    name = key_of(field)
    return [
        (text, Reason(f"{name.replace('-', ' ')}: {text}", entries[stem].span(("symptoms", n, name), key=True)))
        for n, symptom, stem in symptoms(case)
        for text in texts(getattr(symptom, field))
    ]


def sore_side(case: Case) -> str | None:
    """The one side on which it hurts; None where both sides or the middle do, or no side was told."""
    places = [place for _, symptom, _ in symptoms(case) for place in texts(symptom.where)]
    sides = {place.split(" ")[0] for place in places}
    return sides.pop() if len(sides) == 1 and sides <= {"left", "right"} else None
