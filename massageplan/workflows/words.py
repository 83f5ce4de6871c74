"""What a one-line note may lean on: the words of the house, and what this client's records already use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clinical.course import courses, in_force
from ..clinical.measures import all_rows, split_place
from ..clinical.shorthand.known import Known
from ..clinical.shorthand.words import read_words
from ..records.base import texts
from ..store import resources
from ..text.reader import parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..records.folder import Folder
    from .load import Opened


def known(opened: Opened, folder: Folder) -> Known:
    """The words of the house, and what this client's records already use."""
    document = parse("library/words/en.yaml", resources.words()).document
    assert document is not None
    course = courses(folder)
    force = in_force(course[-1]) if course else None
    rows = all_rows(folder.entries)
    return Known(
        read_words(document.data, opened.house.practice.phrases),
        opened.library,
        tuple(dict.fromkeys(row.address for row in reversed(rows) if not row.address.startswith("homework/"))),
        tuple(dict.fromkeys(_symptoms(folder))),
        tuple(item.name for item, _ in force.homework) if force else (),
        tuple(dict.fromkeys(_techniques(force.plan.techniques))) if force else (),
        tuple(dict.fromkeys(_places(folder))),
    )


def _symptoms(folder: Folder) -> Iterable[str]:
    for entry in folder.entries:
        listed = getattr(entry.record, "symptoms", None)
        for symptom in listed if isinstance(listed, tuple) else ():
            yield symptom.what or "pain"


def _techniques(uses: object) -> Iterable[str]:
    for use in uses if isinstance(uses, tuple) else ():
        yield use.split(" ", 1)[0] if isinstance(use, str) else use.use


def _places(folder: Folder) -> Iterable[str]:
    """Places named by symptoms and by techniques that are written out."""
    for entry in folder.entries:
        listed = getattr(entry.record, "symptoms", None)
        for symptom in listed if isinstance(listed, tuple) else ():
            yield from (split_place(place)[1] for place in texts(symptom.where))
        for uses in (getattr(entry.record, "did", None), getattr(entry.record, "techniques", None)):
            for use in uses if isinstance(uses, tuple) else ():
                if not isinstance(use, str):
                    yield from (split_place(place)[1] for place in texts(use.where))
